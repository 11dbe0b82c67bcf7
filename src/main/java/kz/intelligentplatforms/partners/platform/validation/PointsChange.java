package kz.intelligentplatforms.partners.platform.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;

/** Points to be added or, with a minus, taken away; see {@link InputText#pointsChange}. */
@Constraint(validatedBy = PointsChange.Validator.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PointsChange {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator extends TextConstraint<PointsChange> {

        @Override
        protected Optional<String> violationOf(String text) {
            if (text.isEmpty()) {
                return Optional.of("{error.required}");
            }
            return InputText.pointsChange(text).isPresent() ? Optional.empty() : Optional.of("{error.points-change}");
        }
    }
}
