package kz.intelligentplatforms.partners.platform.engine;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.camunda.bpm.engine.BadUserRequestException;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What someone answered in a task, or in a form that starts a process, cannot be accepted; nothing has changed. The message is in the reader's language and says what
 * to do.
 */
public final class TaskRefusal extends BadUserRequestException {

    private static final long serialVersionUID = 1L;

    private static final String FIELD = TaskRefusal.class.getName() + ".field";

    private TaskRefusal(String message) {
        super(message);
    }

    /** Refuses what stands in one field of the form; see {@link #because}. */
    public static TaskRefusal of(String field, String message) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(FIELD, field, RequestAttributes.SCOPE_REQUEST);
        }
        return because(message);
    }

    /**
     * Refuses. The engine wraps what a task listener throws into an internal error, so the reason is left with the request as well,
     * where the guard of the webapps finds it.
     */
    public static TaskRefusal because(String message) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(TaskRefusal.class.getName(), message, RequestAttributes.SCOPE_REQUEST);
        }
        return new TaskRefusal(message);
    }

    /** Why the request's answer was refused, if it was. */
    public static Optional<String> reasonOf(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(TaskRefusal.class.getName()));
    }

    /** The form's field that the refusal is about, if it is about one. */
    public static Optional<String> fieldOf(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(FIELD));
    }
}
