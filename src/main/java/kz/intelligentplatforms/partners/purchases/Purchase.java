package kz.intelligentplatforms.partners.purchases;

import java.math.BigDecimal;
import java.time.LocalDate;
import kz.intelligentplatforms.partners.partner.TaxIdentity;

/**
 * A purchase that is right in itself.
 *
 * @param document what it is known by
 * @param amount KZT with two decimals; positive for a sale, negative for a return
 */
record Purchase(PurchaseDocument document, TaxIdentity buyer, LocalDate date, BigDecimal amount) {

    boolean isSale() {
        return amount.signum() > 0;
    }

    /** Whether it says the same of a document, however the number is written. */
    boolean saysTheSameAs(Purchase other) {
        return document.numberKey().equals(other.document.numberKey())
                && buyer.equals(other.buyer)
                && date.equals(other.date)
                && amount.compareTo(other.amount) == 0;
    }
}
