package kz.intelligentplatforms.partners.registration.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;

/** The address of a web site, or nothing. */
@Constraint(validatedBy = Website.Validator.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Website {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    int max() default 200;

    class Validator extends TextConstraint<Website> {

        private int max;

        @Override
        public void initialize(Website website) {
            max = website.max();
        }

        @Override
        protected Optional<String> flawOf(String text) {
            if (text.length() > max - "https://".length()) {
                return Optional.of("{error.too-long}");
            }
            return text.isEmpty() || WebAddress.normalise(text).isPresent()
                    ? Optional.empty()
                    : Optional.of("{error.website}");
        }
    }
}
