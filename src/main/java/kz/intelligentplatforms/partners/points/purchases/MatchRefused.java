package kz.intelligentplatforms.partners.points.purchases;

/** Purchases cannot be matched to a partner, for a reason that people can do something about. */
public class MatchRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String terms;

    MatchRefused(Reason reason, String terms) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.terms = terms;
    }

    /** The messages {@code purchases.match.refused.<NAME>}, with {0} the partner's terms. */
    public enum Reason {
        /** Somebody else has matched it. */
        GONE,
        NO_MEMBER,
        OUTSIDE_TERM
    }

    public Reason reason() {
        return reason;
    }

    /** The partner's terms; empty where they do not matter. */
    public String terms() {
        return terms;
    }
}
