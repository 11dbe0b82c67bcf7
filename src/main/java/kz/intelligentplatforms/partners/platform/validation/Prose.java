package kz.intelligentplatforms.partners.platform.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import java.util.regex.Pattern;

/** A text of one or more lines, at most {@code max} characters long; where it must be there, with a letter or digit in it. */
@Constraint(validatedBy = Prose.Validator.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Prose {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    int max();

    boolean required() default true;

    class Validator extends TextConstraint<Prose> {

        private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");

        private int max;
        private boolean required;

        @Override
        public void initialize(Prose prose) {
            max = prose.max();
            required = prose.required();
        }

        @Override
        protected String checkedForControls(String text) {
            return text.replace("\n", "");
        }

        @Override
        protected Optional<String> violationOf(String text) {
            if (required && !LETTER_OR_DIGIT.matcher(text).find()) {
                return Optional.of("{error.required}");
            }
            return text.length() > max ? Optional.of("{error.too-long}") : Optional.empty();
        }
    }
}
