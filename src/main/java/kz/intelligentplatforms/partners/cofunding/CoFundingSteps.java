package kz.intelligentplatforms.partners.cofunding;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.CaseEventType;
import kz.intelligentplatforms.partners.cases.CaseStep;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.CommonEvent;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.casework.CaseMails;
import kz.intelligentplatforms.partners.cofunding.MarketingReturn.Cause;
import kz.intelligentplatforms.partners.funds.FundLedger;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.platform.ProgramSettings;
import kz.intelligentplatforms.partners.platform.engine.TaskRefusal;
import kz.intelligentplatforms.partners.platform.time.Deadlines;
import kz.intelligentplatforms.partners.platform.web.Dates;
import kz.intelligentplatforms.partners.platform.web.Figures;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the steps of {@code co-funding} do to the world, each in the engine's transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class CoFundingSteps {

    private static final Logger LOG = LoggerFactory.getLogger(CoFundingSteps.class);

    private final CoFundingRequests requests;
    private final CoFundingRules rules;
    private final CoFundingRequestCheck check;
    private final FundLedger ledger;
    private final Payments payments;
    private final Partners partners;
    private final Cases cases;
    private final CaseMails mails;
    private final CoFundingDates dates;
    private final Deadlines deadlines;
    private final ProgramSettings settings;
    private final Texts texts;
    private final Clock clock;

    CoFundingSteps(
            CoFundingRequests requests,
            CoFundingRules rules,
            CoFundingRequestCheck check,
            FundLedger ledger,
            Payments payments,
            Partners partners,
            Cases cases,
            CaseMails mails,
            CoFundingDates dates,
            Deadlines deadlines,
            ProgramSettings settings,
            Texts texts,
            Clock clock) {
        this.requests = requests;
        this.rules = rules;
        this.check = check;
        this.ledger = ledger;
        this.payments = payments;
        this.partners = partners;
        this.cases = cases;
        this.mails = mails;
        this.dates = dates;
        this.deadlines = deadlines;
        this.settings = settings;
        this.texts = texts;
        this.clock = clock;
    }

    /** Takes the request for this transaction, so that of several who step in at once each sees what the one before has done. */
    CoFundingRequest lock(String number) {
        return requests.lock(number).orElseThrow();
    }

    Stage stageOf(String number) {
        return Stage.valueOf(cases.byNumber(number).orElseThrow().stage());
    }

    /** A task of the vendor's people is there, to be done by the moment given. */
    void openTask(String number, Stage stage, Instant due) {
        lock(number);
        moveTo(number, stage, Turn.VENDOR, due);
    }

    void moveTo(String number, Stage stage, Turn turn, @Nullable Instant due) {
        cases.moveTo(number, new CaseStep(stage, turn, due));
    }

    /** @param reason empty, too, where there is none */
    void record(String number, Actor actor, CaseEventType event, @Nullable String reason) {
        cases.record(number, actor, event, reason);
    }

    /** Holds a request against the rules; what they say against it is kept in the partner's language. */
    boolean checkEligibility(String number) {
        var request = lock(number);
        var view = request.view();
        var partner = partner(view.partnerId());
        var askedOn = view.submittedAt().atZone(settings.timeZone()).toLocalDate();
        var flaws = check.violationsOf(partner, view, askedOn, LocalDate.now(clock));
        if (!flaws.isEmpty()) {
            request.decideAgainst(flaws.stream()
                    .map(flaw -> inWords(flaw, partner.language()))
                    .collect(Collectors.joining(" ")));
            return false;
        }
        request.accept(rules.termsFor(partner.tier(), view.activity()).orElseThrow());
        return true;
    }

    /**
     * Makes sure that a request may be approved today: its activity has not begun, and its partner is still a member at a level that is
     * co-funded. What is approved and reserved stays so whatever becomes of that.
     *
     * @throws TaskRefusal when it may not
     */
    void requireApprovable(CoFundingView view) {
        if (!view.startsOn().isAfter(LocalDate.now(clock))) {
            // The time to claim would run out by itself.
            throw TaskRefusal.because(texts.get("cofunding.review.day-gone"));
        }
        if (!partners.isActive(view.partnerId())) {
            throw TaskRefusal.because(texts.get("cofunding.review.not-a-member"));
        }
        var tier = partner(view.partnerId()).tier();
        if (rules.termsFor(tier, view.activity()).isEmpty()) {
            throw TaskRefusal.because(texts.get("cofunding.review.level-not-eligible", texts.get("tier." + tier)));
        }
    }

    private String inWords(CoFundingViolation flaw, String language) {
        return texts.in(
                language,
                flaw.text(),
                flaw.words().stream().map(CoFundingSteps::word).toArray());
    }

    /** A word of a flaw's message, for people to read. */
    private static Object word(Object word) {
        if (word instanceof BigDecimal sum) {
            return Figures.sum(sum);
        }
        if (word instanceof CoFundingRequestCheck.Share share) {
            return Figures.rate(share.of());
        }
        return word instanceof LocalDate day ? Dates.numeric(day) : word;
    }

    /**
     * Reserves what is approved; what the case holds already counts.
     *
     * @return whether the fund had enough; if not, marketing reads how much it has
     */
    boolean reserve(String number) {
        var request = lock(number);
        var view = request.view();
        int year = view.startsOn().getYear();
        var user = Objects.requireNonNullElse(view.authorizedBy(), Objects.requireNonNull(view.reviewedBy()));
        if (!ledger.reserve(number, view.partnerId(), year, view.activity(), request.approved(), user)) {
            var available = ledger.fundFor(year, view.activity())
                    .map(fund -> Figures.sum(fund.available()))
                    .orElseGet(() -> Figures.sum(BigDecimal.ZERO));
            var shortOf =
                    texts.russian("cofunding.short", Figures.sum(request.approved()), available, String.valueOf(year));
            request.comeBack(new MarketingReturn(Cause.SHORT, shortOf));
            record(number, Actor.SYSTEM, CoFundingEvent.CO_FUNDING_SHORT, shortOf);
            return false;
        }
        request.reserve(LocalDate.now(clock));
        moveTo(number, Stage.APPROVED, Turn.COMPANY, dates.endOf(view.endsOn()));
        record(number, Actor.SYSTEM, CoFundingEvent.CO_FUNDING_RESERVED, null);
        LOG.info("{}: {} KZT reserved", number, request.approved());
        return true;
    }

    /** Gives back what the case holds; where it holds nothing, nothing happens. */
    void release(String number) {
        var released = ledger.release(number, lock(number).partnerId(), FundLedger.SYSTEM);
        if (released.signum() > 0) {
            record(number, Actor.SYSTEM, CoFundingEvent.CO_FUNDING_RELEASED, null);
            LOG.info("{}: {} KZT released", number, released);
        }
    }

    /** The activity is over: from now on the partner can claim. */
    void eventOver(String number) {
        // What was said of a new date is no reason for what follows.
        lock(number).decideAgainst(null);
        record(number, Actor.SYSTEM, CoFundingEvent.CO_FUNDING_EVENT_OVER, null);
        sendMail(number, CoFundingMail.CO_FUNDING_PROOF_AWAITED);
    }

    /** Posts the payment that finance has recorded; what is left of the reservation is given back. */
    void postPayment(String number) {
        var request = lock(number);
        var payment = payments.of(number).orElseThrow();
        ledger.pay(number, request.partnerId(), payment.amount(), payment.reference(), payment.recordedBy());
        request.claim().pay();
        record(number, Actor.staff(payment.recordedBy()), CoFundingEvent.CO_FUNDING_PAID, payment.reference());
        LOG.info("{}: {} KZT paid", number, payment.amount());
    }

    /** Closes the case, and tells the partner. */
    void close(String number, Stage outcome) {
        var request = lock(number);
        switch (outcome) {
            case INELIGIBLE ->
                record(
                        number,
                        Actor.SYSTEM,
                        CoFundingEvent.CO_FUNDING_INELIGIBLE,
                        request.view().decisionReason());
            case UNANSWERED -> record(number, Actor.SYSTEM, CoFundingEvent.CO_FUNDING_UNANSWERED, null);
            case EXPIRED -> record(number, Actor.SYSTEM, CommonEvent.EXPIRED, null);
            default -> {
                // Whoever decided is in the history already.
            }
        }
        if (request.isQueued()) {
            request.leaveQueue();
        }
        cases.moveTo(number, CaseStep.closed(outcome));
        sendMail(number, CoFundingMail.valueOf("CO_FUNDING_" + outcome));
    }

    void remind(String number, CoFundingMail template) {
        sendMail(number, template);
        record(number, Actor.SYSTEM, CommonEvent.REMINDED, null);
    }

    /** Writes to the partner's contact; the words are {@code reason}, {@code title}, {@code sum} and {@code day}. */
    void sendMail(String number, CoFundingMail template) {
        var view = requests.findById(number).orElseThrow().view();
        var partner = partner(view.partnerId());
        var due = dueAfter(template)
                .or(() -> Optional.ofNullable(view.claimDueOn()))
                .or(() -> Optional.ofNullable(
                                cases.byNumber(number).orElseThrow().dueAt())
                        .map(moment -> moment.atZone(settings.timeZone()).toLocalDate()))
                .map(Dates::numeric)
                .orElse("–");
        mails.send(
                number,
                partner,
                template,
                Map.of(
                        "reason", Objects.requireNonNullElse(view.decisionReason(), view.title()),
                        "title", view.title(),
                        "sum", Figures.sum(sumOf(view, template)),
                        "day", due));
    }

    /** The sum that a mail is about, in KZT. */
    private static BigDecimal sumOf(CoFundingView view, CoFundingMail template) {
        var sum = switch (template) {
            case CO_FUNDING_CLAIM_RETURNED, CO_FUNDING_CLAIM_REFUSED, CO_FUNDING_REFUSED -> view.claimed();
            case CO_FUNDING_PAID -> view.paid();
            case CO_FUNDING_RECEIVED,
                    CO_FUNDING_INELIGIBLE,
                    CO_FUNDING_RETURNED,
                    CO_FUNDING_REMINDER,
                    CO_FUNDING_REJECTED,
                    CO_FUNDING_UNANSWERED -> view.asked();
            default -> view.approved();
        };
        return Objects.requireNonNullElse(sum, view.asked());
    }

    /** Until when the partner has to do what a mail asks of it, where a task for that begins after the mail. */
    private Optional<LocalDate> dueAfter(CoFundingMail template) {
        var deadline = switch (template) {
            case CO_FUNDING_RETURNED -> Optional.of("correct-co-funding-close");
            case CO_FUNDING_CLAIM_REFUSED -> Optional.of("appeal-close");
            default -> Optional.<String>empty();
        };
        return deadline.map(
                name -> deadlines.instantAt(name).atZone(settings.timeZone()).toLocalDate());
    }

    PartnerView partner(long partnerId) {
        return partners.byId(partnerId).orElseThrow();
    }
}
