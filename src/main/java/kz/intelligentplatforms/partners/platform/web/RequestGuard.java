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
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kz.intelligentplatforms.partners.platform.ProgramSettings;
import kz.intelligentplatforms.partners.platform.identity.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What anybody may send without signing in: no more than so often from one address, no larger than so much. Only where
 * a {@link RequestLimit} says so may a form carry a file. Counted on each node by itself; sign-in has the identity store's own lock-out.
 */
@Component
@Order(-110)
class RequestGuard extends OncePerRequestFilter {

    /** The request's attribute that tells the error page how large a file may be, in megabytes. */
    private static final String LARGEST_FILE = "largestFile";

    private final Map<String, LoadingCache<String, Bucket>> limits = new HashMap<>();
    private final List<RequestLimit> sizes;
    private final DataSize maxForm;
    private final Access access;
    private final ErrorAnswers answers;

    RequestGuard(
            List<RateLimit> rates,
            List<RequestLimit> sizes,
            ProgramSettings settings,
            Access access,
            ErrorAnswers answers) {
        for (var rate : rates) {
            var counted = perHour(rate.perHour());
            for (var path : rate.paths()) {
                if (limits.put(path, counted) != null) {
                    throw new IllegalStateException("Two limits for " + path);
                }
            }
        }
        this.sizes = sizes.stream()
                .sorted(Comparator.comparing((RequestLimit size) -> size.path().length())
                        .reversed())
                .toList();
        this.maxForm = settings.limits().requestSize();
        this.access = access;
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
        var file = FormBody.isMultipart(request) ? sizeAt(request, RequestLimit::file) : Optional.<RequestLimit>empty();
        if (file.isPresent()) {
            upload(file.get(), request, response, chain);
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

    private void upload(RequestLimit limit, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() < 0) {
            // Browsers always say how much they send.
            response.sendError(HttpStatus.LENGTH_REQUIRED.value());
            return;
        }
        var groups = groupsOf(request);
        // Of the place that takes the file, however the address was written that led there.
        if (limit.rightsFirst() && !access.admits(HttpMethod.POST, limit.path(), groups)) {
            // The form's fields are read before the rights are looked at: not a large file of a stranger.
            if (!groups.isEmpty() || !UnsentForms.turnBackUnread(request, response)) {
                response.sendError(HttpStatus.FORBIDDEN.value());
            }
            return;
        }
        var file = Objects.requireNonNull(limit.file());
        if (request.getContentLengthLong() > file.toBytes() + maxForm.toBytes()) {
            request.setAttribute(LARGEST_FILE, file.toMegabytes());
            response.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
        } else {
            goOn(request, response, chain);
        }
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

    private DataSize largest(HttpServletRequest request) {
        return sizeAt(request, RequestLimit::form).map(RequestLimit::form).orElse(maxForm);
    }

    private Optional<RequestLimit> sizeAt(HttpServletRequest request, Function<RequestLimit, @Nullable DataSize> size) {
        return sizes.stream()
                .filter(limit -> size.apply(limit) != null && limit.isAt(request.getServletPath()))
                .findFirst();
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
