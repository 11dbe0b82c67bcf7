package kz.intelligentplatforms.partners.cofunding.web;

import java.math.BigDecimal;
import java.security.Principal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.cases.CaseView;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cofunding.CoFundingDrafts;
import kz.intelligentplatforms.partners.cofunding.CoFundingProcess;
import kz.intelligentplatforms.partners.cofunding.CoFundingRules;
import kz.intelligentplatforms.partners.cofunding.CoFundingView;
import kz.intelligentplatforms.partners.cofunding.Stage;
import kz.intelligentplatforms.partners.partner.PortalPartners;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a partner may ask for, what it has asked for, and what became of it. */
@Controller
class PortalCoFundingController {

    private final PortalPartners own;
    private final CoFundingProcess process;
    private final CoFundingRules rules;
    private final CoFundingDrafts drafts;
    private final Cases cases;

    PortalCoFundingController(
            PortalPartners own, CoFundingProcess process, CoFundingRules rules, CoFundingDrafts drafts, Cases cases) {
        this.own = own;
        this.process = process;
        this.rules = rules;
        this.drafts = drafts;
        this.cases = cases;
    }

    /** A request and where it stands. */
    record Asked(CoFundingView request, CaseView view) {

        Stage stage() {
            return Stage.valueOf(view.stage());
        }

        /** What is set aside for it now, in KZT; nothing where nothing is. */
        public @Nullable BigDecimal reserved() {
            return view.isClosed() || request.claimDueOn() == null ? null : request.approved();
        }

        /** What is asked and not decided yet. */
        @Nullable
        BigDecimal pending() {
            return view.isClosed() || request.claimDueOn() != null ? null : request.asked();
        }

        /** What is claimed of the reservation, and not paid yet. */
        @Nullable
        BigDecimal claimed() {
            return view.isClosed() ? null : request.claimed();
        }
    }

    /** The money of the activities of a year, by its state, in KZT. */
    record YearSums(int year, BigDecimal pending, BigDecimal reserved, BigDecimal claimed, BigDecimal paid) {

        static YearSums of(int year, List<Asked> all) {
            return new YearSums(
                    year,
                    sum(all, Asked::pending),
                    sum(all, Asked::reserved),
                    sum(all, Asked::claimed),
                    sum(all, asked -> asked.request().paid()));
        }

        private static BigDecimal sum(List<Asked> all, Function<Asked, @Nullable BigDecimal> part) {
            return all.stream().map(part).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    @GetMapping("/portal/co-funding")
    ModelAndView show(@RequestParam(required = false) @Nullable Long partner, Principal user) {
        var chosen = own.one(user, partner);
        var requests = requestsOf(chosen.id());
        return new ModelAndView("cofunding/own-overview")
                .addObject("partner", chosen)
                .addObject("partners", own.of(user))
                .addObject("obstacle", rules.obstacle(chosen).orElse(null))
                .addObject("terms", rules.termsFor(chosen.tier()))
                .addObject("drafts", drafts.ofPartner(chosen.id()))
                .addObject("requests", requests)
                .addObject("years", sumsOf(requests));
    }

    private List<Asked> requestsOf(long partnerId) {
        // The requests first: a case is there before its request, for those who come at this moment.
        var requests = process.ofPartner(partnerId);
        var views =
                cases.ofPartner(partnerId).stream().collect(Collectors.toMap(CaseView::number, Function.identity()));
        return requests.stream()
                .map(request -> new Asked(request, Objects.requireNonNull(views.get(request.caseNumber()))))
                .toList();
    }

    /** The latest year first. */
    private static List<YearSums> sumsOf(List<Asked> requests) {
        Map<Integer, List<Asked>> years = requests.stream()
                .collect(Collectors.groupingBy(
                        asked -> asked.request().startsOn().getYear(),
                        () -> new TreeMap<Integer, List<Asked>>(Comparator.reverseOrder()),
                        Collectors.toList()));
        return years.entrySet().stream()
                .map(year -> YearSums.of(year.getKey(), year.getValue()))
                .toList();
    }
}
