package kz.intelligentplatforms.partners.points.adjustment;

import kz.intelligentplatforms.partners.cases.CaseEventType;

/** What happens in adjustments only. */
public enum AdjustmentEvent implements CaseEventType {
    ADJUSTMENT_REQUESTED,
    ADJUSTMENT_POINTS_WERE,
    ADJUSTMENT_REASON_WAS
}
