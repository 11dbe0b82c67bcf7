package kz.intelligentplatforms.partners.platform.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.intelligentplatforms.partners.platform.engine.TaskEligibility;
import kz.intelligentplatforms.partners.platform.engine.TaskForms;
import kz.intelligentplatforms.partners.platform.engine.TaskRelease;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import kz.intelligentplatforms.partners.platform.web.ReplayableRequest;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.stereotype.Component;

/**
 * What changes a task over the webapps' REST interface:
 *
 * <ul>
 *   <li>It is claimed for oneself only; the engine holds the same at its other doors ({@link TaskEligibility}).
 *   <li>It is given back by its holder and freed by program managers ({@link TaskRelease}).
 *   <li>It is completed through its form only, with what the form declares and as it declares it ({@link TaskForms}).
 *   <li>Whoever may work it may comment on it; the engine would let everybody who reads its history.
 *   <li>The second of two people reads who was first, not an internal error.
 * </ul>
 */
@Component
class TaskDoor {

    private static final Pattern TASK = Pattern.compile(WebappPaths.ENGINE + "task/([^/]+)(?:/([A-Za-z-]+)(/.*)?)?/?");

    private final TaskForms forms;
    private final TaskEligibility eligibility;
    private final TaskRelease release;
    private final WebappAnswers answers;
    private final ObjectMapper json;

    TaskDoor(
            TaskForms forms,
            TaskEligibility eligibility,
            TaskRelease release,
            WebappAnswers answers,
            ObjectMapper json) {
        this.forms = forms;
        this.eligibility = eligibility;
        this.release = release;
        this.answers = answers;
        this.json = json;
    }

    /** Whether the path is a task's, or below one. */
    boolean isOn(String path) {
        return TASK.matcher(path).matches();
    }

    /** Answers a request that would change a task, or passes it on. */
    void enter(String path, HttpServletRequest request, byte[] body, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var match = TASK.matcher(path);
        if (!match.matches()) {
            throw new IllegalArgumentException(path);
        }
        var task = match.group(1);
        var user = request.getRemoteUser();
        switch (Optional.ofNullable(match.group(2)).orElse("")) {
            // Ways around the form: completing with any variables, or changing them on a task.
            case "complete", "resolve", "bpmnError", "bpmnEscalation", "variables", "localVariables" ->
                answers.refuse(response, 403, "webapp.form-only");
            // What is delegated could only be resolved, which is such a way.
            case "delegate" -> answers.refuse(response, 403, "webapp.only-for-oneself");
            case "claim" -> claim(task, user, request, body, response, chain);
            case "unclaim" -> free(task, user, request, response);
            // Tasklist's button beside a colleague's name.
            case "assignee" -> {
                if (!json.readTree(body).hasNonNull("userId")) {
                    free(task, user, request, response);
                } else {
                    answers.passToCase(request, response, chain, Optional::empty);
                }
            }
            case "submit-form" -> submit(task, user, request, body, response, chain);
            case "comment" -> {
                if (request.getMethod().equals("POST") && eligibility.isCandidate(task, user)) {
                    var cleaned = new ReplayableRequest(request, withCleanMessage(body));
                    answers.passToCase(cleaned, response, chain, Optional::empty);
                } else {
                    answers.refuse(response, 403, "webapp.comments");
                }
            }
            case "" -> {
                if (request.getMethod().equals("DELETE")) {
                    answers.refuse(response, 403, "webapp.no-deletion");
                } else {
                    answers.passToCase(request, response, chain, Optional::empty);
                }
            }
            default -> answers.passToCase(request, response, chain, Optional::empty);
        }
    }

    /** What is read as a comment is cleaned as any text is; what is none goes on as it is, to be refused. */
    private byte[] withCleanMessage(byte[] body) throws IOException {
        if (json.readTree(body) instanceof ObjectNode comment
                && comment.path("message").isTextual()) {
            comment.put("message", InputText.cleanLines(comment.get("message").textValue()));
            return json.writeValueAsBytes(comment);
        }
        return body;
    }

    private void claim(
            String task,
            String user,
            HttpServletRequest request,
            byte[] body,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var conflict = forms.conflict(task, user);
        if (!namedIn(body).filter(user::equals).isPresent()) {
            answers.refuse(response, 400, "webapp.only-for-oneself");
        } else if (conflict.isPresent()) {
            answers.tell(response, 409, conflict.get());
        } else if (forms.isHeldBy(task, user)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            answers.passToCase(request, response, chain, () -> forms.conflict(task, user));
        }
    }

    private void free(String task, String user, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!hasCsrfToken(request)) {
            answers.refuse(response, 403, "webapp.try-again");
            return;
        }
        switch (release.release(task, user)) {
            case FREE -> response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            case NOT_ALLOWED -> answers.refuse(response, 403, "webapp.not-yours-to-free");
            case MOVED_ON -> answers.refuse(response, 409, "webapp.done");
        }
    }

    private void submit(
            String task,
            String user,
            HttpServletRequest request,
            byte[] body,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var conflict = forms.conflict(task, user);
        // A task that was done since our look has no form any more: then that is what is wrong.
        var flaws = conflict.isPresent() ? Map.<String, String>of() : forms.violationsOf(task, body);
        if (conflict.isEmpty() && flaws.isEmpty()) {
            answers.passToCase(request, response, chain, () -> forms.conflict(task, user));
            return;
        }
        var late = conflict.or(() -> forms.conflict(task, user));
        if (late.isPresent()) {
            answers.tell(response, 409, late.get());
        } else {
            answers.tell(response, flaws);
        }
    }

    /** What is answered here does not come to the webapps' own filter, which asks the same. */
    private static boolean hasCsrfToken(HttpServletRequest request) {
        var session = request.getSession(false);
        var token = session == null ? null : session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
        return token != null && token.equals(request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME));
    }

    /** The user that a body names; none where it names nobody, or no text. */
    private Optional<String> namedIn(byte[] body) throws IOException {
        return Optional.ofNullable(json.readTree(body).path("userId").textValue());
    }
}
