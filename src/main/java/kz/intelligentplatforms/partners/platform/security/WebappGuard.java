package kz.intelligentplatforms.partners.platform.security;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.intelligentplatforms.partners.platform.engine.StartForms;
import kz.intelligentplatforms.partners.platform.engine.StartForms.StartForm;
import kz.intelligentplatforms.partners.platform.engine.TaskForms;
import kz.intelligentplatforms.partners.platform.engine.TaskRefusal;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.platform.web.ReplayableRequest;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before the REST interface of the engine's webapps, Camunda 7.24 being its last community release:
 *
 * <ul>
 *   <li>Expressions in queries are code that the engine runs, nested {@code orQueries} included: refused.
 *   <li>The set-up and sign-in of the webapps are closed; there is one sign-in page, ours.
 *   <li>A task is completed through its form only, with what the form declares and as it declares it ({@link TaskForms}).
 *   <li>So is a process started ({@link StartForms}); other ways to start or move cases are for administrators only.
 *   <li>The second of two people on one task reads who was first, not an internal error.
 * </ul>
 */
class WebappGuard extends OncePerRequestFilter {

    /** With the engine's name, as the webapps call it, or without. */
    private static final String ENGINE = "/camunda/api/engine/(?:engine/[^/]+/)?";

    private static final Pattern CLOSED = Pattern.compile("/camunda/api/admin/(setup/.*|auth/user/[^/]+/login/.*)");
    private static final Pattern FILTER_EDIT = Pattern.compile(ENGINE + "filter/[^/]+");
    private static final Pattern TASK_STEP = Pattern.compile(ENGINE + "task/([^/]+)/([A-Za-z-]+)(/.*)?");
    private static final Pattern START = Pattern.compile(ENGINE + "process-definition/(key/)?([^/]+)/submit-form/?");

    /** What starts, messages or changes cases past forms and façades. Plain queries, which are posted too, are not among it. */
    private static final Pattern PAST_THE_FORMS = Pattern.compile(ENGINE
            + "(process-definition/.+|(message|signal|condition)/?|execution/(?!count/?$).+|(modification|migration)/.+"
            + "|process-instance/(message-async|variables-async|[^/]+/(modification|modification-async|variables))(/.*)?"
            + "|external-task/(?!count/?$|([^/]+/)?retries/?$).+|process-instance/([^/]+/)?suspended/?"
            + "|case-(definition|execution)/(?!count/?$).+)");

    private static final Pattern FREE_TEXT =
            Pattern.compile(ENGINE + "(task/[^/]+/(submit-form|comment/create)|process-definition/.+/submit-form/?)");
    private static final DataSize MAX_BODY = DataSize.ofMegabytes(1);

    private final TaskForms forms;
    private final StartForms startForms;
    private final Texts texts;
    private final ObjectMapper json;
    private final JsonFactory strict = new JsonFactory();

