package kz.intelligentplatforms.partners.staff;

import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.casework.CaseHistories;
import kz.intelligentplatforms.partners.partner.PartnerLevels;
import kz.intelligentplatforms.partners.partner.PartnerPanel.Place;
import kz.intelligentplatforms.partners.partner.PartnerPanels;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The partners, for the vendor's people: a list to search, and a card each. */
@Controller
class StaffPartners {

    private static final int MAX_PAGE = 10_000;

    private final Partners partners;
    private final PartnerLevels levels;
    private final Standings standings;
    private final PartnerPanels panels;
    private final Cases cases;
    private final CaseHistories histories;

    StaffPartners(
            Partners partners,
            PartnerLevels levels,
            Standings standings,
            PartnerPanels panels,
            Cases cases,
            CaseHistories histories) {
        this.partners = partners;
        this.levels = levels;
        this.standings = standings;
        this.panels = panels;
        this.cases = cases;
        this.histories = histories;
    }

    @GetMapping("/staff")
    String start() {
        return "redirect:/staff/partners";
    }

    /** @param page counts from 1, as people do; what is no page is the first */
    @GetMapping("/staff/partners")
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") String page, Model model) {
        var number = page.matches("[0-9]{1,5}") ? Math.min(Math.max(Integer.parseInt(page), 1), MAX_PAGE) : 1;
        model.addAttribute("q", InputText.cleanQuery(q));
        model.addAttribute("found", partners.search(q, number - 1));
        return "staff/partners";
    }

    @GetMapping("/staff/partners/{id:[0-9]{1,18}}")
    String card(@PathVariable long id, Model model) {
        var partner = partners.byId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var ofCompany = cases.ofIdentity(partner.company().identity().key());
        model.addAttribute("partner", partner);
        model.addAttribute("terms", partners.termsOf(id));
        model.addAttribute("benefits", levels.benefitsOf(id));
        model.addAttribute("standing", standings.of(id));
        model.addAttribute("cards", panels.show(Place.STAFF_CARD, partner, model));
        model.addAttribute("sections", panels.show(Place.STAFF_SECTION, partner, model));
        model.addAttribute("cases", ofCompany);
        model.addAttribute("histories", histories.of(ofCompany));
        return "staff/partner";
    }
}
