package kz.intelligentplatforms.partners.registration;

import kz.intelligentplatforms.partners.platform.web.Refused;

/** A submission that cannot become, or go on as, a case; nothing has been changed. */
public class RegistrationRefused extends Refused {

    private static final long serialVersionUID = 1L;

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

    public RegistrationRefused(Reason reason) {
        super("registration.refused.", reason);
    }
}
