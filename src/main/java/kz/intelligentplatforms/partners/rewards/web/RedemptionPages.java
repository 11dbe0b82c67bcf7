package kz.intelligentplatforms.partners.rewards.web;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import kz.intelligentplatforms.partners.cases.CaseKind;
import kz.intelligentplatforms.partners.cases.CasePages;
import kz.intelligentplatforms.partners.cases.CaseView;
import kz.intelligentplatforms.partners.points.PointsLedger;
import kz.intelligentplatforms.partners.rewards.PointsRedemptionProcess;
import org.springframework.stereotype.Component;

/** Requests for rewards among all cases. */
@Component
class RedemptionPages implements CasePages {

    private final PointsRedemptionProcess redemptions;
    private final PointsLedger points;

    RedemptionPages(PointsRedemptionProcess redemptions, PointsLedger points) {
        this.redemptions = redemptions;
        this.points = points;
    }

    @Override
    public CaseKind kind() {
        return PointsRedemptionProcess.CASES;
    }

    @Override
    public Optional<Onward> onward(CaseView view, long partnerId) {
        return Optional.of(
                new Onward("/portal/points/rewards?partner=" + partnerId + "#" + view.number(), "rewards.to-request"));
    }

    @Override
    public Optional<StaffPart> staffPart(CaseView view, Collection<String> groups) {
        return redemptions
                .byCaseNumber(view.number())
                .map(redemption -> new StaffPart(
                        "rewards/redemption :: facts",
                        Map.of("redemption", redemption, "points", points.balanceOf(redemption.partnerId())),
                        null));
    }
}
