package kz.intelligentplatforms.partners.cofunding;

import kz.intelligentplatforms.partners.platform.web.Refused;

/** What was asked for cannot be done now; nothing has changed. */
public class CoFundingRefused extends Refused {

    private static final long serialVersionUID = 1L;

    /** The texts are the messages {@code cofunding.refused.<REASON>}. */
    public enum Reason {
        /** The membership is over: no new requests. */
        NOT_A_MEMBER,
        /** The level is not co-funded. */
        LEVEL_NOT_ELIGIBLE,
        /** Somebody else did something with the case meanwhile. */
        CASE_MOVED_ON,
        /** The term of a claim is extended once. */
        EXTENDED_ALREADY,
        /** Not later than the present end of the term, or too much later. */
        EXTENSION_OUT_OF_RANGE,
        /** A proof that the claim takes has no file. */
        PROOF_MISSING,
        TOO_MANY_DRAFTS,
        /** Longer than a draft can be; what fits the fields is far shorter. */
        DRAFT_TOO_LONG
    }

    public CoFundingRefused(Reason reason) {
        super("cofunding.refused.", reason);
    }
}
