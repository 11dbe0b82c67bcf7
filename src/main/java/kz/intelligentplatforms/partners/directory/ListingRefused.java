package kz.intelligentplatforms.partners.directory;

import kz.intelligentplatforms.partners.platform.web.Refused;

/** A change of a listing that cannot become, or go on as, a case; nothing has been changed. */
public class ListingRefused extends Refused {

    private static final long serialVersionUID = 1L;

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

    ListingRefused(Reason reason) {
        super("directory.refused.", reason);
    }
}
