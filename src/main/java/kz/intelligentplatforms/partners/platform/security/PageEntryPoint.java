package kz.intelligentplatforms.partners.platform.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import kz.intelligentplatforms.partners.platform.forms.ServedForms;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/** Leads people to the sign-in, and afterwards back to the page; a part of a page that asks by itself stays as it is. */
class PageEntryPoint extends LoginUrlAuthenticationEntryPoint {

    PageEntryPoint() {
        super("/login");
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException, ServletException {
        if (isPart(request)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            super.commence(request, response, refused);
        }
    }

    /** What somebody comes back to after the sign-in: a page, no picture and no part of one. */
    static RequestCache askedFor() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> request.getMethod().equals("GET")
                && !isPart(request)
                && Objects.toString(request.getHeader(HttpHeaders.ACCEPT), "").contains(MediaType.TEXT_HTML_VALUE));
        return cache;
    }

    /** As htmx asks for, and Tasklist, which would show the sign-in page as the form. */
    private static boolean isPart(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null
                || request.getServletPath().startsWith(ServedForms.ADDRESS);
    }
}
