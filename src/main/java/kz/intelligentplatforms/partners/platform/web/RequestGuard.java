package kz.intelligentplatforms.partners.platform.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.intelligentplatforms.partners.platform.ProgramSettings;
import kz.intelligentplatforms.partners.platform.identity.Group;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What anybody may send without signing in: no more than so often from one address, no larger than so much. Only forms of the
 * portal, and those that take the ERP's files, may carry a file. Counted on each node by itself; sign-in has the identity store's own lock-out.
 */
@Component
@Order(-110)
class RequestGuard extends OncePerRequestFilter {

    /** The request's attribute that tells the error page how large a file may be, in megabytes. */
    private static final String LARGEST_FILE = "largestFile";

    private static final String PURCHASES = "/staff/purchases";

    private final Map<String, LoadingCache<String, Bucket>> limits;
    private final DataSize maxSize;
    private final DataSize maxPortalForm;
    private final DataSize maxPurchases;
    private final ProgramSettings settings;
    private final ErrorAnswers answers;

    RequestGuard(ProgramSettings settings, ErrorAnswers answers) {
        var applications = perHour(settings.limits().applicationsPerHour());
        this.limits = Map.of(
                "/register", applications,
                "/api/v1/registrations", applications,
                "/password/forgot", perHour(settings.limits().signInMailsPerHour()));
        this.maxSize = settings.limits().requestSize();
        this.maxPortalForm = settings.limits().portalFormSize();
        this.maxPurchases = settings.purchases().maxRequest();
        this.settings = settings;
        this.answers = answers;
    }

    private static LoadingCache<String, Bucket> perHour(int times) {
        return Caffeine.newBuilder()
                .expireAfterAccess(Duration.ofHours(1))
                .maximumSize(100_000)
                .build(address -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(times).refillGreedy(times, Duration.ofHours(1)))
                        .build());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // The webapps have a guard of their own.
        return !request.getMethod().equals("POST") || request.getServletPath().startsWith("/camunda/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isUpload(request)) {
            if (request.getContentLengthLong() < 0) {
                // Browsers always say how much they send.
                response.sendError(HttpStatus.LENGTH_REQUIRED.value());
                return;
            }
            boolean purchases = request.getServletPath().startsWith(PURCHASES);
            if (purchases && !handlesPurchases(request)) {
                // The form's fields are read before the rights are looked at: not a large file of a stranger.
                if (!groupsOf(request).isEmpty() || !UnsentForms.turnBackUnread(request, response)) {
                    response.sendError(HttpStatus.FORBIDDEN.value());
                }
                return;
            }
            var max = purchases ? settings.purchaseUploadSize() : settings.uploadSize();
            if (request.getContentLengthLong() > max.toBytes()) {
                var file = purchases
                        ? settings.purchases().maxFile()
                        : settings.documents().maxSize();
                request.setAttribute(LARGEST_FILE, file.toMegabytes());
                response.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
            } else {
                goOn(request, response, chain);
            }
            return;
        }
        if (request.getContentLengthLong() > largest(request).toBytes()) {
            refuse(request, response, HttpStatus.PAYLOAD_TOO_LARGE, "error.request-too-large");
            return;
        }
        var limit = limits.get(request.getServletPath());
        if (limit != null && !limit.get(networkOf(request.getRemoteAddr())).tryConsume(1)) {
            response.setHeader("Retry-After", "3600");
            refuse(request, response, HttpStatus.TOO_MANY_REQUESTS, "error.too-many-requests");
            return;
        }
        if (request.getContentLengthLong() < 0 && isApi(request)) {
            var max = largest(request);
            byte[] body;
            try {
                body = request.getInputStream().readNBytes((int) max.toBytes() + 1);
            } catch (IOException e) {
                if (isAnswered(response)) {
                    return;
                }
                throw e;
            }
            if (body.length > max.toBytes()) {
                refuse(request, response, HttpStatus.PAYLOAD_TOO_LARGE, "error.request-too-large");
            } else {
                chain.doFilter(new ReplayableRequest(request, body), response);
            }
            return;
        }
        goOn(request, response, chain);
    }

    private static void goOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var failure = isApi(request) ? Optional.<HttpStatus>empty() : FormBody.failureOf(request);
        if (failure.isEmpty()) {
            chain.doFilter(request, response);
        } else if (!isAnswered(response)) {
            response.sendError(failure.get().value());
        }
    }

    /** The container itself tells whoever falls silent in the middle of a body, and takes no other answer then. */
    private static boolean isAnswered(HttpServletResponse response) {
        return response.isCommitted();
    }

    /** Evidence for a level is longer than what a stranger has to say, and the ERP's lists are longer still. */
    private DataSize largest(HttpServletRequest request) {
        if (request.getServletPath().equals("/api/v1/purchases")) {
            return maxPurchases;
        }
        return request.getServletPath().startsWith("/portal/") ? maxPortalForm : maxSize;
    }

    /** Whoever has one IPv6 address has 2^64 of them: the network counts, not the address. */
    private static String networkOf(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            // In brackets it is read as an address in any notation, and never looked up as a name.
            var bytes = InetAddress.getByName("[" + address + "]").getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 8));
        } catch (UnknownHostException e) {
            return address;
        }
    }

    private static boolean isUpload(HttpServletRequest request) {
        return FormBody.isMultipart(request)
                && (request.getServletPath().startsWith("/portal/")
                        || request.getServletPath().startsWith(PURCHASES));
    }

    /** Whether the session is of somebody who hands in the ERP's files; Spring Security will look again. */
    private static boolean handlesPurchases(HttpServletRequest request) {
        return groupsOf(request).stream().anyMatch(Set.of(Group.ids(Group.HANDLE_PURCHASES))::contains);
    }

    /** Of the session's user; none where nobody is signed in. */
    private static Set<String> groupsOf(HttpServletRequest request) {
        var session = request.getSession(false);
        var context = session == null
                ? null
                : session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return context instanceof SecurityContext signedIn && signedIn.getAuthentication() != null
                ? AuthorityUtils.authorityListToSet(signedIn.getAuthentication().getAuthorities())
                : Set.of();
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getServletPath().startsWith("/api/");
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String message)
            throws IOException {
        if (isApi(request)) {
            answers.problem(request, response, status, message);
        } else {
            response.sendError(status.value());
        }
    }
}
