package kz.intelligentplatforms.partners.purchases;

import kz.intelligentplatforms.partners.platform.web.Refused;

/** Purchases cannot be matched to a partner, for a reason that people can do something about. */
public class MatchRefused extends Refused {

    private static final long serialVersionUID = 1L;

    /** The messages {@code purchases.match.refused.<NAME>}, with {0} the partner's terms. */
    public enum Reason {
        /** Somebody else has matched it. */
        GONE,
        NO_MEMBER,
        OUTSIDE_TERM
    }

    MatchRefused(Reason reason, Object... words) {
        super("purchases.match.refused.", reason, words);
    }
}
