package kz.intelligentplatforms.partners.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** The paths of the engine's webapps. They are served by servlets of their own, which the usual path matchers do not see through. */
final class WebappPaths {

    /** The REST interface of the engine, as a pattern: with the engine's name, as the webapps call it, or without. */
    static final String ENGINE = "/camunda/api/engine/(?:engine/[^/]+/)?";

    private static final Pattern SIGN_OUT = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/logout");

    private WebappPaths() {}

    /** The path as the webapps' own routing will see it: no parameters, no doubled slashes. */
    static String pathOf(HttpServletRequest request) {
        var path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return path.replaceAll(";[^/]*", "").replaceAll("/{2,}", "/");
    }

    static boolean isWebapp(HttpServletRequest request) {
        var path = pathOf(request);
        return path.equals("/camunda") || path.startsWith("/camunda/");
    }

    static boolean isApi(HttpServletRequest request) {
        return pathOf(request).startsWith("/camunda/api/");
    }

    /** Whether the user's password is to be changed in the webapps. */
    static boolean isPasswordOf(String userId, HttpServletRequest request) {
        return request.getMethod().equals("PUT") && pathOf(request).endsWith("/user/" + userId + "/credentials");
    }

    static boolean isSignOut(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && SIGN_OUT.matcher(pathOf(request)).matches();
    }
}
