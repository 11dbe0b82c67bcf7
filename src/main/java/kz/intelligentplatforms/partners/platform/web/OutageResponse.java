package kz.intelligentplatforms.partners.platform.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import kz.intelligentplatforms.partners.platform.database.DatabaseReach;

/**
 * Holds back what others make of a request that lost the database: the engine's interface says internal error, the framework asks
 * the container for an error page.
 */
class OutageResponse extends HttpServletResponseWrapper {

    private final boolean holds;
    private boolean heldBack;

    OutageResponse(HttpServletResponse response, boolean holds) {
        super(response);
        this.holds = holds;
    }

    boolean isHeldBack() {
        return heldBack;
    }

    private boolean holdsBack(int status) {
        heldBack |= holds && status >= 400 && DatabaseReach.isLost() && !isCommitted();
        return heldBack;
    }

    @Override
    public void setStatus(int status) {
        if (!holdsBack(status)) {
            super.setStatus(status);
        }
    }

    @Override
    public void sendError(int status) throws IOException {
        if (!holdsBack(status)) {
            super.sendError(status);
        }
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        if (!holdsBack(status)) {
            super.sendError(status, message);
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return heldBack ? new Nowhere() : super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return heldBack
                ? new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)
                : super.getWriter();
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!heldBack) {
            super.flushBuffer();
        }
    }

    private static final class Nowhere extends ServletOutputStream {

        @Override
        public void write(int b) {
            // It would be the body of an answer that is held back.
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("Nothing here is written later");
        }
    }
}
