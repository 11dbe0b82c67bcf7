package kz.intelligentplatforms.partners.tierupgrade;

import kz.intelligentplatforms.partners.platform.web.Refused;

/** An application, or a step in one, that the rules do not allow; nothing has changed. */
public class TierUpgradeRefused extends Refused {

    private static final long serialVersionUID = 1L;

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
        super("tier.refused.", reason);
    }
}
