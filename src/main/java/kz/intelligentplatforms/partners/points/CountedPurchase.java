package kz.intelligentplatforms.partners.points;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import kz.intelligentplatforms.partners.purchases.PurchaseStanding;

/**
 * A purchase as the ERP has it, or what takes one back.
 *
 * @param documentNumber of the invoice or the return
 * @param amount in KZT; negative for a return, and for the reversal of a sale
 */
public record CountedPurchase(
        long id,
        String documentNumber,
        LocalDate purchasedOn,
        BigDecimal amount,
        Instant receivedAt,
        PurchaseStanding standing) {}
