package kz.intelligentplatforms.partners.purchases;

/** Which way a purchase came in. */
public enum PurchaseSource {
    API,
    CSV,
    COMMERCEML,
    /** People corrected what one of the others had brought. */
    STAFF
}
