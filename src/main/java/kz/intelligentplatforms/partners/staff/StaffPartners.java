package kz.intelligentplatforms.partners.staff;

import java.time.Clock;
import java.time.Year;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cofunding.CoFundingSearch;
import kz.intelligentplatforms.partners.cofunding.CoFundingSearch.Order;
import kz.intelligentplatforms.partners.cofunding.CoFundingSearch.Query;
import kz.intelligentplatforms.partners.cofunding.funds.Budgets;
import kz.intelligentplatforms.partners.partner.PartnerLevels;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import kz.intelligentplatforms.partners.points.PointsAccounts;
import kz.intelligentplatforms.partners.points.PointsLedger;
import kz.intelligentplatforms.partners.points.PointsSummaries;
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
    private static final int LAST_ENTRIES = 5;
    private static final int LAST_REQUESTS = 5;

    private final Partners partners;
    private final PartnerLevels levels;
    private final Standings standings;
    private final PointsAccounts points;
    private final PointsSummaries summaries;
    private final PointsLedger ledger;
    private final CoFundingSearch coFunding;
    private final Budgets budgets;
    private final Cases cases;
    private final CaseHistories histories;
    private final Clock clock;

    StaffPartners(
            Partners partners,
            PartnerLevels levels,
            Standings standings,
            PointsAccounts points,
            PointsSummaries summaries,
            PointsLedger ledger,
            CoFundingSearch coFunding,
            Budgets budgets,
            Cases cases,
            CaseHistories histories,
            Clock clock) {
        this.partners = partners;
        this.levels = levels;
        this.standings = standings;
        this.points = points;
        this.summaries = summaries;
        this.ledger = ledger;
        this.coFunding = coFunding;
        this.budgets = budgets;
        this.cases = cases;
        this.histories = histories;
        this.clock = clock;
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
        model.addAttribute("pointsAccount", points.exists(id));
        model.addAttribute("points", summaries.of(partner));
        model.addAttribute("entries", ledger.entriesOf(id, 0, LAST_ENTRIES));
        int year = Year.now(clock).getValue();
        var requests = Query.ofPartner(id);
        model.addAttribute("year", year);
        model.addAttribute("coFunding", coFunding.totalsOf(requests));
        model.addAttribute("coFundingRequests", coFunding.list(requests, Order.NEWEST, 0, LAST_REQUESTS));
        model.addAttribute("coFundingOfYear", budgets.holdingOf(id, year));
        model.addAttribute("cases", ofCompany);
        model.addAttribute("histories", histories.of(ofCompany));
        return "staff/partner";
    }
}
