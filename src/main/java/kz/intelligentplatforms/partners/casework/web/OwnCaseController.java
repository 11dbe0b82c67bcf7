package kz.intelligentplatforms.partners.casework.web;

import java.security.Principal;
import kz.intelligentplatforms.partners.cases.AllCasePages;
import kz.intelligentplatforms.partners.cases.CaseView;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.partner.PortalPartners;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A partner's case of any kind. Nobody sees another partner's: what is not one's own does not exist. */
@Controller
class OwnCaseController {

    private final PortalPartners ownPartners;
    private final Cases cases;
    private final AllCasePages allPages;

    OwnCaseController(PortalPartners ownPartners, Cases cases, AllCasePages allPages) {
        this.ownPartners = ownPartners;
        this.cases = cases;
        this.allPages = allPages;
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
        return "casework/portal-case";
    }
}
