package kz.intelligentplatforms.partners.points.purchases;

/** What is said of a purchase; its label is the message {@code purchases.field.<name>}. */
public enum PurchaseField {
    DOCUMENT_NUMBER("documentNumber"),
    PARTNER_BIN("partnerBin"),
    DATE("date"),
    AMOUNT("amount"),
    KIND("kind"),
    CURRENCY("currency");

    private final String property;

    PurchaseField(String property) {
        this.property = property;
    }

    /** Its name in the JSON interface, and the English one in the head of a CSV file. */
    public String property() {
        return property;
    }
}
