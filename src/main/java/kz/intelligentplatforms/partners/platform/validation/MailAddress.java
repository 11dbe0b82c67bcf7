package kz.intelligentplatforms.partners.platform.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;

/** An e-mail address that a mail can be sent to, as {@link EmailAddress} writes it. */
@Constraint(validatedBy = MailAddress.Validator.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface MailAddress {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    int max() default 254;

    class Validator extends TextConstraint<MailAddress> {

        private int max;

        @Override
        public void initialize(MailAddress address) {
            max = address.max();
        }

        @Override
        protected Optional<String> violationOf(String text) {
            if (text.isEmpty()) {
                return Optional.of("{error.required}");
            }
            if (text.length() > max) {
                return Optional.of("{error.too-long}");
            }
            return EmailAddress.normalise(text).isPresent() ? Optional.empty() : Optional.of("{error.email}");
        }
    }
}
