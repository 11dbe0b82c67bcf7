package kz.intelligentplatforms.partners.rewards.web;

import java.security.Principal;
import java.util.List;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.partner.PortalPartners;
import kz.intelligentplatforms.partners.platform.submission.SubmissionReused;
import kz.intelligentplatforms.partners.platform.web.SeeOther;
import kz.intelligentplatforms.partners.platform.web.SentBefore;
import kz.intelligentplatforms.partners.platform.web.SubmissionKeys;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.points.PointsBalance;
import kz.intelligentplatforms.partners.points.PointsLedger;
import kz.intelligentplatforms.partners.rewards.PointsRedemptionProcess;
import kz.intelligentplatforms.partners.rewards.RedemptionRefused;
import kz.intelligentplatforms.partners.rewards.RewardView;
import kz.intelligentplatforms.partners.rewards.Rewards;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The catalogue of rewards for a partner, and what it has asked for. */
@Controller
class RewardController {

    private final PortalPartners ownPartners;
    private final Partners partners;
    private final PointsLedger ledger;
    private final Rewards rewards;
    private final PointsRedemptionProcess process;
    private final Texts texts;

    RewardController(
            PortalPartners ownPartners,
            Partners partners,
            PointsLedger ledger,
            Rewards rewards,
            PointsRedemptionProcess process,
            Texts texts) {
        this.ownPartners = ownPartners;
        this.partners = partners;
        this.ledger = ledger;
        this.rewards = rewards;
        this.process = process;
        this.texts = texts;
    }

    /**
     * A reward as a card.
     *
     * @param key of its form
     * @param left the points that remain once it is asked for; negative where they are not enough
     */
    record Offer(RewardView reward, String key, long left) {

        public boolean isWithin() {
            return left >= 0;
        }
    }

    @GetMapping("/portal/points/rewards")
    ModelAndView show(@RequestParam(required = false) @Nullable Long partner, Principal user) {
        if (ownPartners.of(user).isEmpty()) {
            return SeeOther.at("/portal");
        }
        return page(ownPartners.one(user, partner), user, HttpStatus.OK);
    }

    /** @param points what the reward cost on the page that was sent */
    @PostMapping("/portal/points/rewards")
    ModelAndView ask(
            @RequestParam long partner,
            @RequestParam long reward,
            @RequestParam long points,
            @RequestParam(defaultValue = "") String submissionKey,
            Principal user) {
        var acting = ownPartners.one(user, partner);
        try {
            process.request(partner, reward, points, SubmissionKeys.of(submissionKey), user.getName());
            return SeeOther.at("/portal/points/rewards?partner=" + partner + "&sent");
        } catch (SubmissionReused reused) {
            return new SentBefore("/portal/cases/" + reused.earlier(), reused.earlier())
                    .on(page(acting, user, HttpStatus.CONFLICT));
        } catch (RedemptionRefused refused) {
            return refused(acting, user, refused);
        }
    }

    @PostMapping("/portal/points/rewards/withdrawal")
    ModelAndView withdraw(@RequestParam long partner, @RequestParam(name = "case") String number, Principal user) {
        var acting = ownPartners.one(user, partner);
        var own = process.byCaseNumber(number)
                .filter(redemption -> redemption.partnerId() == partner)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        try {
            process.withdraw(partner, own.caseNumber(), user.getName());
            return SeeOther.at("/portal/points/rewards?partner=" + partner + "&withdrawn");
        } catch (RedemptionRefused refused) {
            return refused(acting, user, refused);
        }
    }

    /** A form's address, opened by hand or reloaded. */
    @GetMapping("/portal/points/rewards/withdrawal")
    ModelAndView back() {
        return SeeOther.at("/portal/points/rewards");
    }

    private ModelAndView refused(PartnerView partner, Principal user, RedemptionRefused refused) {
        return page(partner, user, HttpStatus.CONFLICT).addObject("refusal", refused.text(texts));
    }

    private ModelAndView page(PartnerView partner, Principal user, HttpStatus status) {
        var points = ledger.balanceOf(partner.id());
        return new ModelAndView("rewards/list", status)
                .addObject("partner", partner)
                .addObject("partners", ownPartners.of(user))
                .addObject("points", points)
                .addObject("active", partners.isActive(partner.id()))
                .addObject("offers", offers(points))
                .addObject("redemptions", process.ofPartner(partner.id()));
    }

    private List<Offer> offers(PointsBalance points) {
        return rewards.offered().stream()
                .map(reward -> new Offer(reward, SubmissionKeys.next(), points.available() - reward.points()))
                .toList();
    }
}
