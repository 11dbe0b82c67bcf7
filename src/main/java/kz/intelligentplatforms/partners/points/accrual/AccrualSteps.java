package kz.intelligentplatforms.partners.points.accrual;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.CaseStep;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.CommonEvent;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.casework.CaseMails;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.platform.web.Figures;
import kz.intelligentplatforms.partners.points.EntryKind;
import kz.intelligentplatforms.partners.points.PointsLedger;
import kz.intelligentplatforms.partners.points.PointsRules;
import kz.intelligentplatforms.partners.points.PointsSettings;
import kz.intelligentplatforms.partners.points.Rates;
import kz.intelligentplatforms.partners.points.accrual.AccrualLines.Bought;
import kz.intelligentplatforms.partners.points.accrual.AccrualView.Again;
import kz.intelligentplatforms.partners.program.Quarter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the steps of {@code points-accrual} do to the world, each in the engine's transaction. What is done with all partners is done
 * chunk by chunk, each in a job of its own: a crash loses at most the chunk in hand, which is then done again from where it began.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class AccrualSteps {

    /** A run is about all partners, not one company: what its case has in place of a company's identity. */
    static final String IDENTITY = "POINTS_ACCRUAL";

    /** Each mail is a process of its own, so fewer of them fit into one transaction. */
    private static final int MOST_MAILS = 250;

    private static final Logger LOG = LoggerFactory.getLogger(AccrualSteps.class);

    private final AccrualRuns runs;
    private final AccrualLines lines;
    private final PointsRules rules;
    private final PointsLedger ledger;
    private final Partners partners;
    private final Cases cases;
    private final CaseMails mails;
    private final PointsSettings settings;
    private final Clock clock;

    AccrualSteps(
            AccrualRuns runs,
            AccrualLines lines,
            PointsRules rules,
            PointsLedger ledger,
            Partners partners,
            Cases cases,
            CaseMails mails,
            PointsSettings settings,
            Clock clock) {
        this.runs = runs;
        this.lines = lines;
        this.rules = rules;
        this.ledger = ledger;
        this.partners = partners;
        this.cases = cases;
        this.mails = mails;
        this.settings = settings;
        this.clock = clock;
    }

    /** The quarter that ended last. */
    Quarter lastQuarter() {
        return Quarter.of(LocalDate.now(clock)).previous();
    }

    boolean hasEnded(Quarter quarter) {
        return quarter.hasEndedOn(LocalDate.now(clock));
    }

    /** The run that is open; others wait for its end, since both would post the same differences. */
    Optional<AccrualView> openRun() {
        return runs.open().map(AccrualRun::view);
    }

    /**
     * Opens a run.
     *
     * @param startedBy user id; nothing where the timer begins it
     * @return the case number
     * @throws org.springframework.dao.DataIntegrityViolationException when another one was opened at the same moment
     */
    String open(Quarter quarter, @Nullable String startedBy) {
        var number = cases.open(
                PointsAccrualProcess.CASES,
                quarter.toString(),
                IDENTITY,
                new CaseStep(AccrualStage.CALCULATION, Turn.SYSTEM, null),
                startedBy == null ? Actor.SYSTEM : Actor.staff(startedBy),
                AccrualEvent.ACCRUAL_STARTED);
        runs.saveAndFlush(
                new AccrualRun(number, quarter, startedBy, rules.rates().calculation()));
        LOG.info("{}: accrual of {} opened", number, quarter);
        return number;
    }

    /**
     * Calculates the next partners. The first call fixes which purchases count: those that have arrived by then.
     *
     * @return whether all are calculated
     */
    boolean calculateNext(String number) {
        var run = find(number);
        if (run.status() == AccrualStatus.OPEN) {
            lines.holdPurchases();
            lines.forget(number);
            run.calculate(lines.lastPurchase(), rules.rates().calculation());
        }
        var quarter = run.quarter();
        var bought = lines.boughtBy(rules.accruingTiers(), run.progress(), quarter, run.countedTo(), settings.chunk());
        if (!bought.isEmpty()) {
            var last = bought.get(bought.size() - 1).partnerId();
            var posted = lines.postedBefore(quarter, run.progress(), last);
            var rates = rules.rates();
            lines.add(
                    number,
                    bought.stream()
                            .map(some -> line(some, posted.getOrDefault(some.partnerId(), 0L), rates))
                            .toList());
            run.doneTo(last);
        }
        if (bought.size() == settings.chunk()) {
            return false;
        }
        var totals = lines.totals(number);
        var unmatched = lines.unmatched(quarter);
        run.calculated(totals.partners(), totals.points(), unmatched.count(), unmatched.sum(), clock.instant());
        LOG.info("{}: {} points calculated for {} partners", number, totals.points(), totals.partners());
        return true;
    }

    private AccrualLine line(Bought bought, long postedBefore, Rates rates) {
        long entitlement = rates.entitlement(bought.term());
        var many = bought.previous().multiply(BigDecimal.valueOf(settings.anomalyGrowth()));
        return new AccrualLine(
                bought.partnerId(),
                bought.purchases(),
                bought.term(),
                bought.quarter(),
                bought.previous(),
                entitlement,
                postedBefore,
                entitlement - postedBefore,
                bought.previous().signum() > 0 && bought.quarter().compareTo(many) >= 0);
    }

    void reviewBegan(String number, Instant dueAt) {
        cases.moveTo(number, new CaseStep(AccrualStage.REVIEW, Turn.VENDOR, dueAt));
    }

    /** Finance approved; whether it is posted depends on {@link #postUnlessChanged}. */
    void approve(String number, String user, String comment) {
        find(number).approve(user, comment);
        cases.record(number, Actor.staff(user), AccrualEvent.ACCRUAL_APPROVED, comment);
    }

    /** Finance wants it calculated anew. */
    void sendBack(String number, String user, String comment) {
        find(number).again(Again.RETURNED, comment);
        cases.record(number, Actor.staff(user), AccrualEvent.ACCRUAL_RETURNED, comment);
        cases.moveTo(number, new CaseStep(AccrualStage.CALCULATION, Turn.SYSTEM, null));
    }

    void reject(String number, String user, String comment) {
        find(number).reject(user, comment);
        cases.record(number, Actor.staff(user), CommonEvent.REJECTED, comment);
    }

    void closeRejected(String number) {
        cases.moveTo(number, CaseStep.closed(AccrualStage.REJECTED));
    }

    /**
     * What was reviewed is what is posted: where purchases of the quarter have arrived since, it is calculated and reviewed anew. Those
     * that arrive from now on are the next run's.
     *
     * @return whether posting may begin
     */
    boolean postUnlessChanged(String number) {
        var run = find(number);
        lines.holdPurchases();
        boolean changed = lines.arrivedAfter(run.countedTo(), run.quarter());
        if (changed) {
            run.again(Again.CHANGED, null);
            cases.record(number, Actor.SYSTEM, AccrualEvent.ACCRUAL_CHANGED, null);
            cases.moveTo(number, new CaseStep(AccrualStage.CALCULATION, Turn.SYSTEM, null));
        } else {
            run.post();
            cases.moveTo(number, new CaseStep(AccrualStage.POSTING, Turn.SYSTEM, null));
        }
        return !changed;
    }

    /** Posts the points of the next partners; tells whether all are posted. */
    boolean postNext(String number) {
        var run = find(number);
        var points = lines.nextPoints(number, run.progress(), settings.chunk());
        if (!points.isEmpty()) {
            var reviewer = Optional.ofNullable(run.view().reviewedBy()).orElseThrow();
            ledger.postAll(EntryKind.ACCRUAL, run.quarter(), number, reviewer, points);
            run.doneTo(points.lastKey());
        }
        if (points.size() == settings.chunk()) {
            return false;
        }
        run.posted(clock.instant());
        cases.record(number, Actor.SYSTEM, AccrualEvent.ACCRUAL_POSTED, null);
        LOG.info("{}: posted", number);
        return true;
    }

    /** Writes to the next partners for whom something was posted; tells whether all have been written to. */
    boolean sendNextMails(String number) {
        var run = find(number);
        int most = Math.min(MOST_MAILS, settings.chunk());
        var points = lines.nextPoints(number, run.progress(), most);
        if (!points.isEmpty()) {
            var balances = lines.balancesAfter(number, points.keySet());
            partners.byIds(points.keySet())
                    .forEach(partner -> mails.send(
                            number,
                            partner,
                            AccrualMail.POINTS_STATEMENT,
                            statement(
                                    partner,
                                    run.quarter(),
                                    points.getOrDefault(partner.id(), 0L),
                                    balances.getOrDefault(partner.id(), 0L)),
                            "/portal/points"));
            run.doneTo(points.lastKey());
        }
        if (points.size() == most) {
            return false;
        }
        close(number);
        LOG.info("{}: statements are on their way", number);
        return true;
    }

    /** All is posted, and told where it is to be told. */
    void close(String number) {
        find(number).told();
        cases.moveTo(number, CaseStep.closed(AccrualStage.POSTED));
    }

    private static Map<String, String> statement(PartnerView partner, Quarter quarter, long points, long balance) {
        var reader = Locale.forLanguageTag(partner.language());
        return Map.of(
                "quarter", quarter.toString(),
                "points", Figures.change(points, reader),
                "balance", Figures.points(balance, reader));
    }

    @Transactional(readOnly = true)
    public Optional<AccrualView> byNumber(String number) {
        return runs.findById(number).map(AccrualRun::view);
    }

    /** The partners of some lines, by id, in one query. */
    @Transactional(readOnly = true)
    Map<Long, PartnerView> partnersById(List<AccrualLine> some) {
        return partners.byIds(some.stream().map(AccrualLine::partnerId).toList()).stream()
                .collect(Collectors.toMap(PartnerView::id, Function.identity()));
    }

    private AccrualRun find(String number) {
        return runs.findById(number).orElseThrow();
    }
}
