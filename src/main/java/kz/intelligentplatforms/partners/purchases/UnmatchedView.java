package kz.intelligentplatforms.partners.purchases;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import kz.intelligentplatforms.partners.partner.TaxIdentity;

/**
 * A purchase of a company that is no member.
 *
 * @param buyer as it was sent
 * @param amount KZT; negative for a return
 */
public record UnmatchedView(
        long id,
        String documentNumber,
        TaxIdentity buyer,
        LocalDate date,
        BigDecimal amount,
        PurchaseSource source,
        Instant receivedAt) {}
