package kz.intelligentplatforms.partners.tierupgrade.web;

import java.security.Principal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.partner.PortalPartners;
import kz.intelligentplatforms.partners.program.Benefit;
import kz.intelligentplatforms.partners.program.ProgramRules;
import kz.intelligentplatforms.partners.program.TargetStatus;
import kz.intelligentplatforms.partners.program.Tier;
import kz.intelligentplatforms.partners.tierupgrade.LevelDrafts;
import kz.intelligentplatforms.partners.tierupgrade.LevelProgress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a partner stands, and what it takes to go on. */
@Controller
class LevelPage {

    private final PortalPartners own;
    private final LevelProgress progress;
    private final LevelDrafts drafts;
    private final ProgramRules rules;

    LevelPage(PortalPartners own, LevelProgress progress, LevelDrafts drafts, ProgramRules rules) {
        this.own = own;
        this.progress = progress;
        this.drafts = drafts;
        this.rules = rules;
    }

    @GetMapping("/portal/level")
    ModelAndView show(@RequestParam(required = false) @Nullable Long partner, Principal user) {
        var chosen = own.one(user, partner);
        return new ModelAndView("tierupgrade/level")
                .addObject("partner", chosen)
                .addObject("partners", own.of(user))
                .addObject("ways", progress.of(chosen.id()))
                .addObject("changes", changesFor(chosen))
                .addObject("drafts", drafts.of(chosen.id()));
    }

    /** What would be added to what the partner has, and what would end. */
    record Change(Set<Benefit> gains, Set<Benefit> losses) {}

    private Map<TargetStatus, Change> changesFor(PartnerView partner) {
        var held = rules.benefitsOf(partner.tier(), partner.serviceStatus());
        var changes = new EnumMap<TargetStatus, Change>(TargetStatus.class);
        for (var target : TargetStatus.values()) {
            var then = benefitsWith(target, partner);
            changes.put(target, new Change(without(then, held), without(held, then)));
        }
        return changes;
    }

    private Set<Benefit> benefitsWith(TargetStatus target, PartnerView partner) {
        if (!target.isService()) {
            var tier = target.tier().orElseThrow();
            return rules.benefitsOf(tier, partner.serviceStatus() && rules.allowsServiceStatus(tier));
        }
        // Where the present level does not allow it: what it adds on the first that does.
        var benefits = EnumSet.noneOf(Benefit.class);
        benefits.addAll(rules.benefitsOf(partner.tier()));
        Arrays.stream(Tier.values())
                .filter(tier -> tier.compareTo(partner.tier()) >= 0 && rules.allowsServiceStatus(tier))
                .findFirst()
                .map(rules::benefitsOfServiceStatus)
                .ifPresent(benefits::addAll);
        return benefits;
    }

    private static Set<Benefit> without(Set<Benefit> benefits, Set<Benefit> others) {
        var rest = EnumSet.noneOf(Benefit.class);
        rest.addAll(benefits);
        rest.removeAll(others);
        return rest;
    }
}
