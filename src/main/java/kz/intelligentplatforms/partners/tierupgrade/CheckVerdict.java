package kz.intelligentplatforms.partners.tierupgrade;

/** What a checker answers. */
enum CheckVerdict {
    CONFIRMED,
    RETURNED,
    REFUSED
}
