package kz.intelligentplatforms.partners.registration.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;

/** One line of text that must be there, at most {@code max} characters long. */
@Constraint(validatedBy = Line.Validator.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Line {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    int max();

    class Validator extends TextConstraint<Line> {

        private int max;

        @Override
        public void initialize(Line line) {
            max = line.max();
        }

        @Override
        protected Optional<String> flawOf(String text) {
            if (text.isEmpty()) {
                return Optional.of("{error.required}");
            }
            return text.length() > max ? Optional.of("{error.too-long}") : Optional.empty();
        }
    }
}
