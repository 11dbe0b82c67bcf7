package kz.intelligentplatforms.partners.funds.web;

import java.security.Principal;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.intelligentplatforms.partners.funds.Budgets;
import kz.intelligentplatforms.partners.funds.FundEntries.Filter;
import kz.intelligentplatforms.partners.funds.FundEntryKind;
import kz.intelligentplatforms.partners.funds.FundTooSmall;
import kz.intelligentplatforms.partners.funds.FundView;
import kz.intelligentplatforms.partners.platform.submission.SubmissionReused;
import kz.intelligentplatforms.partners.platform.web.Figures;
import kz.intelligentplatforms.partners.platform.web.FormErrors;
import kz.intelligentplatforms.partners.platform.web.Paging;
import kz.intelligentplatforms.partners.platform.web.SeeOther;
import kz.intelligentplatforms.partners.platform.web.SubmissionKeys;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The ledger of the funds: all that happened to the money of a year, or of one fund, which finance may correct here. */
@Controller
@RequestMapping("/staff/co-funding")
class LedgerController {

    private static final String FUND = "/funds/{id:[0-9]{1,18}}";

    private final Budgets budgets;
    private final LedgerModel ledger;
    private final FormErrors errors;
    private final Figures figures;
    private final Texts texts;
    private final Clock clock;

    LedgerController(
            Budgets budgets, LedgerModel ledger, FormErrors errors, Figures figures, Texts texts, Clock clock) {
        this.budgets = budgets;
        this.ledger = ledger;
        this.errors = errors;
        this.figures = figures;
        this.texts = texts;
        this.clock = clock;
    }

    /** Which entries somebody wants to see; what cannot be understood is left out. */
    private static Filter filter(int year, @Nullable Long fundId, MultiValueMap<String, String> query) {
        Set<FundEntryKind> kinds = EnumSet.allOf(FundEntryKind.class);
        var wanted = query.getOrDefault("kind", List.of());
        kinds.removeIf(kind -> !wanted.contains(kind.name()));
        var partner = query.getFirst("partner");
        return new Filter(
                year, fundId, kinds, partner != null && partner.matches("[0-9]{1,18}") ? Long.valueOf(partner) : null);
    }

    private static int page(MultiValueMap<String, String> query) {
        var page = query.getFirst("page");
        return Paging.number(page == null ? "" : page);
    }

    @GetMapping("/entries")
    ModelAndView entries(
            @RequestParam(defaultValue = "") String year, @RequestParam MultiValueMap<String, String> query) {
        var page = new ModelAndView("funds/entries");
        ledger.addTo(page, filter(BudgetYears.of(year, clock), null, query), page(query));
        return page;
    }

    @GetMapping("/entries.csv")
    ResponseEntity<byte[]> csv(
            @RequestParam(defaultValue = "") String year, @RequestParam MultiValueMap<String, String> query) {
        return ledger.csv(filter(BudgetYears.of(year, clock), null, query));
    }

    @GetMapping(FUND)
    ModelAndView fund(@PathVariable long id, @RequestParam MultiValueMap<String, String> query) {
        return page(find(id), query, FundChange.EMPTY, SubmissionKeys.next(), Map.of(), HttpStatus.OK);
    }

    @GetMapping(FUND + ".csv")
    ResponseEntity<byte[]> csv(@PathVariable long id, @RequestParam MultiValueMap<String, String> query) {
        return ledger.csv(filter(find(id).year(), id, query));
    }

    @PostMapping(FUND)
    ModelAndView adjust(@PathVariable long id, @RequestParam MultiValueMap<String, String> fields, Principal user) {
        var fund = find(id);
        var typed = FundChange.of(fields);
        var submissionKey = SubmissionKeys.of(fields);
        var errors = this.errors.of(typed, FundChange.PREFIX);
        if (!errors.isEmpty()) {
            return page(fund, fields, typed, submissionKey, errors, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        try {
            budgets.adjust(id, typed.sum(), typed.reason(), submissionKey, user.getName());
            return SeeOther.at("/staff/co-funding/funds/" + id + "?adjusted");
        } catch (SubmissionReused reused) {
            var page = page(fund, fields, typed, SubmissionKeys.next(), Map.of(), HttpStatus.CONFLICT);
            return BudgetController.entriesOf(reused, texts).on(page);
        } catch (FundTooSmall refused) {
            var reason = Map.of(FundChange.PREFIX + "amount", text(refused.fund()));
            return page(refused.fund(), fields, typed, submissionKey, reason, HttpStatus.CONFLICT);
        }
    }

    /** The same form in another language, with everything that was typed. */
    @PostMapping(FUND + "/language")
    ModelAndView translate(@PathVariable long id, @RequestParam MultiValueMap<String, String> fields) {
        return page(find(id), fields, FundChange.of(fields), SubmissionKeys.of(fields), Map.of(), HttpStatus.OK);
    }

    /** A form's address, opened by hand or reloaded. */
    @GetMapping(FUND + "/language")
    ModelAndView back(@PathVariable long id) {
        return SeeOther.at("/staff/co-funding/funds/" + id);
    }

    private ModelAndView page(
            FundView fund,
            MultiValueMap<String, String> query,
            FundChange typed,
            String submissionKey,
            Map<String, String> errors,
            HttpStatus status) {
        var page = new ModelAndView("funds/entries", status)
                .addObject("fund", fund)
                .addObject("fundLinks", EntryLinks.of(fund))
                .addObject("form", typed)
                .addObject("submissionKey", submissionKey)
                .addObject("maxReason", Allocation.MAX_REASON)
                .addObject("errors", errors);
        ledger.addTo(page, filter(fund.year(), fund.id(), query), page(query));
        return page;
    }

    private String text(FundView fund) {
        return texts.get(
                "cofunding.staff.too-small",
                figures.money(fund.available()),
                figures.money(fund.allocated()),
                figures.money(fund.reserved()),
                figures.money(fund.paid()));
    }

    private FundView find(long id) {
        return budgets.byId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
