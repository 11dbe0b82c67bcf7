package kz.intelligentplatforms.partners.points.purchases;

/** What became of a purchase. */
public enum Outcome {
    /** It counts for a partner. */
    RECORDED,
    /** It counts for a partner in the place of what was recorded of its document before. */
    CORRECTED,
    /** It was there already, just so. */
    KNOWN,
    /** Its buyer is no member: it is kept apart and can be matched later. */
    UNMATCHED
}
