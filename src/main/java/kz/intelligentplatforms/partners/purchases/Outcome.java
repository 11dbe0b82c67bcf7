package kz.intelligentplatforms.partners.purchases;

/** What became of a purchase. */
public enum Outcome {
    /** It counts for a partner. */
    RECORDED,
    /** It counts for a partner in the place of what was recorded of its document before. */
    CORRECTED,
    /** It was there already, just so. */
    KNOWN,
    /** Its buyer is no member, or was none on that day: it is kept apart and can be matched later. */
    UNMATCHED,
    /** It counts for nothing: nobody can say whose it is, or its sum is zero or in another currency. It is not kept. */
    SKIPPED
}
