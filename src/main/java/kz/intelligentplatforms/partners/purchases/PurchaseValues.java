package kz.intelligentplatforms.partners.purchases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import kz.intelligentplatforms.partners.partner.TaxIdentity;

/**
 * What a purchase says, for people to read and to put right.
 *
 * @param amount KZT with two decimals, as on the document: without the sign of a return
 */
public record PurchaseValues(
        String documentNumber, PurchaseKind kind, LocalDate date, BigDecimal amount, TaxIdentity buyer) {

    static PurchaseValues of(Purchase purchase) {
        var document = purchase.document();
        return new PurchaseValues(
                document.number(),
                document.kind(),
                purchase.date(),
                purchase.amount().abs(),
                purchase.buyer());
    }

    /** The same as somebody would type it, for the rules that everything typed passes. */
    public Map<PurchaseField, String> fields() {
        var fields = new EnumMap<PurchaseField, String>(PurchaseField.class);
        fields.put(PurchaseField.DOCUMENT_NUMBER, documentNumber);
        fields.put(PurchaseField.KIND, kind.name());
        fields.put(PurchaseField.DATE, date.toString());
        fields.put(PurchaseField.AMOUNT, amount.toPlainString());
        fields.putAll(fieldsOf(buyer));
        return fields;
    }

    /** How a buyer is named: by its BIN or IIN, or by country and tax number. */
    public static Map<PurchaseField, String> fieldsOf(TaxIdentity buyer) {
        return buyer.isKazakh()
                ? Map.of(PurchaseField.PARTNER_BIN, buyer.taxNumber())
                : Map.of(
                        PurchaseField.PARTNER_COUNTRY, buyer.country(),
                        PurchaseField.PARTNER_TAX_NUMBER, buyer.taxNumber());
    }
}
