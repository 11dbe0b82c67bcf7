package kz.intelligentplatforms.partners.platform.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;

/** A telephone number with its code, in any usual writing. */
@Constraint(validatedBy = Phone.Validator.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Phone {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    int max() default 30;

    class Validator extends TextConstraint<Phone> {

        private int max;

        @Override
        public void initialize(Phone phone) {
            max = phone.max();
        }

        @Override
        protected Optional<String> violationOf(String text) {
            if (text.isEmpty()) {
                return Optional.of("{error.required}");
            }
            if (text.length() > max) {
                return Optional.of("{error.too-long}");
            }
            return PhoneNumber.normalise(text).isPresent() ? Optional.empty() : Optional.of("{error.phone}");
        }
    }
}
