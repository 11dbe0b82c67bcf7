package kz.intelligentplatforms.partners.cofunding.web;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeSet;
import kz.intelligentplatforms.partners.cases.CaseEventView;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cofunding.CoFundingProcess;
import kz.intelligentplatforms.partners.cofunding.CoFundingView;
import kz.intelligentplatforms.partners.cofunding.CostLineView;
import kz.intelligentplatforms.partners.cofunding.Stage;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.partner.PortalPartners;
import kz.intelligentplatforms.partners.platform.ProgramSettings;
import kz.intelligentplatforms.partners.platform.web.Downloads;
import kz.intelligentplatforms.partners.platform.web.PdfDocuments;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The letter that approves a request, to print: for the partner and for the vendor's people, in the reader's language. */
@Controller
class LetterController {

    private final PortalPartners own;
    private final Partners partners;
    private final CoFundingProcess process;
    private final Cases cases;
    private final PdfDocuments documents;
    private final ProgramSettings settings;
    private final Clock clock;

    LetterController(
            PortalPartners own,
            Partners partners,
            CoFundingProcess process,
            Cases cases,
            PdfDocuments documents,
            ProgramSettings settings,
            Clock clock) {
        this.own = own;
        this.partners = partners;
        this.process = process;
        this.cases = cases;
        this.documents = documents;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/portal/co-funding/cases/{number}/letter.pdf")
    ResponseEntity<byte[]> ofOwn(@PathVariable String number, Principal user) {
        var request = approved(number);
        own.one(user, request.partnerId());
        return letter(request);
    }

    @GetMapping("/staff/cases/{number}/co-funding-letter.pdf")
    ResponseEntity<byte[]> ofAny(@PathVariable String number) {
        return letter(approved(number));
    }

    private CoFundingView approved(String number) {
        return process.byCaseNumber(number)
                .filter(request -> request.claimDueOn() != null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ResponseEntity<byte[]> letter(CoFundingView request) {
        var number = request.caseNumber();
        var view = cases.byNumber(number).orElseThrow();
        boolean ended = view.isClosed() && !view.stage().equals(Stage.PAID.name());
        var content = documents.of(
                "cofunding/own-letter-pdf",
                Map.of(
                        "request", request,
                        "accepted", request.sumOf(CostLineView::approved),
                        "proofs", new TreeSet<>(request.proofs()),
                        "partner", partners.byId(request.partnerId()).orElseThrow(),
                        "approvedAt", approvedAt(number),
                        "ended", ended,
                        "view", view,
                        "today", LocalDate.now(clock),
                        "vendor", settings.vendorName()));
        return Downloads.of("co-funding-" + number + ".pdf", MediaType.APPLICATION_PDF, content);
    }

    private Instant approvedAt(String number) {
        return cases.history(number).stream()
                .filter(event -> event.type().equals("CO_FUNDING_RESERVED"))
                .map(CaseEventView::happenedAt)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
