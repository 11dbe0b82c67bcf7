package kz.intelligentplatforms.partners.platform.web;

import jakarta.validation.ConstraintViolation;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers of the JSON interface that went wrong, as RFC 9457 problem details in the caller's language. */
@RestControllerAdvice(annotations = RestController.class)
class ApiProblems {

    private final Texts texts;

    ApiProblems(Texts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ProblemDetail notReadable(HttpMessageNotReadableException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, texts.get("api.not-readable"));
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidRequest e) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, texts.get("api.invalid"));
        problem.setProperty("errors", errors(e.violations()));
        return problem;
    }

    private List<Map<String, String>> errors(Collection<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .sorted(Comparator.comparing(
                        violation -> violation.getPropertyPath().toString()))
                .map(violation -> Map.of(
                        "field",
                        violation.getPropertyPath().toString(),
                        "message",
                        texts.get("field." + violation.getPropertyPath()) + ": " + violation.getMessage()))
                .toList();
    }
}
