package kz.intelligentplatforms.partners.points.accrual;

import kz.intelligentplatforms.partners.cases.CaseStage;

/** Where a run stands. */
public enum AccrualStage implements CaseStage {
    CALCULATION,
    REVIEW,
    POSTING,
    POSTED,
    REJECTED
}
