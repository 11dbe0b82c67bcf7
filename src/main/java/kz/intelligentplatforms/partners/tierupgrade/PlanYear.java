package kz.intelligentplatforms.partners.tierupgrade;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.Year;

/** The year of a sales plan: this one or the next. */
@Constraint(validatedBy = PlanYear.Validator.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PlanYear {

    String message() default "{error.plan-year}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<PlanYear, String> {

        private final Clock clock;

        Validator(Clock clock) {
            this.clock = clock;
        }

        @Override
        public boolean isValid(String year, ConstraintValidatorContext context) {
            var now = Year.now(clock);
            return year.equals(now.toString()) || year.equals(now.plusYears(1).toString());
        }
    }
}
