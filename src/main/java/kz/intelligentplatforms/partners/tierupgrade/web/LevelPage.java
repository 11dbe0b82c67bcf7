package kz.intelligentplatforms.partners.tierupgrade.web;

import java.security.Principal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.intelligentplatforms.partners.partner.PartnerView;
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

    private final OwnPartners own;
    private final LevelProgress progress;
    private final LevelDrafts drafts;
    private final ProgramRules rules;

    LevelPage(OwnPartners own, LevelProgress progress, LevelDrafts drafts, ProgramRules rules) {
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
                .addObject("gains", gainsOf(chosen))
                .addObject("drafts", drafts.of(chosen.id()));
    }

    /** What each thing to apply for would give beyond what the partner has. */
    private Map<TargetStatus, List<Benefit>> gainsOf(PartnerView partner) {
        var held = rules.benefitsOf(partner.tier(), partner.serviceStatus());
        var gains = new EnumMap<TargetStatus, List<Benefit>>(TargetStatus.class);
        for (var target : TargetStatus.values()) {
            var gain = EnumSet.noneOf(Benefit.class);
            gain.addAll(benefitsOf(target, partner.tier()));
            gain.removeAll(held);
            gains.put(target, List.copyOf(gain));
        }
        return gains;
    }

    private Set<Benefit> benefitsOf(TargetStatus target, Tier present) {
        if (!target.isService()) {
            return rules.benefitsOf(target.tier().orElseThrow());
        }
        // Where the present level does not allow it: what it gives on the first that does.
        return Arrays.stream(Tier.values())
                .filter(tier -> tier.compareTo(present) >= 0 && rules.allowsServiceStatus(tier))
                .findFirst()
                .map(rules::benefitsOfServiceStatus)
                .orElse(Set.of());
    }
}
