package kz.intelligentplatforms.partners.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kz.intelligentplatforms.partners.platform.database.DatabaseReach;
import kz.intelligentplatforms.partners.platform.database.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Around everything, the session included: what fails for want of a connection to the database is answered with 503, whatever it
 * failed as and whoever made an error of it, and never leaves it to an error page that needs the database too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OutageFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(OutageFilter.class);
    private static final String RETRY_AFTER_SECONDS = "10";

    private final ErrorAnswers answers;

    OutageFilter(ErrorAnswers answers) {
        this.answers = answers;
    }

    /** Error pages load a session too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new OutageResponse(response, !isHealth(request));
        DatabaseReach.begin();
        try {
            chain.doFilter(request, answer);
            if (answer.isHeldBack()) {
                unavailable(request, response, "an error answer was held back");
            }
        } catch (ServletException | IOException | RuntimeException e) {
            var cause = NestedExceptionUtils.getMostSpecificCause(e);
            if (response.isCommitted() || !(DatabaseReach.isLost() || cause instanceof Unavailable)) {
                throw e;
            }
            unavailable(request, response, String.valueOf(cause.getMessage()));
        } finally {
            DatabaseReach.end();
        }
    }

    private void unavailable(HttpServletRequest request, HttpServletResponse response, String reason)
            throws IOException {
        LOG.warn("{} cannot be answered: {}", request.getRequestURI(), reason);
        response.reset();
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        answers.write(request, response, HttpStatus.SERVICE_UNAVAILABLE);
    }

    /** Health says in its own words what is down. */
    private static boolean isHealth(HttpServletRequest request) {
        return request.getServletPath().startsWith("/actuator/health");
    }
}
