package kz.intelligentplatforms.partners.platform.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;

/** A sum of money in whole KZT, not negative and at most {@link #MAX}; spaces may group the digits. */
@Constraint(validatedBy = Amount.Validator.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Amount {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** A trillion: more than any partner sells in a quarter, so more is a slip of the finger. */
    long MAX = 1_000_000_000_000L;

    class Validator extends TextConstraint<Amount> {

        @Override
        protected Optional<String> violationOf(String text) {
            if (text.isEmpty()) {
                return Optional.of("{error.required}");
            }
            return InputText.amount(text).filter(amount -> amount <= MAX).isPresent()
                    ? Optional.empty()
                    : Optional.of("{error.amount}");
        }
    }
}
