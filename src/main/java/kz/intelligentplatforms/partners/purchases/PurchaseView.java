package kz.intelligentplatforms.partners.purchases;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import kz.intelligentplatforms.partners.partner.TaxIdentity;
import org.jspecify.annotations.Nullable;

/**
 * A purchase of a partner, or what takes one back.
 *
 * @param kind what the document is; the reversal of a sale is a sale's
 * @param buyer as it was sent
 * @param amount KZT; negative for a return, and for the reversal of a sale
 * @param receivedBy user id
 * @param matchedBy user id of whoever said whose it is, where that was needed
 * @param caseNumber where people decided it: the correction's case
 */
public record PurchaseView(
        long id,
        String documentNumber,
        PurchaseKind kind,
        long partnerId,
        String partnerName,
        TaxIdentity buyer,
        LocalDate date,
        BigDecimal amount,
        PurchaseSource source,
        Instant receivedAt,
        String receivedBy,
        @Nullable String matchedBy,
        PurchaseStanding standing,
        @Nullable String caseNumber) {}
