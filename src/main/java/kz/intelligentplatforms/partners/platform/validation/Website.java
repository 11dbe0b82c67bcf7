package kz.intelligentplatforms.partners.platform.validation;

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
        protected Optional<String> violationOf(String text) {
            if (text.isEmpty()) {
                return Optional.empty();
            }
            if (text.length() > max) {
                return Optional.of("{error.too-long}");
            }
            // As it is kept: in ASCII, which may be several times as long.
            var normal = WebAddress.normalise(text);
            if (normal.isEmpty()) {
                return Optional.of("{error.website}");
            }
            return normal.get().length() > max ? Optional.of("{error.too-long}") : Optional.empty();
        }
    }
}
