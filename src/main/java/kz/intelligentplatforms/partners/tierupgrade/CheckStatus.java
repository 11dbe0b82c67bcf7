package kz.intelligentplatforms.partners.tierupgrade;

/** How far the check of a requirement is. */
public enum CheckStatus {
    /** The partner has to give or correct its evidence. */
    AWAITED,
    /** The vendor's people check. */
    OPEN,
    CONFIRMED,
    REFUSED
}
