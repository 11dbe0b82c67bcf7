package kz.intelligentplatforms.partners.tierupgrade;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import kz.intelligentplatforms.partners.tierupgrade.Evidence.ServiceProgram;

/** Where any warranty program is told of, SWS and AWS both are, once each (program.md, "Levels": the service status takes both). */
@Constraint(validatedBy = WarrantyPrograms.Validator.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface WarrantyPrograms {

    String message() default "{error.both-programs}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<WarrantyPrograms, List<ServiceProgram>> {

        @Override
        public boolean isValid(List<ServiceProgram> programs, ConstraintValidatorContext context) {
            var named = programs.stream().map(ServiceProgram::program).sorted().toList();
            return named.isEmpty() || named.equals(List.of("AWS", "SWS"));
        }
    }
}
