package kz.intelligentplatforms.partners.conventions;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;

/** What the modules declare, found in their classes. */
public final class Declared {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("kz.intelligentplatforms.partners");

    private Declared() {}

    /** The constants of a type, of all classes. */
    public static <T> Stream<T> constants(Class<T> type) {
        return CLASSES.stream()
                .filter(declaring -> declaring.getFields().stream()
                        .anyMatch(field -> field.getRawType().isEquivalentTo(type)))
                .flatMap(declaring -> Arrays.stream(declaring.reflect().getDeclaredFields()))
                .filter(field -> field.getType() == type && Modifier.isStatic(field.getModifiers()))
                .map(field -> {
                    try {
                        field.setAccessible(true);
                        return type.cast(field.get(null));
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .distinct();
    }
}
