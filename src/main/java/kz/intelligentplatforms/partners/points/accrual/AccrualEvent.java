package kz.intelligentplatforms.partners.points.accrual;

import kz.intelligentplatforms.partners.cases.CaseEventType;

/** What happens in runs only. */
public enum AccrualEvent implements CaseEventType {
    ACCRUAL_STARTED,
    ACCRUAL_APPROVED,
    ACCRUAL_RETURNED,
    ACCRUAL_CHANGED,
    ACCRUAL_POSTED
}
