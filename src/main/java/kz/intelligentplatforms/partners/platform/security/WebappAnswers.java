package kz.intelligentplatforms.partners.platform.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kz.intelligentplatforms.partners.platform.engine.TaskRefusal;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * What the webapps' scripts are answered where the engine's own answer would mislead: it calls a refused form, a password that is too
 * short and a race lost internal errors.
 */
@Component
class WebappAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(WebappAnswers.class);

    /** What the engine answers with 500 although whoever asked is to put it right, by the type in its body. */
    private static final Map<String, Integer> NOT_OURS = Map.of(
            "InvalidRequestException", HttpServletResponse.SC_BAD_REQUEST,
            "NotValidException", HttpServletResponse.SC_BAD_REQUEST,
            "NullValueException", HttpServletResponse.SC_BAD_REQUEST,
            "OptimisticLockingException", HttpServletResponse.SC_CONFLICT);

    /** Likewise, where nothing of a case runs: there the engine stumbles only over what it was sent, or over its database. */
    private static final Set<String> MISUSE = Set.of("ProcessEngineException", "NullPointerException");

    private final Texts texts;
    private final ObjectMapper json;

    WebappAnswers(Texts texts, ObjectMapper json) {
        this.texts = texts;
        this.json = json;
    }

    /** Refuses with a message by its key. */
    void refuse(HttpServletResponse response, int status, String key) throws IOException {
        tell(response, status, texts.get(key));
    }

    /** Refuses in the words given, as the engine's REST interface does. */
    void tell(HttpServletResponse response, int status, String message) throws IOException {
        tell(response, status, message, Map.of());
    }

    /** Refuses a form with what is wrong in each of its fields; the first is also the message. */
    void tell(HttpServletResponse response, Map<String, String> flaws) throws IOException {
        tell(
                response,
                HttpServletResponse.SC_BAD_REQUEST,
                flaws.values().iterator().next(),
                flaws);
    }

    private void tell(HttpServletResponse response, int status, String message, Map<String, String> fields)
            throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(
                response.getOutputStream(), Map.of("type", "RestException", "message", message, "fields", fields));
    }

    /** Lets a request through that no case moves with: a query, an account, a setting. */
    void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new HeldErrorResponse(response);
        chain.doFilter(request, answer);
        if (answer.isServerError()) {
            explain(request, answer, response, MISUSE);
        } else {
            answer.release();
        }
    }

    /**
     * Lets a request through that may move a case, and says what an error means.
     *
     * @param conflict who was first, looked up after an error: a race lost after our look is an internal error to the engine, too, or a
     *     lack of rights on a task that is gone by then
     */
    void passToCase(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            Supplier<Optional<String>> conflict)
            throws ServletException, IOException {
        var answer = new HeldErrorResponse(response);
        chain.doFilter(request, answer);
        if (!answer.isError()) {
            answer.release();
            return;
        }
        var refusal = TaskRefusal.reasonOf(request);
        var first = conflict.get();
        if (first.isPresent()) {
            tell(response, HttpServletResponse.SC_CONFLICT, first.get());
        } else if (refusal.isPresent()) {
            var field = TaskRefusal.fieldOf(request).orElse("");
            tell(response, Map.of(field, refusal.get()));
        } else if (answer.isServerError()) {
            explain(request, answer, response, Set.of());
        } else {
            answer.release();
        }
    }

    private void explain(
            HttpServletRequest request, HeldErrorResponse answer, HttpServletResponse response, Set<String> misuse)
            throws IOException {
        var error = errorIn(answer);
        var type = error.path("type").asText();
        // The engine asks for what must be there with these words.
        boolean missing = error.path("message").asText().endsWith(" is null");
        if (NOT_OURS.containsKey(type) || misuse.contains(type) || missing) {
            response.setStatus(NOT_OURS.getOrDefault(type, HttpServletResponse.SC_BAD_REQUEST));
            answer.release();
        } else {
            LOG.warn("{} {}: {}", request.getMethod(), WebappPaths.pathOf(request), error);
            refuse(response, answer.getStatus(), "webapp.try-again");
        }
    }

    private JsonNode errorIn(HeldErrorResponse answer) {
        try {
            return json.readTree(answer.getContentAsByteArray());
        } catch (IOException e) {
            return json.createObjectNode();
        }
    }
}
