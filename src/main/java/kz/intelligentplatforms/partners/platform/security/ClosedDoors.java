package kz.intelligentplatforms.partners.platform.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kz.intelligentplatforms.partners.platform.identity.Access;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * What somebody sees at a page that is closed: the sign-in where that may help, and elsewhere, where nobody gets in because there is
 * nothing, that it is not found. Strangers do not learn what there is behind the sign-in.
 */
final class ClosedDoors implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final AuthenticationEntryPoint signIn = new PageEntryPoint();
    private final AccessDeniedHandler refusal = new LateForms();
    private final Access access;

    ClosedDoors(Access access) {
        this.access = access;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException stranger)
            throws IOException, ServletException {
        if (access.isNowhere(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            signIn.commence(request, response, stranger);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        // A form without its token is refused at any address.
        if (denied instanceof AuthorizationDeniedException && access.isNowhere(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            refusal.handle(request, response, denied);
        }
    }
}
