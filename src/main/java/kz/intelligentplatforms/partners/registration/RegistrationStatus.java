package kz.intelligentplatforms.partners.registration;

/** How an application stands; all but {@link #OPEN} are final. */
public enum RegistrationStatus {
    OPEN,
    REGISTERED,
    REJECTED,
    WITHDRAWN,
    /** Returned, and never answered. */
    EXPIRED
}
