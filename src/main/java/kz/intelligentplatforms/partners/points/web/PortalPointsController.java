package kz.intelligentplatforms.partners.points.web;

import java.security.Principal;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.partner.PortalPartners;
import kz.intelligentplatforms.partners.platform.web.Paging;
import kz.intelligentplatforms.partners.points.PointsLedger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A partner's points, on the portal. What belongs to others does not exist. */
@Controller
@RequestMapping("/portal/points")
class PortalPointsController {

    private final PortalPartners ownPartners;
    private final PointsLedger ledger;
    private final PointsModel points;
    private final StatementFiles files;

    PortalPointsController(PortalPartners ownPartners, PointsLedger ledger, PointsModel points, StatementFiles files) {
        this.ownPartners = ownPartners;
        this.ledger = ledger;
        this.points = points;
        this.files = files;
    }

    @GetMapping
    String overview(
            @RequestParam(required = false) @Nullable Long partner,
            @RequestParam(defaultValue = "1") String page,
            Principal user,
            Model model) {
        var own = ownPartners.one(user, partner);
        model.addAttribute("partners", ownPartners.of(user));
        points.overview(own, PointsLinks.ofPortal(own.id()), Paging.number(page), model);
        return "points/overview";
    }

    @GetMapping("/entries/{id:[0-9]{1,18}}")
    String entry(@PathVariable long id, @RequestParam(defaultValue = "1") String page, Principal user, Model model) {
        var entry = ledger.byId(id).orElseThrow(PortalPointsController::notFound);
        var own = ownPartners.one(user, entry.partnerId());
        points.entry(own, entry, PointsLinks.ofPortal(own.id()), Paging.number(page), model);
        return "points/entry";
    }

    @GetMapping("/purchases")
    String purchases(
            @RequestParam(required = false) @Nullable Long partner,
            @RequestParam(defaultValue = "1") String page,
            Principal user,
            Model model) {
        var own = ownPartners.one(user, partner);
        points.purchases(own, PointsLinks.ofPortal(own.id()), Paging.number(page), model);
        return "points/purchases";
    }

    @GetMapping("/statements/{quarter:[0-9Q-]+}")
    String statement(
            @PathVariable String quarter,
            @RequestParam(required = false) @Nullable Long partner,
            Principal user,
            Model model) {
        PartnerView own = ownPartners.one(user, partner);
        points.statement(own, quarter, PointsLinks.ofPortal(own.id()), model);
        return "points/statement";
    }

    @GetMapping("/statements/{quarter:[0-9Q-]+}.pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable String quarter, @RequestParam(required = false) @Nullable Long partner, Principal user) {
        return files.pdf(ownPartners.one(user, partner), quarter);
    }

    @GetMapping("/statements/{quarter:[0-9Q-]+}.csv")
    ResponseEntity<byte[]> csv(
            @PathVariable String quarter, @RequestParam(required = false) @Nullable Long partner, Principal user) {
        return files.csv(ownPartners.one(user, partner), quarter);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
