package kz.intelligentplatforms.partners.conventions;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasParameterTypes;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.beans.Introspector;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The beans that models name, read from the classes without starting the application. */
final class SpringBeans {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("kz.intelligentplatforms.partners");

    private SpringBeans() {}

    /** The names of the beans of a type: components, and what {@code @Bean} methods return. */
    static Set<String> namesOf(Class<?> type) {
        var names = new TreeSet<String>();
        for (var candidate : CLASSES) {
            if (candidate.isMetaAnnotatedWith(Component.class) && candidate.isAssignableTo(type)) {
                names.add(nameOf(candidate));
            }
            for (var method : candidate.getMethods()) {
                if (method.isAnnotatedWith(Bean.class)
                        && method.getRawReturnType().isAssignableTo(type)) {
                    names.add(nameOf(method));
                }
            }
        }
        return names;
    }

    /** What an expression can ask a bean for a moment with, as text that the engine reads, given the number of a case: public methods of a public class. */
    static Set<String> datesOf(String bean) {
        var names = new TreeSet<String>();
        for (var candidate : CLASSES) {
            if (candidate.isMetaAnnotatedWith(Component.class)
                    && nameOf(candidate).equals(bean)
                    && candidate.getModifiers().contains(JavaModifier.PUBLIC)) {
                for (var method : candidate.getMethods()) {
                    if (method.getModifiers().contains(JavaModifier.PUBLIC)
                            && method.getRawReturnType().isEquivalentTo(String.class)
                            && HasParameterTypes.Predicates.rawParameterTypes(String.class)
                                    .test(method)) {
                        names.add(method.getName());
                    }
                }
            }
        }
        return names;
    }

    private static String nameOf(JavaClass component) {
        return component
                .tryGetAnnotationOfType(Component.class)
                .map(Component::value)
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> Introspector.decapitalize(component.getSimpleName()));
    }

    private static String nameOf(JavaMethod method) {
        var names = method.getAnnotationOfType(Bean.class).value();
        return names.length == 0 ? method.getName() : names[0];
    }
}
