package kz.intelligentplatforms.partners.directory;

import kz.intelligentplatforms.partners.platform.web.Refused;

/** A file that cannot be a logo; nothing has been stored. */
public class LogoRefused extends Refused {

    private static final long serialVersionUID = 1L;

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

    LogoRefused(Reason reason) {
        super("directory.logo.refused.", reason);
    }
}
