package kz.intelligentplatforms.partners.points.adjustment;

import kz.intelligentplatforms.partners.cases.CaseStage;

/** Where an adjustment stands. */
public enum AdjustmentStage implements CaseStage {
    APPROVAL,
    CORRECTION,
    ADJUSTED,
    REJECTED
}
