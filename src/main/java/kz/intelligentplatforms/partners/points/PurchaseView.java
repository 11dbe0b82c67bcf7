package kz.intelligentplatforms.partners.points;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A purchase as the ERP has it.
 *
 * @param documentNumber of the invoice or the return
 * @param amount in KZT; negative for a return
 */
public record PurchaseView(
        long id, String documentNumber, LocalDate purchasedOn, BigDecimal amount, Instant receivedAt) {}
