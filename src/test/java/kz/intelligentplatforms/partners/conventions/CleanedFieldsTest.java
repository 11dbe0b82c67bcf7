package kz.intelligentplatforms.partners.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.validation.Constraint;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field that people fill in holds only what can be seen of what they typed. */
class CleanedFieldsTest {

    private static final String TYPED = "\uFEFF\u00A0О\u00ADд\u200Bи\u2060н\u00A0два\u202F ";

    private static final List<Class<?>> CONSTRAINED = new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("kz.intelligentplatforms.partners")
                    .stream()
                    .filter(JavaClass::isRecord)
                    .<Class<?>>map(JavaClass::reflect)
                    .filter(CleanedFieldsTest::isTyped)
                    .toList();

    /** A form, or a part of one: its texts are held against constraints. */
    private static boolean isTyped(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.getType() == String.class)
                .flatMap(field -> Arrays.stream(field.getAnnotations()))
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(Constraint.class));
    }

    static Stream<Class<?>> forms() {
        return CONSTRAINED.stream();
    }

    @Test
    void theFormsAreFound() {
        assertThat(CONSTRAINED)
                .extracting(Class::getSimpleName)
                .contains(
                        "Company",
                        "Contact",
                        "CoFundingRequestForm",
                        "ClaimForm",
                        "RewardRequest",
                        "ListingRequest",
                        "FundChange");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormHoldsWhatCanBeSeen(Class<?> form) throws ReflectiveOperationException {
        var components = form.getRecordComponents();
        var constructor = form.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
        constructor.setAccessible(true);
        var filledIn = constructor.newInstance(
                Arrays.stream(components).map(CleanedFieldsTest::value).toArray());

        for (var component : components) {
            if (component.getType() == String.class) {
                component.getAccessor().setAccessible(true);
                assertThat(component.getAccessor().invoke(filledIn))
                        .as(component.getName())
                        .isEqualTo("Один два")
                        .isEqualTo(InputText.clean(TYPED));
            }
        }
    }

    private static Object value(RecordComponent component) {
        var type = component.getType();
        if (type == String.class) {
            return TYPED;
        }
        if (type == List.class) {
            return List.of();
        }
        if (type == boolean.class) {
            return false;
        }
        return type == int.class ? (Object) 0 : null;
    }
}
