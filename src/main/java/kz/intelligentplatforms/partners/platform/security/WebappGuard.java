package kz.intelligentplatforms.partners.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.intelligentplatforms.partners.platform.engine.StartForms;
import kz.intelligentplatforms.partners.platform.engine.StartForms.StartForm;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.platform.web.ReplayableRequest;
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
 *   <li>A task is claimed for oneself, and completed through its form only ({@link TaskDoor}).
 *   <li>A process is started through its form only ({@link StartForms}); other ways to start or move cases are for administrators only.
 *   <li>Accounts are administrators' work, too.
 *   <li>What whoever asks can put right is not called an internal error ({@link WebappAnswers}).
 * </ul>
 */
class WebappGuard extends OncePerRequestFilter {

    private static final Pattern CLOSED = Pattern.compile("/camunda/api/admin/(setup/.*|auth/user/[^/]+/login/.*)");
    private static final Pattern FILTER_EDIT = Pattern.compile(WebappPaths.ENGINE + "filter/[^/]+");
    private static final Pattern START =
            Pattern.compile(WebappPaths.ENGINE + "process-definition/(key/)?([^/]+)/submit-form/?");

    /** What starts, messages or changes cases past forms and façades. Plain queries, which are posted too, are not among it. */
    private static final Pattern PAST_THE_FORMS = Pattern.compile(WebappPaths.ENGINE
            + "(process-definition/.+|(message|signal|condition)/?|execution/(?!count/?$).+|(modification|migration)/.+"
            + "|process-instance/(message-async|variables-async|[^/]+/(modification|modification-async|variables))(/.*)?"
            + "|external-task/(?!count/?$|([^/]+/)?retries/?$).+|process-instance/([^/]+/)?suspended/?"
            + "|case-(definition|execution)/(?!count/?$).+)");

    private static final Pattern FREE_TEXT = Pattern.compile(
            WebappPaths.ENGINE + "(task/[^/]+/(submit-form|comment/create)|process-definition/.+/submit-form/?)");

    /** A user's name is in the audit, so it is not one's own choice; one's own password is. */
    private static final Pattern USER = Pattern.compile(WebappPaths.ENGINE + "user/[^/]+(/profile)?/?");

    private static final DataSize MAX_BODY = DataSize.ofMegabytes(1);

    private final TaskDoor tasks;
    private final StartForms startForms;
    private final WebappAnswers answers;

    WebappGuard(TaskDoor tasks, StartForms startForms, WebappAnswers answers) {
        this.tasks = tasks;
        this.startForms = startForms;
        this.answers = answers;
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
        if (EngineExpressions.inParameters(request)) {
            answers.refuse(response, 400, "webapp.no-expressions");
            return;
        }
        if (reads || isUpload(request)) {
            guardUpload(request, response, chain, reads);
            return;
        }
        if (request.getContentLengthLong() > MAX_BODY.toBytes()) {
            answers.refuse(response, 413, "error.request-too-large");
            return;
        }
        var body = request.getInputStream().readNBytes((int) MAX_BODY.toBytes() + 1);
        if (body.length > MAX_BODY.toBytes()) {
            answers.refuse(response, 413, "error.request-too-large");
            return;
        }
        change(path, new ReplayableRequest(request, body), body, response, chain);
    }

    private void change(
            String path, HttpServletRequest request, byte[] body, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var start = START.matcher(path);
        if (!mayHoldExpressions(path)
                && EngineExpressions.inBody(body, FREE_TEXT.matcher(path).matches())) {
            answers.refuse(response, 400, "webapp.no-expressions");
        } else if (tasks.isOn(path)) {
            tasks.enter(path, request, body, response, chain);
        } else if (start.matches()) {
            startProcess(
                    start.group(1) == null ? startForms.ofDefinition(start.group(2)) : startForms.ofKey(start.group(2)),
                    request,
                    body,
                    response,
                    chain);
        } else if (PAST_THE_FORMS.matcher(path).matches() && isAdministrator()) {
            answers.passToCase(request, response, chain, Optional::empty);
        } else if (PAST_THE_FORMS.matcher(path).matches() || (USER.matcher(path).matches() && !isAdministrator())) {
            answers.refuse(response, 403, "webapp.administrators-only");
        } else {
            answers.pass(request, response, chain);
        }
    }

    /** Files reach the engine only as deployments, which are code, and so an administrator's. */
    private void guardUpload(HttpServletRequest request, HttpServletResponse response, FilterChain chain, boolean reads)
            throws ServletException, IOException {
        if (reads || isAdministrator()) {
            answers.pass(request, response, chain);
        } else {
            answers.refuse(response, 403, "webapp.administrators-only");
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
            answers.refuse(response, 403, "webapp.no-start");
            return;
        }
        var flaws = form.get().violationsOf(body);
        if (!flaws.isEmpty()) {
            answers.tell(response, flaws);
            return;
        }
        answers.passToCase(request, response, chain, Optional::empty);
    }

    /** Tasklist's filters live on expressions; administrators alone write them. */
    private static boolean mayHoldExpressions(String path) {
        return FILTER_EDIT.matcher(path).matches() && isAdministrator();
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
}
