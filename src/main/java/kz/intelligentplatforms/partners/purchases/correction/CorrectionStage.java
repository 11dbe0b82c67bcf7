package kz.intelligentplatforms.partners.purchases.correction;

import kz.intelligentplatforms.partners.cases.CaseStage;

/** Where a correction of a purchase stands. */
public enum CorrectionStage implements CaseStage {
    APPROVAL,
    CORRECTED,
    VOIDED,
    REJECTED
}
