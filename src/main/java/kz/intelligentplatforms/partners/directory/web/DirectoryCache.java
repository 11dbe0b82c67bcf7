package kz.intelligentplatforms.partners.directory.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import kz.intelligentplatforms.partners.directory.DirectorySearch;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers for the public directory again what it answered before, as long as nothing in the directory has changed. Browsers and
 * caches on the way keep an answer too, but ask each time whether there is news: who has left the directory is gone from it at once.
 */
@Component
@Order(0) // behind Spring Security, which knows who is asking
class DirectoryCache extends OncePerRequestFilter {

    private static final String ASK_WHETHER_THERE_IS_NEWS =
            CacheControl.maxAge(Duration.ZERO).mustRevalidate().cachePublic().getHeaderValue();
    private static final long MAX_BYTES = 32_000_000;
    private static final int MAX_QUERY = 300;

    /** Of this start: another may bring other texts and templates. */
    private final String program = UUID.randomUUID().toString().substring(0, 8);

    private final DirectorySearch directory;
    private final LocaleResolver locales;
    private final Cache<Question, Answer> answers = Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .weigher((Question question, Answer answer) -> answer.body().length + 1000)
            .build();

    DirectoryCache(DirectorySearch directory, LocaleResolver locales) {
        this.directory = directory;
        this.locales = locales;
    }

    private record Question(String path, String query, String language, String etag) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Answer(byte[] body, String type) {}

    /** Not what names who is signed in, or sets a cookie. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isOfTheDirectory(request.getServletPath())
                || !request.getMethod().equals("GET")
                || request.getUserPrincipal() != null
                || request.getParameter("lang") != null;
    }

    private static boolean isOfTheDirectory(String path) {
        return path.equals("/partners")
                || path.equals("/service-partners")
                || path.equals("/api/v1/directory")
                || (path.startsWith("/partners/") && path.indexOf('/', "/partners/".length()) < 0);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var language = locales.resolveLocale(request).getLanguage();
        var etag = "W/\"%s-%d-%s\"".formatted(program, directory.edition(), language);
        var query = request.getQueryString() == null ? "" : request.getQueryString();
        var question = new Question(request.getServletPath(), query, language, etag);
        var known = answers.getIfPresent(question);
        if (known == null) {
            ask(question, request, response, chain);
        } else if (!isKnownToTheAsker(question, request, response)) {
            response.setContentType(known.type());
            response.setContentLength(known.body().length);
            response.getOutputStream().write(known.body());
        }
    }

    private void ask(Question question, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caught = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, caught);
        if (caught.getStatus() == HttpStatus.OK.value() && !response.isCommitted()) {
            if (question.query().length() <= MAX_QUERY) {
                answers.put(
                        question, new Answer(caught.getContentAsByteArray(), String.valueOf(caught.getContentType())));
            }
            if (isKnownToTheAsker(question, request, response)) {
                return;
            }
        }
        caught.copyBodyToResponse();
    }

    /** Says how long the answer may be kept; if the asker has it already, that is all there is to say. */
    private static boolean isKnownToTheAsker(
            Question question, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, ASK_WHETHER_THERE_IS_NEWS);
        response.addHeader(HttpHeaders.VARY, "Accept-Language, Cookie");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, question.language());
        return new ServletWebRequest(request, response).checkNotModified(question.etag());
    }
}
