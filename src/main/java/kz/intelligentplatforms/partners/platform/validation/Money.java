package kz.intelligentplatforms.partners.platform.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.util.Optional;

/** A sum in KZT of at most {@link #MAX}, with or without tiyn; see {@link InputText#money}. */
@Constraint(validatedBy = Money.Validator.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Money {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    Sign value() default Sign.POSITIVE;

    boolean required() default true;

    /** A hundred billion: more than any budget of this trade, so more is a slip of the finger. */
    BigDecimal MAX = new BigDecimal("100000000000");

    /** Which sums a field takes. */
    enum Sign {
        POSITIVE,
        POSITIVE_OR_ZERO,
        /** Up or down, but not zero. */
        CHANGE
    }

    class Validator extends TextConstraint<Money> {

        private Sign sign = Sign.POSITIVE;
        private boolean required;

        @Override
        public void initialize(Money money) {
            sign = money.value();
            required = money.required();
        }

        @Override
        protected Optional<String> violationOf(String text) {
            if (text.isEmpty()) {
                return required ? Optional.of("{error.required}") : Optional.empty();
            }
            return InputText.money(text).filter(this::fits).isPresent()
                    ? Optional.empty()
                    : Optional.of(
                            switch (sign) {
                                case POSITIVE -> "{error.money}";
                                case POSITIVE_OR_ZERO -> "{error.money-or-zero}";
                                case CHANGE -> "{error.money-change}";
                            });
        }

        private boolean fits(BigDecimal sum) {
            boolean signed = switch (sign) {
                case POSITIVE -> sum.signum() > 0;
                case POSITIVE_OR_ZERO -> sum.signum() >= 0;
                case CHANGE -> sum.signum() != 0;
            };
            return signed && sum.abs().compareTo(MAX) <= 0;
        }
    }
}
