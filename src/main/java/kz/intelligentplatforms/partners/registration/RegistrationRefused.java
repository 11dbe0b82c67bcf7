package kz.intelligentplatforms.partners.registration;

/** A submission that cannot become, or go on as, a case; nothing has been changed. */
public class RegistrationRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public RegistrationRefused(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why; the text is the message {@code registration.refused.<reason>}. */
    public enum Reason {
        /** The check digit is wrong. */
        INVALID_IDENTITY,
        /** The company is a member, or has an open case; which of the two is nobody else's business. */
        ALREADY_KNOWN,
        /** The same submission key came with another content. */
        KEY_REUSED,
        /** The case has moved on: nothing to correct or withdraw any more. */
        CASE_MOVED_ON
    }
}
