package kz.intelligentplatforms.partners.directory;

/** A file that cannot be a logo; nothing has been stored. */
public class LogoRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    LogoRefused(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why; the text is the message {@code directory.logo.refused.<reason>}. */
    public enum Reason {
        /** More bytes than {@link Logo#MAX_BYTES}. */
        TOO_LARGE,
        /** Neither PNG nor JPEG, whatever its name says. */
        NOT_AN_IMAGE,
        /** Wider or higher than {@link Logo#MAX_SIDE}. */
        TOO_MANY_PIXELS,
        /** Begins like an image, but cannot be read to its end. */
        BROKEN
    }
}
