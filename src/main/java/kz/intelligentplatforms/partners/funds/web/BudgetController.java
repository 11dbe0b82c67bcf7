package kz.intelligentplatforms.partners.funds.web;

import java.security.Principal;
import java.time.Clock;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.funds.Budgets;
import kz.intelligentplatforms.partners.funds.Budgets.Holding;
import kz.intelligentplatforms.partners.partner.PartnerNames;
import kz.intelligentplatforms.partners.platform.submission.SubmissionReused;
import kz.intelligentplatforms.partners.platform.web.CsvFile;
import kz.intelligentplatforms.partners.platform.web.Downloads;
import kz.intelligentplatforms.partners.platform.web.FormErrors;
import kz.intelligentplatforms.partners.platform.web.Paging;
import kz.intelligentplatforms.partners.platform.web.SeeOther;
import kz.intelligentplatforms.partners.platform.web.SentBefore;
import kz.intelligentplatforms.partners.platform.web.SubmissionKeys;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The year's money for co-funding: how much there is in which fund, and who has what of it. Finance puts money in. */
@Controller
@RequestMapping("/staff/co-funding")
class BudgetController {

    private final Budgets budgets;
    private final PartnerNames partners;
    private final FormErrors errors;
    private final Texts texts;
    private final Clock clock;

    BudgetController(Budgets budgets, PartnerNames partners, FormErrors errors, Texts texts, Clock clock) {
        this.budgets = budgets;
        this.partners = partners;
        this.errors = errors;
        this.texts = texts;
        this.clock = clock;
    }

    /** @param page of who has what */
    @GetMapping
    ModelAndView show(@RequestParam(defaultValue = "") String year, @RequestParam(defaultValue = "1") String page) {
        int shown = year(year);
        return page(
                shown, Paging.number(page), Allocation.empty(shown), SubmissionKeys.next(), Map.of(), HttpStatus.OK);
    }

    @PostMapping("/funds")
    ModelAndView allocate(@RequestParam MultiValueMap<String, String> fields, Principal user) {
        var typed = Allocation.of(fields);
        var submissionKey = SubmissionKeys.of(fields);
        var errors = violationsOf(typed);
        if (!errors.isEmpty()) {
            return page(year(typed.year()), 1, typed, submissionKey, errors, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        int year = typed.yearIn(yearsToFund()).orElseThrow();
        try {
            budgets.allocate(year, typed.activity(), typed.sum(), typed.reason(), submissionKey, user.getName());
            return SeeOther.at("/staff/co-funding?year=" + year + "&allocated");
        } catch (SubmissionReused reused) {
            var page = page(year, 1, typed, SubmissionKeys.next(), Map.of(), HttpStatus.CONFLICT);
            return entriesOf(reused, texts).on(page);
        }
    }

    /** The fund's entries, where what came of an earlier form can be seen. */
    static SentBefore entriesOf(SubmissionReused reused, Texts texts) {
        return new SentBefore("/staff/co-funding/funds/" + reused.earlier(), texts.get("cofunding.staff.entries"));
    }

    /** The same form in another language, with everything that was typed. */
    @PostMapping("/funds/language")
    ModelAndView translate(@RequestParam MultiValueMap<String, String> fields) {
        var typed = Allocation.of(fields);
        return page(year(typed.year()), 1, typed, SubmissionKeys.of(fields), Map.of(), HttpStatus.OK);
    }

    /** A form's address, opened by hand or reloaded. */
    @GetMapping({"/funds", "/funds/language"})
    ModelAndView back() {
        return SeeOther.at("/staff/co-funding");
    }

    @GetMapping("/funds.csv")
    ResponseEntity<byte[]> funds(@RequestParam(defaultValue = "") String year) {
        var file = new CsvFile().row(columns("year", "fund", "allocated", "reserved", "paid", "available"));
        for (var fund : budgets.ofYear(year(year))) {
            file.row(
                    fund.year(),
                    texts.get(fund.label()),
                    fund.allocated(),
                    fund.reserved(),
                    fund.paid(),
                    fund.available());
        }
        return Downloads.of("co-funding-" + year(year) + "-funds.csv", Downloads.CSV, file.bytes());
    }

    @GetMapping("/holders.csv")
    ResponseEntity<byte[]> holders(@RequestParam(defaultValue = "") String year) {
        var holders = budgets.holdersOf(year(year));
        var names = partners.of(holders.stream().map(Holding::partnerId).toList());
        var file = new CsvFile().row(columns("year", "partner", "bin", "reserved", "paid"));
        for (var holder : holders) {
            var partner = Objects.requireNonNull(names.get(holder.partnerId()));
            file.row(year(year), partner.name(), partner.taxNumber(), holder.reserved(), holder.paid());
        }
        return Downloads.of("co-funding-" + year(year) + "-partners.csv", Downloads.CSV, file.bytes());
    }

    private Object[] columns(String... names) {
        return Stream.of(names)
                .map(name -> texts.get("cofunding.staff." + name))
                .toArray();
    }

    private ModelAndView page(
            int year, int page, Allocation typed, String submissionKey, Map<String, String> errors, HttpStatus status) {
        var holders = budgets.holdersOf(year);
        var shown = holders.stream()
                .skip((page - 1L) * Paging.SIZE)
                .limit(Paging.SIZE)
                .toList();
        return new ModelAndView("funds/budget", status)
                .addObject("budget", new Budget(year, budgets.ofYear(year)))
                .addObject("years", yearsToSee(year))
                .addObject("holders", shown)
                .addObject(
                        "partners",
                        partners.of(shown.stream().map(Holding::partnerId).toList()))
                .addObject("paging", new Paging(page, holders.size()))
                .addObject("form", typed)
                .addObject("purposes", Allocation.purposes())
                .addObject("yearsToFund", yearsToFund())
                .addObject("submissionKey", submissionKey)
                .addObject("maxReason", Allocation.MAX_REASON)
                .addObject("errors", errors);
    }

    /** What is wrong, by field, in the order of the form. */
    private Map<String, String> violationsOf(Allocation typed) {
        var flaws = errors.of(typed, Allocation.PREFIX);
        var years = yearsToFund();
        if (typed.yearIn(years).isEmpty()) {
            flaws.put(
                    Allocation.PREFIX + "year",
                    texts.get(
                            "cofunding.staff.error.year",
                            String.valueOf(years.get(0)),
                            String.valueOf(years.get(years.size() - 1))));
        }
        if (!Allocation.purposes().contains(typed.purpose())) {
            flaws.put(Allocation.PREFIX + "purpose", texts.get("cofunding.staff.error.purpose"));
        }
        return flaws;
    }

    private int thisYear() {
        return Year.now(clock).getValue();
    }

    private List<Integer> yearsToFund() {
        return IntStream.rangeClosed(thisYear() - 1, thisYear() + 2).boxed().toList();
    }

    private List<Integer> yearsToSee(int shown) {
        var years = new TreeSet<>(budgets.years());
        years.addAll(List.of(shown, thisYear(), thisYear() + 1));
        return List.copyOf(years);
    }

    private int year(String typed) {
        return BudgetYears.of(typed, clock);
    }
}
