package kz.intelligentplatforms.partners.purchases.correction;

import java.time.Instant;
import kz.intelligentplatforms.partners.purchases.PurchaseValues;
import kz.intelligentplatforms.partners.purchases.PurchaseView;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked to put right in a purchase.
 *
 * @param purchase what is recorded
 * @param right what it would say; nothing where it would be voided
 * @param requestedBy user id
 * @param decidedBy user id
 * @param comment of whoever decided
 */
public record CorrectionView(
        String caseNumber,
        CorrectionAction action,
        CorrectionStage stage,
        PurchaseView purchase,
        @Nullable PurchaseValues right,
        String reason,
        String requestedBy,
        Instant requestedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String comment) {

    /** Whose purchase it is, or was. */
    public long partnerId() {
        return purchase.partnerId();
    }

    public boolean isOpen() {
        return stage == CorrectionStage.APPROVAL;
    }
}
