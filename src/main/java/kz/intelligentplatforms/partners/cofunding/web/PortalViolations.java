package kz.intelligentplatforms.partners.cofunding.web;

import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kz.intelligentplatforms.partners.cofunding.ClaimCheck;
import kz.intelligentplatforms.partners.cofunding.ClaimForm;
import kz.intelligentplatforms.partners.cofunding.CoFundingRequestCheck;
import kz.intelligentplatforms.partners.cofunding.CoFundingRequestForm;
import kz.intelligentplatforms.partners.cofunding.CoFundingView;
import kz.intelligentplatforms.partners.cofunding.CoFundingViolation;
import kz.intelligentplatforms.partners.cofunding.Proof;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import kz.intelligentplatforms.partners.platform.validation.Prose;
import kz.intelligentplatforms.partners.platform.web.Dates;
import kz.intelligentplatforms.partners.platform.web.Figures;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.springframework.stereotype.Component;

/** What is wrong with a form of a partner: one message a field, in the order of the form; empty when all is well. */
@Component
class PortalViolations {

    private static final int MAX_WORDS = 2000;

    /** As they stand on the forms. */
    private static final List<String> FIELDS = List.of(
            "activity",
            "title",
            "description",
            "city",
            "startsOn",
            "endsOn",
            "changeReason",
            "audience",
            "expectedLeads",
            "costs",
            "cost",
            "spent",
            "invoiceNumber",
            "invoicedOn",
            "asked",
            "claimed",
            "report",
            "proof");

    private static final Comparator<String> ORDER = Comparator.<String>comparingInt(
                    name -> FIELDS.indexOf(part(name, 0)))
            .thenComparing(name -> name.replaceAll("\\D", ""))
            .thenComparingInt(name -> FIELDS.indexOf(part(name, 1)))
            .thenComparing(Comparator.naturalOrder());

    private final Validator validator;
    private final CoFundingRequestCheck check;
    private final Texts texts;
    private final Figures figures;
    private final Dates dates;
    private final Clock clock;

    PortalViolations(
            Validator validator, CoFundingRequestCheck check, Texts texts, Figures figures, Dates dates, Clock clock) {
        this.validator = validator;
        this.check = check;
        this.texts = texts;
        this.figures = figures;
        this.dates = dates;
        this.clock = clock;
    }

    /** What a partner writes about a step, such as why it gives up. */
    private record Words(@Prose(max = MAX_WORDS) String words) {
        Words {
            words = InputText.cleanLines(words);
        }
    }

    /** Of a request that is new today. */
    Map<String, String> of(PartnerView partner, CoFundingRequestForm proposal) {
        return of(partner, proposal, LocalDate.now(clock));
    }

    /** @param askedOn when it was sent first */
    Map<String, String> of(PartnerView partner, CoFundingRequestForm proposal, LocalDate askedOn) {
        return all(proposal, check.violationsOf(partner, proposal, askedOn, LocalDate.now(clock)));
    }

    Map<String, String> of(CoFundingView request, ClaimForm claim, Set<Proof> proved) {
        return all(claim, ClaimCheck.violationsOf(request, claim, proved, LocalDate.now(clock)));
    }

    /** Of the new days of an activity, and why they change. */
    Map<String, String> ofChange(PartnerView partner, String firstDay, String lastDay, String reason) {
        var flaws = inWords(
                check.flawsOfDays(partner.id(), InputText.day(firstDay), InputText.day(lastDay), LocalDate.now(clock)));
        flaws.putAll(ofWords("changeReason", reason));
        return flaws;
    }

    /** Of a text that must be there. */
    Map<String, String> ofWords(String field, String words) {
        var flaws = new TreeMap<String, String>(ORDER);
        validator.validate(new Words(words)).forEach(flaw -> flaws.put(field, flaw.getMessage()));
        return flaws;
    }

    private Map<String, String> all(Object form, List<CoFundingViolation> rules) {
        var flaws = inWords(rules);
        // A field that is wrong by itself is told so first.
        validator
                .validate(form)
                .forEach(flaw -> flaws.put(flaw.getPropertyPath().toString(), flaw.getMessage()));
        return flaws;
    }

    private TreeMap<String, String> inWords(List<CoFundingViolation> rules) {
        var flaws = new TreeMap<String, String>(ORDER);
        for (var flaw : rules) {
            var words = flaw.words().stream().map(this::word).toArray();
            flaws.putIfAbsent(flaw.field(), texts.get(flaw.text(), words));
        }
        return flaws;
    }

    private Object word(Object word) {
        if (word instanceof BigDecimal sum) {
            return figures.money(sum);
        }
        if (word instanceof CoFundingRequestCheck.Share share) {
            return figures.percent(share.of());
        }
        return word instanceof LocalDate day ? dates.day(day) : word;
    }

    /** Of {@code costs[0].title}, part 0 is {@code costs} and part 1 is {@code title}. */
    private static String part(String name, int at) {
        var parts = name.replaceAll("\\[[0-9]+]", "").split("\\.");
        return at < parts.length ? parts[at] : "";
    }
}
