package kz.intelligentplatforms.partners.registration;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.Set;
import kz.intelligentplatforms.partners.partner.TaxIdentity;

/** A company is known by its BIN or IIN in Kazakhstan, by country and tax number elsewhere (program.md, reading 7). */
@Constraint(validatedBy = CompanyIdentity.Validator.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface CompanyIdentity {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** What a company declares of its identity; an absent text is empty. */
    interface Declared {

        String country();

        String bin();

        String taxNumber();
    }

    class Validator implements ConstraintValidator<CompanyIdentity, Declared> {

        private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

        @Override
        public boolean isValid(Declared company, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            if (!COUNTRIES.contains(company.country())) {
                return refuse(context, "country", "{error.country}");
            }
            if (company.country().equals(TaxIdentity.KAZAKHSTAN)) {
                return checkBin(company.bin(), context);
            }
            if (company.taxNumber().isEmpty()) {
                return refuse(context, "taxNumber", "{error.required}");
            }
            return new TaxIdentity(company.country(), company.taxNumber().toUpperCase(Locale.ROOT)).isValid()
                    || refuse(context, "taxNumber", "{error.tax-number}");
        }

        private static boolean checkBin(String bin, ConstraintValidatorContext context) {
            if (bin.isEmpty()) {
                return refuse(context, "bin", "{error.required}");
            }
            if (!bin.matches("[0-9]{12}")) {
                return refuse(context, "bin", "{error.bin-form}");
            }
            if (bin.matches("0+")) {
                return refuse(context, "bin", "{error.bin-zeros}");
            }
            if (!TaxIdentity.hasCheckDigit(bin)) {
                return refuse(context, "bin", "{error.bin-check-digit}");
            }
            return TaxIdentity.isBuiltLikeOne(bin) || refuse(context, "bin", "{error.bin-structure}");
        }

        private static boolean refuse(ConstraintValidatorContext context, String field, String template) {
            context.buildConstraintViolationWithTemplate(template)
                    .addPropertyNode(field)
                    .addConstraintViolation();
            return false;
        }
    }
}
