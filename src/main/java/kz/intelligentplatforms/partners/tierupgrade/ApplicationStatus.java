package kz.intelligentplatforms.partners.tierupgrade;

/** How an application for a level stands. */
public enum ApplicationStatus {
    OPEN,
    APPROVED,
    REJECTED,
    WITHDRAWN,
    EXPIRED
}
