package kz.intelligentplatforms.partners.purchases.web;

import java.security.Principal;
import kz.intelligentplatforms.partners.partner.TaxIdentity;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import kz.intelligentplatforms.partners.platform.web.Paging;
import kz.intelligentplatforms.partners.platform.web.SeeOther;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.purchases.MatchRefused;
import kz.intelligentplatforms.partners.purchases.PurchaseSearch;
import kz.intelligentplatforms.partners.purchases.UnmatchedPurchases;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Purchases of companies that are no members, for the people who find out whose they are. */
@Controller
@RequestMapping("/staff/purchases/unmatched")
class UnmatchedController {

    private final UnmatchedPurchases unmatched;
    private final PurchaseSearch search;
    private final Texts texts;

    UnmatchedController(UnmatchedPurchases unmatched, PurchaseSearch search, Texts texts) {
        this.unmatched = unmatched;
        this.search = search;
        this.texts = texts;
    }

    /**
     * @param page counts from 1
     * @param matched how many have just been matched
     * @param outside how many of the same number have not
     */
    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(defaultValue = "0") int matched,
            @RequestParam(defaultValue = "0") int outside) {
        return list(q, Paging.number(page) - 1, HttpStatus.OK)
                .addObject("matched", matched)
                .addObject("outside", outside);
    }

    private ModelAndView list(String q, int page, HttpStatus status) {
        return new ModelAndView("purchases/unmatched", status)
                .addObject("q", InputText.cleanQuery(q))
                .addObject("found", search.unmatched(q, page));
    }

    @GetMapping("/match")
    ModelAndView form(@RequestParam long purchase) {
        return form(purchase, "", "", "", HttpStatus.OK);
    }

    private ModelAndView form(long id, String partner, String scope, String error, HttpStatus status) {
        return unmatched
                .byId(id)
                .map(purchase -> new ModelAndView("purchases/match", status)
                        .addObject("purchase", purchase)
                        .addObject("count", unmatched.countOf(purchase.buyer()))
                        .addObject("partner", partner)
                        .addObject("scope", scope)
                        .addObject("error", error))
                .orElseGet(() -> list("", 0, HttpStatus.CONFLICT)
                        .addObject("refusal", texts.get("purchases.match.refused.GONE")));
    }

    /** @param scope ONE or ALL of the same number; without a choice it is the one */
    @PostMapping("/match")
    ModelAndView match(
            @RequestParam long purchase,
            @RequestParam String partner,
            @RequestParam(defaultValue = "ONE") String scope,
            Principal user) {
        var number = InputText.clean(partner);
        try {
            var matched = unmatched.match(purchase, scope.equals("ALL"), TaxIdentity.read(number), user.getName());
            return SeeOther.at(
                    "/staff/purchases/unmatched?matched=" + matched.matched() + "&outside=" + matched.outside());
        } catch (PessimisticLockingFailureException e) {
            return form(purchase, number, scope, texts.get("purchases.refused.BUSY"), HttpStatus.CONFLICT);
        } catch (MatchRefused refused) {
            return form(purchase, number, scope, refused.text(texts), HttpStatus.CONFLICT);
        }
    }
}
