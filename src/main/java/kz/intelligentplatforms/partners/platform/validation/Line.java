package kz.intelligentplatforms.partners.platform.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import java.util.regex.Pattern;

/** One line of text that must be there, with a letter or digit in it, at most {@code max} characters long. */
@Constraint(validatedBy = Line.Validator.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Line {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    int max();

    class Validator extends TextConstraint<Line> {

        private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");

        private int max;

        @Override
        public void initialize(Line line) {
            max = line.max();
        }

        @Override
        protected Optional<String> violationOf(String text) {
            if (!LETTER_OR_DIGIT.matcher(text).find()) {
                return Optional.of("{error.required}");
            }
            return text.length() > max ? Optional.of("{error.too-long}") : Optional.empty();
        }
    }
}
