package kz.intelligentplatforms.partners.directory;

/** A change of a listing that cannot become, or go on as, a case; nothing has been changed. */
public class ListingRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    ListingRefused(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why; the text is the message {@code directory.refused.<reason>}. */
    public enum Reason {
        /** The partner is in no list, so there is nothing to change. */
        NOT_LISTED,
        /** Another change of the partner waits already. */
        ALREADY_OPEN,
        /** Everything is as it is shown already. */
        UNCHANGED,
        /** The case has moved on: nothing to correct or withdraw any more. */
        CASE_MOVED_ON
    }
}
