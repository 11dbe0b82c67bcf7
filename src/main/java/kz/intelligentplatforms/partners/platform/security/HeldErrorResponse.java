package kz.intelligentplatforms.partners.platform.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Holds an answer back until it is known whether it is an error that should read otherwise. */
class HeldErrorResponse extends ContentCachingResponseWrapper {

    HeldErrorResponse(HttpServletResponse response) {
        super(response);
    }

    boolean isError() {
        return getStatus() >= 400;
    }

    boolean isServerError() {
        return getStatus() >= 500;
    }

    void release() throws IOException {
        copyBodyToResponse();
    }
}
