package kz.intelligentplatforms.partners.points.web;

import kz.intelligentplatforms.partners.cases.CaseKind;
import kz.intelligentplatforms.partners.cases.CasePages;
import kz.intelligentplatforms.partners.points.accrual.PointsAccrualProcess;
import org.springframework.stereotype.Component;

/** Runs of the accrual among all cases; they belong to no partner. */
@Component
class AccrualPages implements CasePages {

    @Override
    public CaseKind kind() {
        return PointsAccrualProcess.CASES;
    }
}
