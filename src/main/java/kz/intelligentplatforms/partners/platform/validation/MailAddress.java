package kz.intelligentplatforms.partners.platform.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address that a mail can be sent to. */
@Constraint(validatedBy = MailAddress.Validator.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface MailAddress {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    int max() default 254;

    class Validator extends TextConstraint<MailAddress> {

        private static final Pattern FORM = Pattern.compile(
                "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]");

        private int max;

        @Override
        public void initialize(MailAddress address) {
            max = address.max();
        }

        @Override
        protected Optional<String> flawOf(String text) {
            if (text.isEmpty()) {
                return Optional.of("{error.required}");
            }
            if (text.length() > max) {
                return Optional.of("{error.too-long}");
            }
            return FORM.matcher(text).matches() && !text.contains("..") && !text.startsWith(".") && !text.contains(".@")
                    ? Optional.empty()
                    : Optional.of("{error.email}");
        }
    }
}
