package kz.intelligentplatforms.partners.rewards;

import kz.intelligentplatforms.partners.cases.CaseEventType;

/** What happens in requests for rewards only. */
public enum RedemptionEvent implements CaseEventType {
    REWARD_HANDED_OVER,
    REWARD_NOT_HANDED_OVER;

    @Override
    public boolean isReasonInternal() {
        return this == REWARD_HANDED_OVER;
    }
}
