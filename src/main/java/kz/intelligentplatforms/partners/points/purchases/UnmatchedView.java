package kz.intelligentplatforms.partners.points.purchases;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A purchase of a company that is no member.
 *
 * @param amount KZT; negative for a return
 */
public record UnmatchedView(
        String documentNumber,
        String taxNumber,
        LocalDate date,
        BigDecimal amount,
        PurchaseSource source,
        Instant receivedAt) {}
