package kz.intelligentplatforms.partners.points.adjustment;

import kz.intelligentplatforms.partners.platform.web.Refused;

/** An adjustment that cannot become a case; nothing has been changed. */
public class AdjustmentRefused extends Refused {

    private static final long serialVersionUID = 1L;

    /** Why; the text is the message {@code adjustment.refused.<reason>}. */
    public enum Reason {
        /** The partner has no points account. */
        NO_ACCOUNT,
        /** What was accrued follows from purchases: those are corrected, and the next run posts the difference. */
        ACCRUED,
        /** Only adjustments and redemptions are taken back. */
        NOT_REVERSIBLE,
        /** The entry has been taken back before. */
        ALREADY_REVERSED,
        /** Somebody has asked to take the entry back, and it is not decided yet. */
        REVERSAL_OPEN
    }

    public AdjustmentRefused(Reason reason) {
        super("adjustment.refused.", reason);
    }
}
