package kz.intelligentplatforms.partners.tierupgrade;

/** An application, or a step in one, that the rules do not allow; nothing has changed. */
public final class TierUpgradeRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why; the text is the message {@code tier.refused.<REASON>}. */
    public enum Reason {
        /** The partner is no member today. */
        NO_MEMBERSHIP,
        /** It holds the level or the service status already. */
        ALREADY_HELD,
        /** Its level does not allow the service status (program.md, reading 6). */
        SERVICE_NOT_ALLOWED,
        /** An application for the same is open. */
        ALREADY_OPEN,
        /** One for another level is. */
        OTHER_LEVEL_OPEN,
        /** The case is on another step by now. */
        CASE_MOVED_ON
    }

    public TierUpgradeRefused(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