    WebappGuard(TaskForms forms, StartForms startForms, Texts texts, ObjectMapper json) {
        this.forms = forms;
        this.startForms = startForms;
        this.texts = texts;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = WebappPaths.pathOf(request);
        if (CLOSED.matcher(path).matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (parametersHoldExpression(request)) {
            refuse(response, 400, texts.get("webapp.no-expressions"));
            return;
        }
        if (reads || isUpload(request)) {
            guardUpload(request, response, chain, reads);
            return;
        }
        if (request.getContentLengthLong() > MAX_BODY.toBytes()) {
            refuse(response, 413, texts.get("error.request-too-large"));
            return;
        }
        var body = request.getInputStream().readNBytes((int) MAX_BODY.toBytes() + 1);
        if (body.length > MAX_BODY.toBytes()) {
            refuse(response, 413, texts.get("error.request-too-large"));
            return;
        }
        var step = TASK_STEP.matcher(path);
        var start = START.matcher(path);
        boolean onTask = step.matches();
        if (!mayHoldExpressions(path)
                && holdsExpression(body, FREE_TEXT.matcher(path).matches())) {
            refuse(response, 400, texts.get("webapp.no-expressions"));
        } else if (onTask && isBackDoor(step.group(2))) {
            refuse(response, 403, texts.get("webapp.form-only"));
        } else if (onTask) {
            workTask(step.group(1), step.group(2), new ReplayableRequest(request, body), body, response, chain);
        } else if (start.matches()) {
            startProcess(
                    start.group(1) == null ? startForms.ofDefinition(start.group(2)) : startForms.ofKey(start.group(2)),
                    new ReplayableRequest(request, body),
                    body,
                    response,
                    chain);
        } else if (PAST_THE_FORMS.matcher(path).matches() && !isAdministrator()) {
            refuse(response, 403, texts.get("webapp.administrators-only"));
        } else {
            chain.doFilter(new ReplayableRequest(request, body), response);
        }
    }

    /** Files reach the engine only as deployments, which are code, and so an administrator's. */
    private void guardUpload(HttpServletRequest request, HttpServletResponse response, FilterChain chain, boolean reads)
            throws ServletException, IOException {
        if (reads || isAdministrator()) {
            chain.doFilter(request, response);
        } else {
            refuse(response, 403, texts.get("webapp.administrators-only"));
        }
    }

    private void startProcess(
            Optional<StartForm> form,
            HttpServletRequest request,
            byte[] body,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        if (form.isEmpty()) {
            refuse(response, 403, texts.get("webapp.no-start"));
            return;
        }
        var flaw = form.get().flawOf(body);
        if (flaw.isPresent()) {
            refuse(response, 400, flaw.get());
            return;
        }
        var answer = new HeldErrorResponse(response);
        chain.doFilter(request, answer);
        if (answer.isError()) {
            explain(Optional.empty(), request, answer, response);
        } else {
            answer.release();
        }
    }

    private void workTask(
            String taskId,
            String step,
            HttpServletRequest request,
            byte[] body,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        if (!step.equals("submit-form") && !step.equals("claim")) {
            chain.doFilter(request, response);
            return;
        }
        var conflict = forms.conflict(taskId, request.getRemoteUser());
        if (conflict.isPresent()) {
            refuse(response, 409, conflict.get());
            return;
        }
        if (step.equals("submit-form")) {
            var flaw = forms.flawOf(taskId, body);
            if (flaw.isPresent()) {
                // A task that was done since our look has no form any more: then that is what is wrong.
                var late = forms.conflict(taskId, request.getRemoteUser());
                refuse(
                        response,
                        late.isPresent() ? 409 : 400,
                        late.or(() -> flaw).orElseThrow());
                return;
            }
        }
        var answer = new HeldErrorResponse(response);
        chain.doFilter(request, answer);
        if (answer.isError()) {
            explain(forms.conflict(taskId, request.getRemoteUser()), request, answer, response);
        } else {
            answer.release();
        }
    }

    /**
     * The engine answers a refused answer with an internal error, and a race lost after our look with one too, or with a lack of
     * rights on a task that is gone by then.
     */
    private void explain(
            Optional<String> conflict,
            HttpServletRequest request,
            HeldErrorResponse answer,
            HttpServletResponse response)
            throws IOException {
        var refusal = TaskRefusal.reasonOf(request);
        if (refusal.isPresent()) {
            refuse(response, 400, refusal.get());
        } else if (conflict.isPresent()) {
            refuse(response, 409, conflict.get());
        } else if (answer.isServerError()) {
            refuse(response, 500, texts.get("webapp.try-again"));
        } else {
            answer.release();
        }
    }

    /** Ways around the form: completing with any variables, or changing them on a task. */
    private static boolean isBackDoor(String step) {
        return switch (step) {
            case "complete", "resolve", "bpmnError", "bpmnEscalation", "variables", "localVariables" -> true;
            default -> false;
        };
    }

    /** Tasklist's filters live on expressions; administrators alone write them. */
    private static boolean mayHoldExpressions(String path) {
        return FILTER_EDIT.matcher(path).matches() && isAdministrator();
    }

    private static boolean parametersHoldExpression(HttpServletRequest request) {
        var query = request.getQueryString();
        if (query == null) {
            return false;
        }
        for (var pair : query.split("&")) {
            var name = pair.contains("=") ? pair.substring(0, pair.indexOf('=')) : pair;
            try {
                if (isExpressionKey(URLDecoder.decode(name, StandardCharsets.UTF_8))
                        || isExpression(URLDecoder.decode(pair, StandardCharsets.UTF_8))) {
                    return true;
                }
            } catch (IllegalArgumentException e) {
                return true;
            }
        }
        return false;
    }

    /** Reads token by token, so that repeated keys cannot hide anything. What is no JSON is as good as an expression. */
    private boolean holdsExpression(byte[] body, boolean freeText) {
        try (var parser = strict.createParser(body)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && isExpressionKey(parser.currentName())) {
                    return true;
                }
                if (token == JsonToken.VALUE_STRING && !freeText && isExpression(parser.getText())) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean isExpressionKey(String key) {
        return key.endsWith("Expression");
    }

    private static boolean isExpression(String value) {
        return value.contains("${") || value.contains("#{");
    }

    private static boolean isUpload(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static boolean isAdministrator() {
        var user = SecurityContextHolder.getContext().getAuthentication();
        return user != null
                && AuthorityUtils.authorityListToSet(user.getAuthorities()).contains(Group.CAMUNDA_ADMIN.id());
    }

    private void refuse(HttpServletResponse response, int status, String message) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), Map.of("type", "RestException", "message", message));
    }
}
