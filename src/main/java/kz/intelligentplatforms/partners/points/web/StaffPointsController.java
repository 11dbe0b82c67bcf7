package kz.intelligentplatforms.partners.points.web;

import java.util.Set;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import kz.intelligentplatforms.partners.platform.web.Paging;
import kz.intelligentplatforms.partners.points.PointsLedger;
import kz.intelligentplatforms.partners.points.PointsSummaries;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Points, for the vendor's people: all together, and each partner's as the partner sees them. */
@Controller
@RequestMapping("/staff/points")
class StaffPointsController {

    private final PointsSummaries summaries;
    private final Partners partners;
    private final PointsLedger ledger;
    private final PointsModel points;
    private final StatementFiles files;
    private final Accounts accounts;

    StaffPointsController(
            PointsSummaries summaries,
            Partners partners,
            PointsLedger ledger,
            PointsModel points,
            StatementFiles files,
            Accounts accounts) {
        this.summaries = summaries;
        this.partners = partners;
        this.ledger = ledger;
        this.points = points;
        this.files = files;
        this.accounts = accounts;
    }

    @GetMapping
    String start(Model model) {
        model.addAttribute("totals", summaries.totals());
        return "points/start";
    }

    @GetMapping("/partners/{id:[0-9]{1,18}}")
    String overview(@PathVariable long id, @RequestParam(defaultValue = "1") String page, Model model) {
        points.overview(partner(id), PointsLinks.ofStaff(id), Paging.number(page), model);
        return "points/overview";
    }

    @GetMapping("/partners/{id:[0-9]{1,18}}/entries/{entryId:[0-9]{1,18}}")
    String entry(
            @PathVariable long id,
            @PathVariable long entryId,
            @RequestParam(defaultValue = "1") String page,
            Model model) {
        var entry = ledger.byId(entryId)
                .filter(found -> found.partnerId() == id)
                .orElseThrow(StaffPointsController::notFound);
        points.entry(partner(id), entry, PointsLinks.ofStaff(id), Paging.number(page), model);
        model.addAttribute(
                "postedBy",
                accounts.namesOf(Set.of(entry.postedBy())).getOrDefault(entry.postedBy(), entry.postedBy()));
        return "points/entry";
    }

    @GetMapping("/partners/{id:[0-9]{1,18}}/purchases")
    String purchases(@PathVariable long id, @RequestParam(defaultValue = "1") String page, Model model) {
        points.purchases(partner(id), PointsLinks.ofStaff(id), Paging.number(page), model);
        return "points/purchases";
    }

    @GetMapping("/partners/{id:[0-9]{1,18}}/statements/{quarter:[0-9Q-]+}")
    String statement(@PathVariable long id, @PathVariable String quarter, Model model) {
        points.statement(partner(id), quarter, PointsLinks.ofStaff(id), model);
        return "points/statement";
    }

    @GetMapping("/partners/{id:[0-9]{1,18}}/statements/{quarter:[0-9Q-]+}.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable long id, @PathVariable String quarter) {
        return files.pdf(partner(id), quarter);
    }

    @GetMapping("/partners/{id:[0-9]{1,18}}/statements/{quarter:[0-9Q-]+}.csv")
    ResponseEntity<byte[]> csv(@PathVariable long id, @PathVariable String quarter) {
        return files.csv(partner(id), quarter);
    }

    private PartnerView partner(long id) {
        return partners.byId(id).orElseThrow(StaffPointsController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
