package kz.intelligentplatforms.partners.purchases;

import kz.intelligentplatforms.partners.platform.web.Refused;

/** A file cannot be taken or recorded, for a reason that people can do something about. */
public class ImportRefused extends Refused {

    private static final long serialVersionUID = 1L;

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

    public ImportRefused(Reason reason, Object... words) {
        super("purchases.refused.", reason, words);
    }
}
