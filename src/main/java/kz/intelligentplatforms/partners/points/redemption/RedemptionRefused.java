package kz.intelligentplatforms.partners.points.redemption;

/** A request for a reward that cannot become, or go on as, a case; nothing has been changed. */
public class RedemptionRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final long available;

    RedemptionRefused(Reason reason) {
        this(reason, 0);
    }

    RedemptionRefused(Reason reason, long available) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.available = available;
    }

    public Reason reason() {
        return reason;
    }

    /** How many points there are, where they are not enough. */
    public long available() {
        return available;
    }

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
}
