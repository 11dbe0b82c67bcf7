package kz.intelligentplatforms.partners.rewards;

import java.time.Instant;
import kz.intelligentplatforms.partners.cases.CaseStage;
import kz.intelligentplatforms.partners.platform.web.PublicText;
import org.jspecify.annotations.Nullable;

/**
 * A partner's request for a reward as it stands.
 *
 * @param title of the reward when it was asked for
 * @param points that it costs
 * @param requestedBy user id of whoever asked for the partner
 * @param decidedBy user id of whoever answered last
 * @param reason why it was rejected, as typed
 */
public record RedemptionView(
        String caseNumber,
        long partnerId,
        long rewardId,
        PublicText title,
        long points,
        Status status,
        String requestedBy,
        Instant requestedAt,
        @Nullable String decidedBy,
        @Nullable String reason) {

    /** Where a request can be: the stages of its case. */
    public enum Status implements CaseStage {
        REVIEW,
        /** Approved, and to be handed over. */
        FULFILMENT,
        FULFILLED,
        REJECTED,
        WITHDRAWN
    }

    /** Whether its points are reserved. */
    public boolean isOpen() {
        return status == Status.REVIEW || status == Status.FULFILMENT;
    }

    /** Whether the partner may withdraw it. */
    public boolean isUndecided() {
        return status == Status.REVIEW;
    }
}
