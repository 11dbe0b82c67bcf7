package kz.intelligentplatforms.partners.platform.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;

/** A whole number from {@code min} to {@code max}, none of them negative; spaces may group the digits. */
@Constraint(validatedBy = WholeNumber.Validator.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface WholeNumber {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    long min();

    long max();

    boolean required() default true;

    class Validator extends TextConstraint<WholeNumber> {

        private long min;
        private long max;
        private boolean required;

        @Override
        public void initialize(WholeNumber number) {
            min = number.min();
            max = number.max();
            required = number.required();
        }

        @Override
        protected Optional<String> violationOf(String text) {
            if (text.isEmpty()) {
                return required ? Optional.of("{error.required}") : Optional.empty();
            }
            return InputText.amount(text)
                            .filter(number -> number >= min && number <= max)
                            .isPresent()
                    ? Optional.empty()
                    : Optional.of("{error.whole-number}");
        }
    }
}
