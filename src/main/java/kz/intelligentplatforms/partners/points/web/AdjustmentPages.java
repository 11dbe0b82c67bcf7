package kz.intelligentplatforms.partners.points.web;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import kz.intelligentplatforms.partners.cases.CaseKind;
import kz.intelligentplatforms.partners.cases.CasePages;
import kz.intelligentplatforms.partners.cases.CaseView;
import kz.intelligentplatforms.partners.points.adjustment.PointsAdjustmentProcess;
import org.springframework.stereotype.Component;

/** Adjustments of points among all cases. */
@Component
class AdjustmentPages implements CasePages {

    private final PointsAdjustmentProcess adjustments;

    AdjustmentPages(PointsAdjustmentProcess adjustments) {
        this.adjustments = adjustments;
    }

    @Override
    public CaseKind kind() {
        return PointsAdjustmentProcess.CASES;
    }

    @Override
    public Optional<StaffPart> staffPart(CaseView view, Collection<String> groups) {
        return adjustments
                .byCaseNumber(view.number())
                .map(adjustment -> new StaffPart(
                        "points/adjustment :: facts", Map.of("adjustment", adjustment), adjustment.partnerId()));
    }
}
