package kz.intelligentplatforms.partners.platform.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session when the account behind it is not what it was at sign-in (deleted, in other groups, with another password), or when
 * it is as old as a session may become. The account is looked up at every request, though at most once in a while, because it may be changed
 * anywhere: on our pages, in Admin, on another node.
 *
 * <p>A lock-out after wrong passwords ends no session: else whoever knows a name could end other people's.
 */
class AccountStillValid extends OncePerRequestFilter {

    private static final String MARK = AccountStillValid.class.getName() + ".mark";
    private static final String SINCE = AccountStillValid.class.getName() + ".since";

    private final LoadingCache<String, Optional<String>> marks;
    private final Duration idle;
    private final Duration longest;
    private final InstantSource clock;

    /**
     * @param markOf what an account is like at this moment, by user id; nothing where there is none
     * @param idle how long nothing may happen in a session
     * @param longest a session's life
     * @param unnoticed how long a change of an account may go unnoticed
     * @param clock of the machine, as the sessions' own
     */
    AccountStillValid(
            Function<String, Optional<String>> markOf,
            Duration idle,
            Duration longest,
            Duration unnoticed,
            InstantSource clock) {
        this.marks = Caffeine.newBuilder()
                .expireAfterWrite(unnoticed)
                .maximumSize(10_000)
                .build(markOf::apply);
        this.idle = idle;
        this.longest = longest;
        this.clock = clock;
    }

    /** Somebody signs in: the session is for the account as it is now. */
    void begin(HttpSession session, String userId) {
        marks.invalidate(userId);
        session.setAttribute(MARK, marks.get(userId).orElse(""));
        session.setAttribute(SINCE, clock.millis());
        session.setMaxInactiveInterval((int) idle.toSeconds());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        var user = SecurityContextHolder.getContext().getAuthentication();
        if (session == null || user == null || !isSignedIn(user)) {
            chain.doFilter(request, response);
            return;
        }
        boolean changesOwnPassword = WebappPaths.isPasswordOf(user.getName(), request);
        if (!isValid(session, user.getName())) {
            session.invalidate();
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
        if (changesOwnPassword && response.getStatus() == HttpServletResponse.SC_NO_CONTENT) {
            begin(session, user.getName());
        }
    }

    private boolean isValid(HttpSession session, String userId) {
        return session.getAttribute(SINCE) instanceof Long since
                && clock.millis() - since < longest.toMillis()
                && marks.get(userId).filter(session.getAttribute(MARK)::equals).isPresent();
    }

    private static boolean isSignedIn(Authentication user) {
        return user.isAuthenticated() && !(user instanceof AnonymousAuthenticationToken);
    }
}
