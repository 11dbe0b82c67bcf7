package kz.intelligentplatforms.partners.points.purchases;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A purchase that counts for a partner.
 *
 * @param amount KZT; negative for a return
 * @param receivedBy user id
 * @param matchedBy user id of whoever said whose it is, where that was needed
 */
public record PurchaseView(
        String documentNumber,
        long partnerId,
        String partnerName,
        String taxNumber,
        LocalDate date,
        BigDecimal amount,
        PurchaseSource source,
        Instant receivedAt,
        String receivedBy,
        @Nullable String matchedBy) {}
