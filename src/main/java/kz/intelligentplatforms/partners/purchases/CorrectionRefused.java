package kz.intelligentplatforms.partners.purchases;

import kz.intelligentplatforms.partners.platform.web.Refused;

/** A recorded purchase cannot be put right by people as they wish; nothing has changed. */
public class CorrectionRefused extends Refused {

    private static final long serialVersionUID = 1L;

    /** Why; the text is the message {@code correction.refused.<reason>}. */
    public enum Reason {
        /** It was corrected or voided meanwhile, or what is asked for does not fit how it stands. */
        CHANGED,
        /** Somebody has asked to put it right, and it is not decided yet. */
        OPEN,
        /** It says the same already. */
        NOTHING_CHANGED
    }

    public CorrectionRefused(Reason reason) {
        super("correction.refused.", reason);
    }
}
