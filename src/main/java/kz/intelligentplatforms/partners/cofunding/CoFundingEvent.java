package kz.intelligentplatforms.partners.cofunding;

import java.util.EnumSet;
import java.util.Set;
import kz.intelligentplatforms.partners.cases.CaseEventType;

/** What happens in requests for co-funding only. */
public enum CoFundingEvent implements CaseEventType {
    CO_FUNDING_INELIGIBLE,
    CO_FUNDING_APPROVED_BY_MARKETING,
    CO_FUNDING_AMOUNT_CHANGED,
    CO_FUNDING_QUEUED,
    CO_FUNDING_AUTHORIZED,
    CO_FUNDING_SENT_BACK,
    CO_FUNDING_SHORT,
    CO_FUNDING_RESERVED,
    CO_FUNDING_RELEASED,
    CO_FUNDING_CHANGE_REPORTED,
    CO_FUNDING_CHANGE_APPROVED,
    CO_FUNDING_CHANGE_REJECTED,
    CO_FUNDING_EVENT_OVER,
    CO_FUNDING_EXTENDED,
    CO_FUNDING_CLAIMED,
    CO_FUNDING_CLAIM_ACCEPTED,
    CO_FUNDING_CLAIM_RETURNED,
    CO_FUNDING_CLAIM_REFUSED,
    CO_FUNDING_CLAIM_AUTHORIZED,
    CO_FUNDING_CLAIM_SENT_BACK,
    CO_FUNDING_APPEALED,
    CO_FUNDING_APPEAL_GRANTED,
    CO_FUNDING_APPEAL_REFUSED,
    CO_FUNDING_PAID,
    CO_FUNDING_UNANSWERED,
    CO_FUNDING_CANCELLED;

    private static final Set<CoFundingEvent> INTERNAL = EnumSet.of(
            CO_FUNDING_APPROVED_BY_MARKETING,
            CO_FUNDING_QUEUED,
            CO_FUNDING_AUTHORIZED,
            CO_FUNDING_SENT_BACK,
            CO_FUNDING_SHORT,
            CO_FUNDING_CLAIM_ACCEPTED,
            CO_FUNDING_CLAIM_AUTHORIZED,
            CO_FUNDING_CLAIM_SENT_BACK);

    @Override
    public boolean isReasonInternal() {
        return INTERNAL.contains(this);
    }
}
