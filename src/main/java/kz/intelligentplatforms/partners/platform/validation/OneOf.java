package kz.intelligentplatforms.partners.platform.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import java.util.Set;

/** One of a few words. */
@Constraint(validatedBy = OneOf.Validator.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OneOf {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    String[] value();

    /** What is said where nothing is chosen. */
    String missing() default "{error.required}";

    class Validator extends TextConstraint<OneOf> {

        private Set<String> words = Set.of();
        private String missing = "";

        @Override
        public void initialize(OneOf oneOf) {
            words = Set.of(oneOf.value());
            missing = oneOf.missing();
        }

        @Override
        protected Optional<String> violationOf(String text) {
            if (text.isEmpty()) {
                return Optional.of(missing);
            }
            return words.contains(text) ? Optional.empty() : Optional.of("{error.choice}");
        }
    }
}
