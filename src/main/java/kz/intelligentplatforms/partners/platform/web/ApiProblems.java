package kz.intelligentplatforms.partners.platform.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.validation.ConstraintViolation;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers of the JSON interface that went wrong, as RFC 9457 problem details in the caller's language. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE) // the framework knows some of these too, in English only
class ApiProblems {

    /** Longer names are not told back. */
    private static final int MAX_FIELD = 100;

    private final Texts texts;
    private final Fields fields;

    ApiProblems(Texts texts, Fields fields) {
        this.texts = texts;
        this.fields = fields;
    }

    @ExceptionHandler
    ProblemDetail notReadable(HttpMessageNotReadableException e) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, texts.get("api.not-readable"));
        if (e.getCause() instanceof JsonMappingException misfit) {
            var field = misfit.getPath().stream()
                    .map(JsonMappingException.Reference::getFieldName)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining("."));
            if (!field.isEmpty() && field.length() <= MAX_FIELD) {
                problem.setProperty("errors", List.of(Map.of("field", field, "message", texts.get("api.no-field"))));
            }
        }
        return problem;
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
                        texts.get(fields.label(violation.getPropertyPath().toString())) + ": "
                                + violation.getMessage()))
                .toList();
    }
}
