package kz.intelligentplatforms.partners.portal;

import java.security.Principal;
import java.util.EnumSet;
import java.util.Set;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.partner.PartnerPanel.Place;
import kz.intelligentplatforms.partners.partner.PartnerPanels;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.partner.PortalPartners;
import kz.intelligentplatforms.partners.program.Benefit;
import kz.intelligentplatforms.partners.program.ProgramRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a partner begins: its level, its benefits, its cases and what each part of the program says of it. */
@Controller
class PortalHome {

    private final PortalPartners ownPartners;
    private final Partners partners;
    private final Cases cases;
    private final PartnerPanels panels;
    private final ProgramRules rules;

    PortalHome(PortalPartners ownPartners, Partners partners, Cases cases, PartnerPanels panels, ProgramRules rules) {
        this.ownPartners = ownPartners;
        this.partners = partners;
        this.cases = cases;
        this.panels = panels;
        this.rules = rules;
    }

    @GetMapping("/portal")
    String home(@RequestParam(required = false) @Nullable Long partner, Principal user, Model model) {
        var own = ownPartners.of(user);
        model.addAttribute("partners", own);
        if (!own.isEmpty()) {
            show(ownPartners.one(user, partner), model);
        }
        return "portal/home";
    }

    private void show(PartnerView partner, Model model) {
        model.addAttribute("partner", partner);
        model.addAttribute("terms", partners.termsOf(partner.id()));
        model.addAttribute("benefits", benefitsOf(partner));
        model.addAttribute("panels", panels.show(Place.HOME, partner, model));
        model.addAttribute("cases", cases.ofPartner(partner.id()));
    }

    private Set<Benefit> benefitsOf(PartnerView partner) {
        var benefits = EnumSet.noneOf(Benefit.class);
        benefits.addAll(rules.benefitsOf(partner.tier()));
        if (partner.serviceStatus()) {
            benefits.addAll(rules.benefitsOfServiceStatus(partner.tier()));
        }
        return benefits;
    }
}
