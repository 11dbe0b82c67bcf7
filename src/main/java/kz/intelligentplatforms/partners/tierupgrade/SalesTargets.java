package kz.intelligentplatforms.partners.tierupgrade;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import kz.intelligentplatforms.partners.tierupgrade.Evidence.SalesPlan;

/** A plan sells something in at least one quarter. */
@Constraint(validatedBy = SalesTargets.Validator.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface SalesTargets {

    String message() default "{error.plan-sells-nothing}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<SalesTargets, SalesPlan> {

        @Override
        public boolean isValid(SalesPlan plan, ConstraintValidatorContext context) {
            // A quarter that is no amount is told by itself.
            boolean readable = Stream.of(plan.q1(), plan.q2(), plan.q3(), plan.q4())
                    .allMatch(quarter -> InputText.amount(quarter).isPresent());
            if (!readable || plan.total() > 0) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("q4")
                    .addConstraintViolation();
            return false;
        }
    }
}
