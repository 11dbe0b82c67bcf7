package kz.intelligentplatforms.partners.cofunding.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import kz.intelligentplatforms.partners.platform.web.FormErrors;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.springframework.stereotype.Component;

/** What is wrong with a form of a partner: one message a field, in the order of the form; empty when all is well. */
@Component
class PortalViolations {

    private static final int MAX_WORDS = 2000;

    private final FormErrors errors;
    private final CoFundingRequestCheck check;
    private final Texts texts;
    private final Figures figures;
    private final Dates dates;
    private final Clock clock;

    PortalViolations(
            FormErrors errors, CoFundingRequestCheck check, Texts texts, Figures figures, Dates dates, Clock clock) {
        this.errors = errors;
        this.check = check;
        this.texts = texts;
        this.figures = figures;
        this.dates = dates;
        this.clock = clock;
    }

    /** Other days for an activity, as typed. */
    record Change(
            String startsOn,
            String endsOn,
            @Prose(max = MAX_WORDS) String changeReason) {
        Change {
            startsOn = InputText.clean(startsOn);
            endsOn = InputText.clean(endsOn);
            changeReason = InputText.cleanLines(changeReason);
        }
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
    Map<String, String> ofChange(PartnerView partner, Change change) {
        return all(
                change,
                check.flawsOfDays(
                        partner.id(),
                        InputText.day(change.startsOn()),
                        InputText.day(change.endsOn()),
                        LocalDate.now(clock)));
    }

    /** Of a text that must be there. */
    Map<String, String> ofWords(String field, String words) {
        return errors.of(new Words(words)).values().stream()
                .collect(Collectors.toMap(error -> field, Function.identity()));
    }

    /** A field that is wrong by itself is told so first. */
    private Map<String, String> all(Record form, List<CoFundingViolation> rules) {
        var all = errors.of(form);
        for (var rule : rules) {
            var words = rule.words().stream().map(this::word).toArray();
            all.putIfAbsent(rule.field(), texts.get(rule.text(), words));
        }
        return all;
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
}
