package kz.intelligentplatforms.partners.platform.web;

import jakarta.validation.ConstraintViolation;
import java.util.Set;

/** A request of the JSON interface that breaks its constraints. */
public class InvalidRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Set<? extends ConstraintViolation<?>> violations;

    public InvalidRequest(Set<? extends ConstraintViolation<?>> violations) {
        super("Invalid request", null, false, false);
        this.violations = violations;
    }

    Set<? extends ConstraintViolation<?>> violations() {
        return violations;
    }
}
