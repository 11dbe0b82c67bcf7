package kz.intelligentplatforms.partners.portal;

import java.security.Principal;
import java.util.EnumSet;
import java.util.Set;
import kz.intelligentplatforms.partners.cases.AllCasePages;
import kz.intelligentplatforms.partners.cases.CaseView;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.partner.PartnerPanel.Place;
import kz.intelligentplatforms.partners.partner.PartnerPanels;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.partner.PortalPartners;
import kz.intelligentplatforms.partners.program.Benefit;
import kz.intelligentplatforms.partners.program.ProgramRules;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The partner's own pages. Nobody sees another partner's: what is not one's own does not exist. */
@Controller
class PortalHome {

    private final PortalPartners ownPartners;
    private final Partners partners;
    private final Cases cases;
    private final AllCasePages allPages;
    private final PartnerPanels panels;
    private final ProgramRules rules;

    PortalHome(
            PortalPartners ownPartners,
            Partners partners,
            Cases cases,
            AllCasePages allPages,
            PartnerPanels panels,
            ProgramRules rules) {
        this.ownPartners = ownPartners;
        this.partners = partners;
        this.cases = cases;
        this.allPages = allPages;
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

    @GetMapping("/portal/cases/{number}")
    String ownCase(@PathVariable String number, Principal user, Model model) {
        for (var partner : ownPartners.of(user)) {
            for (var view : cases.ofPartner(partner.id())) {
                if (view.number().equals(number)) {
                    return show(partner, view, model);
                }
            }
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private String show(PartnerView partner, CaseView view, Model model) {
        var pages = allPages.of(view);
        var own = pages.portalPage(view.number());
        if (own.isPresent()) {
            return "redirect:" + own.get();
        }
        model.addAttribute("partner", partner);
        model.addAttribute("view", view);
        model.addAttribute("history", cases.history(view.number()));
        model.addAttribute("steps", pages.progress(view));
        pages.onward(view, partner.id()).ifPresent(onward -> model.addAttribute("onward", onward));
        return "portal/case";
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
