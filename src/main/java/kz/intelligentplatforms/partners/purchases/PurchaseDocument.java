package kz.intelligentplatforms.partners.purchases;

import java.time.LocalDate;
import java.util.Locale;
import kz.intelligentplatforms.partners.platform.validation.DocumentNumbers;

/**
 * What a purchase is known by. The ERP restarts its numbers each year, and numbers sales and returns apart.
 *
 * @param number as the ERP writes it
 * @param numberKey the same for numbers that look the same
 * @param year of the purchase's day
 * @param id the document's own id in the ERP; empty where it tells none
 */
record PurchaseDocument(String number, String numberKey, PurchaseKind kind, int year, String id) {

    static PurchaseDocument of(String number, PurchaseKind kind, LocalDate date, String id) {
        var numberKey = DocumentNumbers.key(number);
        // An id that is the number again says no more than the number does, and starts anew each year as well.
        return new PurchaseDocument(
                number,
                numberKey,
                kind,
                date.getYear(),
                DocumentNumbers.key(id).equals(numberKey) ? "" : id.toLowerCase(Locale.ROOT));
    }

    /** By their ids where both have one, else by number, kind and year. */
    boolean isSameAs(PurchaseDocument other) {
        return id.isEmpty() || other.id.isEmpty() ? inYear().equals(other.inYear()) : id.equals(other.id);
    }

    /** Number, kind and year in one word. */
    String inYear() {
        return kind + "/" + year + "/" + numberKey;
    }
}
