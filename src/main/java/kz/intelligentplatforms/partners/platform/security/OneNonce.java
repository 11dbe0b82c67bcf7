package kz.intelligentplatforms.partners.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets the scripts of a webapp's page have the nonce of its own content policy. The webapps keep the nonce in one place for all
 * requests: where two come at once, of whomever, a page gets the other one's, and its browser runs nothing and shows the loader for
 * ever.
 */
class OneNonce extends OncePerRequestFilter {

    private static final String POLICY = "Content-Security-Policy";
    private static final Pattern IN_POLICY = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern IN_PAGE = Pattern.compile("nonce=\"[^\"]*\"");

    /** Pages have addresses without an extension; scripts, styles and pictures go by as they are. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = WebappPaths.pathOf(request);
        return path.indexOf('.', path.lastIndexOf('/')) >= 0;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var page = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, page);
        var policy = IN_POLICY.matcher(Objects.toString(page.getHeader(POLICY), ""));
        if (policy.find() && page.getContentSize() > 0) {
            var nonce = Matcher.quoteReplacement("nonce=\"" + policy.group(1) + "\"");
            var written = new String(page.getContentAsByteArray(), page.getCharacterEncoding());
            page.resetBuffer();
            page.getOutputStream()
                    .write(IN_PAGE.matcher(written).replaceAll(nonce).getBytes(page.getCharacterEncoding()));
        }
        page.copyBodyToResponse();
    }
}
