package kz.intelligentplatforms.partners.cofunding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.program.Activity;
import kz.intelligentplatforms.partners.program.MembershipTerm;
import org.springframework.stereotype.Component;

/**
 * What the rules say against a request: the levels, shares, sums and days of {@code co-funding-rules.dmn}, and a membership that covers the
 * days.
 */
@Component
public class CoFundingRequestCheck {

    private final CoFundingRules rules;
    private final Partners partners;

    CoFundingRequestCheck(CoFundingRules rules, Partners partners) {
        this.rules = rules;
        this.partners = partners;
    }

    /**
     * What is wrong; empty when the request may be reviewed.
     *
     * @param askedOn when it was asked first, for the days that must lie before the activity
     * @param today in the program's time zone
     */
    public List<CoFundingViolation> violationsOf(
            PartnerView partner, CoFundingRequestForm proposal, LocalDate askedOn, LocalDate today) {
        return violationsOf(
                partner,
                proposal.kind(),
                proposal.firstDay(),
                proposal.lastDay(),
                proposal.askedAmount(),
                proposal.total(),
                askedOn,
                today);
    }

    /** The same of a request that was sent. */
    List<CoFundingViolation> violationsOf(
            PartnerView partner, CoFundingView request, LocalDate askedOn, LocalDate today) {
        return violationsOf(
                partner,
                Optional.of(request.activity()),
                Optional.of(request.startsOn()),
                Optional.of(request.endsOn()),
                request.asked(),
                request.total(),
                askedOn,
                today);
    }

    private List<CoFundingViolation> violationsOf(
            PartnerView partner,
            Optional<Activity> activity,
            Optional<LocalDate> firstDay,
            Optional<LocalDate> lastDay,
            BigDecimal asked,
            BigDecimal total,
            LocalDate askedOn,
            LocalDate today) {
        var flaws = new ArrayList<CoFundingViolation>();
        var terms = activity.flatMap(kind -> rules.termsFor(partner.tier(), kind));
        if (activity.isPresent() && terms.isEmpty()) {
            flaws.add(CoFundingViolation.of("activity", "cofunding.flaw.level"));
        }
        flaws.addAll(flawsOfDays(partner.id(), firstDay, lastDay, today));
        terms.ifPresent(found -> {
            firstDay.filter(first -> first.isAfter(today)
                            && askedOn.plusDays(found.daysBefore()).isAfter(first))
                    .ifPresent(first -> flaws.add(CoFundingViolation.of(
                            "startsOn",
                            "cofunding.flaw.too-late",
                            found.daysBefore(),
                            askedOn.plusDays(found.daysBefore()))));
            flaws.addAll(flawsOfSums(asked, total, found));
        });
        return flaws;
    }

    /** What is wrong with the days of an activity, new ones included. */
    public List<CoFundingViolation> flawsOfDays(
            long partnerId, Optional<LocalDate> firstDay, Optional<LocalDate> lastDay, LocalDate today) {
        var flaws = new ArrayList<CoFundingViolation>();
        if (firstDay.isEmpty()) {
            flaws.add(CoFundingViolation.of("startsOn", "error.day"));
        }
        if (lastDay.isEmpty()) {
            flaws.add(CoFundingViolation.of("endsOn", "error.day"));
        }
        if (!flaws.isEmpty()) {
            return flaws;
        }
        var first = firstDay.orElseThrow();
        var last = lastDay.orElseThrow();
        if (!first.isAfter(today)) {
            flaws.add(CoFundingViolation.of("startsOn", "cofunding.flaw.day-gone"));
        }
        if (last.isBefore(first)) {
            flaws.add(CoFundingViolation.of("endsOn", "cofunding.flaw.ends-before"));
        } else {
            var terms = partners.termsOf(partnerId);
            if (!covers(terms, first)) {
                flaws.add(CoFundingViolation.of(
                        "startsOn", "cofunding.flaw.no-membership", terms.get(0).endsOn()));
            } else if (!covers(terms, last)) {
                flaws.add(CoFundingViolation.of(
                        "endsOn", "cofunding.flaw.no-membership", terms.get(0).endsOn()));
            }
        }
        return flaws;
    }

    private static boolean covers(List<MembershipTerm> terms, LocalDate day) {
        return terms.stream().anyMatch(term -> term.includes(day));
    }

    private static List<CoFundingViolation> flawsOfSums(BigDecimal asked, BigDecimal total, CoFundingTerms terms) {
        if (asked.signum() <= 0 || total.signum() <= 0) {
            return List.of();
        }
        if (asked.compareTo(total) > 0) {
            return List.of(CoFundingViolation.of("asked", "cofunding.flaw.over-total", total));
        }
        var most = total.multiply(terms.maxShare()).setScale(2, RoundingMode.DOWN);
        if (asked.compareTo(most) > 0) {
            return List.of(
                    CoFundingViolation.of("asked", "cofunding.flaw.over-share", new Share(terms.maxShare()), most));
        }
        return asked.compareTo(terms.maxAmount()) > 0
                ? List.of(CoFundingViolation.of("asked", "cofunding.flaw.over-maximum", terms.maxAmount()))
                : List.of();
    }

    /** A part of a whole, such as 0.5, for people to read as 50 %. */
    public record Share(BigDecimal of) {}
}
