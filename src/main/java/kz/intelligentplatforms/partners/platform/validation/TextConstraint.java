package kz.intelligentplatforms.partners.platform.validation;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.lang.annotation.Annotation;
import java.util.Optional;

/** A constraint on a text that says the first thing wrong with it. */
abstract class TextConstraint<A extends Annotation> implements ConstraintValidator<A, String> {

    /** What is wrong with {@code text}, as a message template such as {@code {error.required}}. */
    protected abstract Optional<String> violationOf(String text);

    /** What of {@code text} may hold no control characters; where lines may end, all but the ends of lines. */
    protected String checkedForControls(String text) {
        return text;
    }

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
        var flaw = InputText.hasControls(checkedForControls(text))
                ? Optional.of("{error.control-characters}")
                : violationOf(text);
        flaw.ifPresent(template -> {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(template).addConstraintViolation();
        });
        return flaw.isEmpty();
    }
}
