package kz.intelligentplatforms.partners.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import kz.intelligentplatforms.partners.platform.ProgramSettings;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Says what went wrong before or beside any page, in the form that the door speaks and in the language of whoever asked; takes
 * neither a session nor the database.
 */
@Component
class ErrorAnswers {

    private static final Pattern MACHINES = Pattern.compile("/(api|actuator|v3/api-docs)(/.*)?");
    private static final String WEBAPP_API = "/camunda/api/";

    /** What the page may load: its looks, from here. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final MessageSource messages;
    private final LocaleResolver locales;
    private final ITemplateEngine templates;
    private final ProgramSettings settings;
    private final ObjectMapper json;

    ErrorAnswers(
            MessageSource messages,
            LocaleResolver locales,
            ITemplateEngine templates,
            ProgramSettings settings,
            ObjectMapper json) {
        this.messages = messages;
        this.locales = locales;
        this.templates = templates;
        this.settings = settings;
        this.json = json;
    }

    static boolean isForMachines(HttpServletRequest request) {
        return MACHINES.matcher(pathOf(request)).matches();
    }

    /** Of the request itself, not of the error page that the container asks for in its place. */
    private static String pathOf(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
    }

    /** As problem details (RFC 9457). */
    void problem(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String messageKey)
            throws IOException {
        var text = text(messageKey, Languages.preferred(request));
        write(
                response,
                status,
                MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                json.writeValueAsString(ProblemDetail.forStatusAndDetail(status, text)));
    }

    /** As problem details, as a message that the webapps' scripts show, or as a page; in the words of {@code problem.<status>}. */
    void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status) throws IOException {
        var key = "problem." + status.value();
        if (isForMachines(request)) {
            problem(request, response, status, key + ".text");
            return;
        }
        var locale = locales.resolveLocale(request);
        if (pathOf(request).startsWith(WEBAPP_API)) {
            var message = Map.of("type", "RestException", "message", text(key + ".text", locale));
            write(response, status, MediaType.APPLICATION_JSON_VALUE, json.writeValueAsString(message));
            return;
        }
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        write(response, status, MediaType.TEXT_HTML_VALUE, page(status, locale));
    }

    private String text(String key, Locale locale) {
        var other = messages.getMessage("problem.other.text", null, locale);
        return String.valueOf(messages.getMessage(key, null, other, locale));
    }

    private String page(HttpStatus status, Locale locale) {
        var context = new Context(locale);
        context.setVariable("status", status.value());
        context.setVariable("vendor", settings.vendorName());
        return templates.process("unavailable", context);
    }

    private static void write(HttpServletResponse response, HttpStatus status, String type, String body)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
