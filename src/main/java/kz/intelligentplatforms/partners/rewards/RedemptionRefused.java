package kz.intelligentplatforms.partners.rewards;

import kz.intelligentplatforms.partners.platform.web.Refused;

/** A request for a reward that cannot become, or go on as, a case; nothing has been changed. */
public class RedemptionRefused extends Refused {

    private static final long serialVersionUID = 1L;

    /** Why; the text is the message {@code redemption.refused.<reason>}, {0} the points that are available. */
    public enum Reason {
        NOT_ENOUGH_POINTS,
        SOLD_OUT,
        /** The reward is not in the catalogue any more. */
        NOT_OFFERED,
        /** It costs other points than the partner has seen. */
        PRICE_CHANGED,
        /** The membership has ended. */
        NOT_A_MEMBER,
        /** The request is decided or closed: nothing to withdraw any more. */
        CASE_MOVED_ON
    }

    RedemptionRefused(Reason reason, Object... words) {
        super("redemption.refused.", reason, words);
    }
}
