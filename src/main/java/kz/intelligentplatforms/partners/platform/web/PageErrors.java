package kz.intelligentplatforms.partners.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Sends people to the error page where machines get problem details: everywhere but below {@code /api}. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageErrors implements HandlerExceptionResolver {

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception error) {
        var status = statusOf(error);
        if (status.isEmpty() || request.getServletPath().startsWith("/api/")) {
            return null;
        }
        try {
            response.sendError(status.getAsInt());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }

    /** The status of what the framework refuses; what else goes wrong is an internal error, and logged as one. */
    private static OptionalInt statusOf(Exception error) {
        if (error instanceof ErrorResponse refusal) {
            return OptionalInt.of(refusal.getStatusCode().value());
        }
        if (error instanceof MultipartException) {
            // What is broken has been refused before; this one is no form with files where one is awaited.
            return OptionalInt.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
        }
        return error instanceof TypeMismatchException
                ? OptionalInt.of(HttpStatus.BAD_REQUEST.value())
                : OptionalInt.empty();
    }
}
