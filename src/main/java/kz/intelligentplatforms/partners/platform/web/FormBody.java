package kz.intelligentplatforms.partners.platform.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Reads a form's fields and files before anybody asks for them. The container keeps a failure to itself: a form that could not be
 * read has no fields, so no CSRF token, and its sender would be told that it lacks rights.
 */
final class FormBody {

    private static final Logger LOG = LoggerFactory.getLogger(FormBody.class);

    /** Where the container says why it has no fields. */
    private static final String FAILURE = "org.apache.catalina.parameter_parse_failed_reason";

    private FormBody() {}

    static boolean isMultipart(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    /** The status that tells why the form cannot be read; empty when it can, and when there is none. */
    static Optional<HttpStatus> failureOf(HttpServletRequest request) {
        if (isMultipart(request)) {
            try {
                request.getParts();
                return Optional.empty();
            } catch (IllegalStateException e) {
                return Optional.of(HttpStatus.PAYLOAD_TOO_LARGE);
            } catch (ServletException e) {
                return Optional.of(HttpStatus.BAD_REQUEST);
            } catch (IOException e) {
                return Optional.of(statusOf(e));
            }
        }
        request.getParameterMap();
        return Optional.ofNullable(request.getAttribute(FAILURE)).map(reason -> switch (reason.toString()) {
            case "CLIENT_DISCONNECT", "REQUEST_BODY_INCOMPLETE" -> HttpStatus.REQUEST_TIMEOUT;
            case "POST_TOO_LARGE", "TOO_MANY_PARAMETERS" -> HttpStatus.PAYLOAD_TOO_LARGE;
            default -> HttpStatus.BAD_REQUEST;
        });
    }

    private static HttpStatus statusOf(IOException failure) {
        var root = NestedExceptionUtils.getMostSpecificCause(failure);
        if (root instanceof SocketTimeoutException) {
            return HttpStatus.REQUEST_TIMEOUT;
        }
        if (isOurs(root)) {
            LOG.error("An upload cannot be stored: {}", root.getMessage());
            return HttpStatus.INSUFFICIENT_STORAGE;
        }
        return HttpStatus.BAD_REQUEST;
    }

    /** What the sender does wrong has exceptions of its own; the disk has those of the JDK. */
    private static boolean isOurs(Throwable failure) {
        return failure.getClass() == IOException.class
                || failure instanceof FileSystemException
                || failure instanceof FileNotFoundException;
    }
}
