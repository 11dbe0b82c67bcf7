package kz.intelligentplatforms.partners.tierupgrade;

import kz.intelligentplatforms.partners.cases.CaseEventType;

/** What happens in applications for levels only. */
public enum LevelEvent implements CaseEventType {
    CHECK_REUSED,
    CHECK_CONFIRMED,
    CHECK_REFUSED,
    CHECK_RETURNED,
    CHECK_GIVEN,
    CHECK_CORRECTED,
    PLAN_PROPOSED,
    PLAN_ACCEPTED,
    LEVEL_CHANGED,
    BENEFIT_GRANTED,
    BENEFIT_WITHDRAWN;

    @Override
    public boolean isReasonInternal() {
        return this == CHECK_CONFIRMED;
    }
}
