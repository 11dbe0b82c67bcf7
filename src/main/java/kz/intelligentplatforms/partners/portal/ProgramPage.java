package kz.intelligentplatforms.partners.portal;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kz.intelligentplatforms.partners.program.Benefit;
import kz.intelligentplatforms.partners.program.ProgramRules;
import kz.intelligentplatforms.partners.program.Requirement;
import kz.intelligentplatforms.partners.program.Tier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the program is; its levels come from the decision tables. */
@Controller
class ProgramPage {

    private final ProgramRules rules;

    ProgramPage(ProgramRules rules) {
        this.rules = rules;
    }

    record Level(Tier tier, Set<Requirement> requirements, Set<Benefit> benefits) {}

    /** @param tiers the levels that allow it */
    record ServiceStatus(List<Tier> tiers, Set<Requirement> requirements, Set<Benefit> benefits) {}

    @GetMapping("/")
    String program(Model model) {
        model.addAttribute(
                "levels",
                Arrays.stream(Tier.values())
                        .map(tier -> new Level(tier, rules.requirementsOf(tier), rules.benefitsOf(tier)))
                        .toList());
        model.addAttribute("service", serviceStatus());
        return "portal/program";
    }

    private ServiceStatus serviceStatus() {
        var tiers =
                Arrays.stream(Tier.values()).filter(rules::allowsServiceStatus).toList();
        var benefits = EnumSet.noneOf(Benefit.class);
        tiers.forEach(tier -> benefits.addAll(rules.benefitsOfServiceStatus(tier)));
        return new ServiceStatus(tiers, rules.requirementsOfServiceStatus(), benefits);
    }
}
