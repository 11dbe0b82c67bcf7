package kz.intelligentplatforms.partners.purchases;

/**
 * What is said of a purchase; its label is the message {@code purchases.field.<name>}. The buyer is named by its BIN or IIN, or by
 * country and tax number where it is no company of Kazakhstan.
 */
public enum PurchaseField {
    DOCUMENT_NUMBER("documentNumber"),
    /** The document's own id in the ERP, where it tells one. */
    DOCUMENT_ID("documentId"),
    PARTNER_BIN("partnerBin"),
    /** ISO 3166 alpha-2. */
    PARTNER_COUNTRY("partnerCountry"),
    PARTNER_TAX_NUMBER("partnerTaxNumber"),
    DATE("date"),
    AMOUNT("amount"),
    KIND("kind"),
    CURRENCY("currency"),
    /** Whether it says what is right in the place of what was recorded: {@code true}, and only in the JSON interface. */
    CORRECTS("corrects");

    private final String property;

    PurchaseField(String property) {
        this.property = property;
    }

    /** Its name in the JSON interface, and the English one in the head of a CSV file. */
    public String property() {
        return property;
    }
}
