package kz.intelligentplatforms.partners.points.adjustment;

/** An adjustment that cannot become a case; nothing has been changed. */
public class AdjustmentRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    AdjustmentRefused(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

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
}
