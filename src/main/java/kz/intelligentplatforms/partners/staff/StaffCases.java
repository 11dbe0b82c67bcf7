package kz.intelligentplatforms.partners.staff;

import java.util.List;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.points.PointsLedger;
import kz.intelligentplatforms.partners.points.adjustment.PointsAdjustmentProcess;
import kz.intelligentplatforms.partners.points.correction.PurchaseCorrectionProcess;
import kz.intelligentplatforms.partners.points.redemption.PointsRedemptionProcess;
import kz.intelligentplatforms.partners.registration.PartnerRegistrationProcess;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A case, for the vendor's people: what was applied for and all that happened, with names. Linked from the tasks' forms. */
@Controller
class StaffCases {

    private final Cases cases;
    private final PartnerRegistrationProcess registration;
    private final LevelCases levelCases;
    private final CoFundingCases coFundingCases;
    private final PointsRedemptionProcess redemptions;
    private final PointsLedger points;
    private final PointsAdjustmentProcess adjustments;
    private final PurchaseCorrectionProcess corrections;
    private final Partners partners;
    private final CaseHistories histories;

    StaffCases(
            Cases cases,
            PartnerRegistrationProcess registration,
            LevelCases levelCases,
            CoFundingCases coFundingCases,
            PointsRedemptionProcess redemptions,
            PointsLedger points,
            PointsAdjustmentProcess adjustments,
            PurchaseCorrectionProcess corrections,
            Partners partners,
            CaseHistories histories) {
        this.cases = cases;
        this.registration = registration;
        this.levelCases = levelCases;
        this.coFundingCases = coFundingCases;
        this.redemptions = redemptions;
        this.points = points;
        this.adjustments = adjustments;
        this.corrections = corrections;
        this.partners = partners;
        this.histories = histories;
    }

    @GetMapping("/staff/cases/{number}")
    String show(@PathVariable String number, Authentication reader, Model model) {
        var view = cases.byNumber(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("view", view);
        model.addAttribute("history", histories.of(List.of(view)).getOrDefault(number, List.of()));
        cases.partnerOf(number).flatMap(partners::byId).ifPresent(partner -> model.addAttribute("partner", partner));
        var groups = AuthorityUtils.authorityListToSet(reader.getAuthorities());
        levelCases.byNumber(number, groups).ifPresent(levelCase -> model.addAttribute("levelCase", levelCase));
        coFundingCases.of(view, groups).ifPresent(request -> model.addAttribute("coFunding", request));
        registration.byCaseNumber(number).ifPresent(application -> {
            model.addAttribute("registration", application);
            partners.byIdentity(application.details().company().identity())
                    .ifPresent(partner -> model.addAttribute("partner", partner));
        });
        redemptions.byCaseNumber(number).ifPresent(redemption -> {
            model.addAttribute("redemption", redemption);
            model.addAttribute("points", points.balanceOf(redemption.partnerId()));
        });
        adjustments.byCaseNumber(number).ifPresent(adjustment -> {
            model.addAttribute("adjustment", adjustment);
            partners.byId(adjustment.partnerId()).ifPresent(partner -> model.addAttribute("partner", partner));
        });
        corrections.byCaseNumber(number).ifPresent(correction -> {
            model.addAttribute("correction", correction);
            partners.byId(correction.partnerId()).ifPresent(partner -> model.addAttribute("partner", partner));
        });
        return "staff/case";
    }
}
