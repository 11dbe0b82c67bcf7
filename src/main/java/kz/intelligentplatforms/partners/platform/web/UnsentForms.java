package kz.intelligentplatforms.partners.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.cors.CorsUtils;

/**
 * Keeps the form that a session's end has overtaken, one a browser, and leads back to its page, by way of the sign-in where that
 * is needed. Only a page of our own is believed to have sent it: a form that another site sends is neither obeyed nor shown.
 */
public final class UnsentForms {

    /** For long enough to find one's password. */
    private static final Duration KEPT = Duration.ofMinutes(30);

    /** In characters; a level's form full of evidence has half of it. */
    private static final int MAX_SIZE = 128 * 1024;

    private static final String ATTRIBUTE = UnsentForm.class.getName();
    private static final InstantSource CLOCK = InstantSource.system();

    private UnsentForms() {}

    /**
     * Turns a form back to its page.
     *
     * @return false, with nothing done, when it is none of ours or too large to keep
     */
    public static boolean turnBack(HttpServletRequest request, HttpServletResponse response) {
        var fields = isFromOwnPage(request) ? typed(request.getParameterMap()) : null;
        return fields != null && turnBack(request, response, fields);
    }

    /** As {@link #turnBack}, for a form with a file whose body is not to be read. */
    static boolean turnBackUnread(HttpServletRequest request, HttpServletResponse response) {
        return isFromOwnPage(request) && turnBack(request, response, Map.of());
    }

    private static boolean turnBack(
            HttpServletRequest request, HttpServletResponse response, Map<String, List<String>> typed) {
        var form = new UnsentForm(
                request.getRequestURI(),
                pageOf(request),
                typed,
                isMultipart(request),
                CLOCK.instant().plus(KEPT));
        var session = request.getSession();
        if (session.isNew()) {
            // Whoever does not come back leaves nothing lying about; the sign-in makes it as long as all are.
            session.setMaxInactiveInterval((int) KEPT.toSeconds());
        }
        session.setAttribute(ATTRIBUTE, form);
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, form.page());
        return true;
    }

    /** What waits to be sent, for a page near its own and for the sign-in. Whatever is sent there makes it out of date. */
    static @Nullable UnsentForm shownAt(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof UnsentForm form)) {
            return null;
        }
        boolean sent = request.getMethod().equals("POST") && form.isNear(request.getRequestURI());
        if (sent || CLOCK.instant().isAfter(form.until())) {
            session.removeAttribute(ATTRIBUTE);
            return null;
        }
        return form.isNear(request.getRequestURI()) || request.getRequestURI().equals("/login") ? form : null;
    }

    /** Every browser says where a form comes from; what says nothing is no browser. */
    private static boolean isFromOwnPage(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        return request.getHeader(HttpHeaders.ORIGIN) != null && !CorsUtils.isCorsRequest(request);
    }

    /** The address of the page that a form of ours stood on, or else the form's own, which leads there. */
    private static String pageOf(HttpServletRequest request) {
        var query = request.getQueryString();
        var address = request.getRequestURI() + (query == null ? "" : "?" + query);
        var sent = new UnsentForm(request.getRequestURI(), address, Map.of(), false, CLOCK.instant());
        return Optional.ofNullable(request.getHeader(HttpHeaders.REFERER))
                .flatMap(UnsentForms::addressOf)
                .filter(page -> sent.isNear(page.getRawPath()))
                .map(page -> page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery()))
                .orElse(address);
    }

    private static Optional<URI> addressOf(String referer) {
        try {
            return Optional.of(URI.create(referer)).filter(page -> page.getRawPath() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Of a small form beside a large one, what was typed in the large one; null when it is too much. */
    private static @Nullable Map<String, List<String>> typed(Map<String, String[]> parameters) {
        var sent = new LinkedMultiValueMap<String, String>();
        parameters.forEach((name, values) -> sent.addAll(name, List.of(values)));
        var packed = sent.getFirst("kept");
        var typed = new LinkedHashMap<String, List<String>>();
        int size = 0;
        for (var field : (packed == null ? sent : KeptForm.unpack(packed)).entrySet()) {
            var name = field.getKey();
            if (!name.equals("_csrf") && !name.toLowerCase(Locale.ROOT).contains("password")) {
                typed.put(name, new ArrayList<>(field.getValue()));
                size += field.getValue().stream()
                        .mapToInt(value -> name.length() + value.length())
                        .sum();
            }
        }
        return size > MAX_SIZE ? null : typed;
    }

    private static boolean isMultipart(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }
}
