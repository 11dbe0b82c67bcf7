package kz.intelligentplatforms.partners.points.purchases;

/** Which way the goods went. */
public enum PurchaseKind {
    SALE,
    RETURN
}
