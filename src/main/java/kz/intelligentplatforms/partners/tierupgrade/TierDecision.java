package kz.intelligentplatforms.partners.tierupgrade;

/** What a program manager answers. */
enum TierDecision {
    APPROVE,
    RETURN,
    REJECT
}
