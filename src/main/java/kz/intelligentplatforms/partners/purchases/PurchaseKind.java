package kz.intelligentplatforms.partners.purchases;

/** Which way the goods went. */
public enum PurchaseKind {
    SALE,
    RETURN
}
