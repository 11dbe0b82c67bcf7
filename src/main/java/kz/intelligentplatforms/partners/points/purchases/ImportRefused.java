package kz.intelligentplatforms.partners.points.purchases;

/** A file cannot be taken or recorded, for a reason that people can do something about. */
public class ImportRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    ImportRefused(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    /** The messages {@code purchases.refused.<NAME>}. */
    public enum Reason {
        EMPTY,
        TOO_LARGE,
        /** Somebody else records it at this moment. */
        BUSY,
        RECORDED_ALREADY,
        /** Discarded, or removed after a day. */
        GONE,
        /** It has flaws, perhaps such as came up after the preview. */
        FLAWED
    }

    public Reason reason() {
        return reason;
    }
}
