package kz.intelligentplatforms.partners.purchases.web;

import java.util.HashSet;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import kz.intelligentplatforms.partners.purchases.PurchaseCorrections;
import kz.intelligentplatforms.partners.purchases.PurchaseSearch;
import kz.intelligentplatforms.partners.purchases.PurchaseView;
import kz.intelligentplatforms.partners.purchases.correction.CorrectionView;
import kz.intelligentplatforms.partners.purchases.correction.PurchaseCorrectionProcess;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A recorded purchase with all that became of it: old and new values, who asked, who confirmed, when and why. */
@Controller
class RecordedPurchaseController {

    private final PurchaseSearch search;
    private final PurchaseCorrections corrections;
    private final PurchaseCorrectionProcess process;
    private final Accounts accounts;

    RecordedPurchaseController(
            PurchaseSearch search,
            PurchaseCorrections corrections,
            PurchaseCorrectionProcess process,
            Accounts accounts) {
        this.search = search;
        this.corrections = corrections;
        this.process = process;
        this.accounts = accounts;
    }

    @GetMapping("/staff/points/purchases/{id:[0-9]{1,18}}")
    String show(@PathVariable long id, Model model) {
        var history = search.history(id);
        var purchase = history.stream()
                .filter(version -> version.id() == id)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var asked = process.ofPurchases(history.stream().map(PurchaseView::id).toList());
        var people = new HashSet<String>();
        history.forEach(version -> people.add(version.receivedBy()));
        asked.forEach(correction -> {
            people.add(correction.requestedBy());
            if (correction.decidedBy() != null) {
                people.add(correction.decidedBy());
            }
        });
        model.addAttribute("purchase", purchase);
        model.addAttribute("history", history);
        model.addAttribute("corrections", asked);
        model.addAttribute("names", accounts.namesOf(people));
        model.addAttribute("isOpen", asked.stream().anyMatch(CorrectionView::isOpen));
        // What was corrected to nobody's purchase, or only takes one back, has no latest.
        model.addAttribute(
                "latest",
                history.stream()
                        .map(PurchaseView::id)
                        .filter(version -> corrections.latest(version).isPresent())
                        .findFirst()
                        .orElse(null));
        return "purchases/history";
    }
}
