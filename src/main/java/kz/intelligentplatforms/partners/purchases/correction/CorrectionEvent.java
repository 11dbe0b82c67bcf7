package kz.intelligentplatforms.partners.purchases.correction;

import kz.intelligentplatforms.partners.cases.CaseEventType;

/** What happens in corrections of purchases only. */
public enum CorrectionEvent implements CaseEventType {
    PURCHASE_CORRECTION_REQUESTED
}
