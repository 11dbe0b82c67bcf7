package kz.intelligentplatforms.partners.platform.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Signed out: a page leads to the sign-in page, a call of a webapp's script gets a plain 401. */
class WebappEntryPoint implements AuthenticationEntryPoint {

    private final LoginUrlAuthenticationEntryPoint signIn = new LoginUrlAuthenticationEntryPoint("/login");

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, ServletException {
        if (WebappPaths.isApi(request)) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            signIn.commence(request, response, reason);
        }
    }
}
