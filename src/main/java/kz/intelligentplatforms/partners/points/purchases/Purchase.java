package kz.intelligentplatforms.partners.points.purchases;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A purchase that is right in itself. Two with the same document number are the same only when they are equal.
 *
 * @param taxNumber the buyer's BIN or IIN
 * @param amount KZT with two decimals; positive for a sale, negative for a return
 */
record Purchase(String documentNumber, String taxNumber, LocalDate date, BigDecimal amount) {

    boolean isSale() {
        return amount.signum() > 0;
    }
}
