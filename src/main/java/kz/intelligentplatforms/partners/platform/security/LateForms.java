package kz.intelligentplatforms.partners.platform.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kz.intelligentplatforms.partners.platform.web.UnsentForms;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/**
 * What becomes of a form whose token is not the session's any more: it is never obeyed, but one of our own pages comes back with what
 * was typed. Everything else that is refused gets the page that says so.
 */
class LateForms implements AccessDeniedHandler {

    private final AccessDeniedHandler refusal = new AccessDeniedHandlerImpl();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        boolean late = denied instanceof CsrfException;
        if (late && request.getServletPath().equals("/logout") && nobodyIsSignedIn()) {
            response.sendRedirect("/login?logout");
        } else if (!late || !UnsentForms.turnBack(request, response)) {
            refusal.handle(request, response, denied);
        }
    }

    private static boolean nobodyIsSignedIn() {
        return SecurityContextHolder.getContext().getAuthentication() == null;
    }
}
