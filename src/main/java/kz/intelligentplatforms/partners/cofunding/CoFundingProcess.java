package kz.intelligentplatforms.partners.cofunding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.CaseKind;
import kz.intelligentplatforms.partners.cases.CaseStep;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.CommonEvent;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.casework.CaseProcess;
import kz.intelligentplatforms.partners.casework.CaseProcesses;
import kz.intelligentplatforms.partners.cofunding.CoFundingFiles.FileHolder;
import kz.intelligentplatforms.partners.cofunding.CoFundingRefused.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The process {@code co-funding}: its key, its variables, its outcomes, and what partners and managers may do with it beside its tasks. */
@Service
public class CoFundingProcess {

    public static final CaseKind CASES = CaseKind.of("CO_FUNDING", "COF", Stage.values(), CoFundingEvent.values());

    static final String KEY = "co-funding";
    static final String CORRECT = "Task_CorrectCoFundingRequest";
    static final String PROVE = "Task_SubmitProof";
    static final String APPEAL = "Task_AppealRefusal";

    /** How the cancellation ends: the name of a {@link Stage}. */
    static final String CANCELLATION = "cancellation";

    private static final String CANCELLED = "co-funding-cancelled";
    private static final String CHANGE_REPORTED = "co-funding-change-reported";
    private static final String DEADLINE_EXTENDED = "co-funding-deadline-extended";
    private static final String BUDGET_FREED = "co-funding-budget-freed";
    private static final Logger LOG = LoggerFactory.getLogger(CoFundingProcess.class);

    private final CoFundingRequests requests;
    private final CoFundingSteps steps;
    private final CoFundingRules rules;
    private final CoFundingFiles files;
    private final CoFundingDrafts drafts;
    private final Cases cases;
    private final CaseProcess process;
    private final CoFundingDates dates;
    private final Clock clock;

    CoFundingProcess(
            CoFundingRequests requests,
            CoFundingSteps steps,
            CoFundingRules rules,
            CoFundingFiles files,
            CoFundingDrafts drafts,
            Cases cases,
            CaseProcesses processes,
            CoFundingDates dates,
            Clock clock) {
        this.requests = requests;
        this.steps = steps;
        this.rules = rules;
        this.files = files;
        this.drafts = drafts;
        this.cases = cases;
        this.process = processes.of(CASES, KEY, () -> new CoFundingRefused(Reason.CASE_MOVED_ON));
        this.dates = dates;
        this.clock = clock;
    }

    /**
     * A partner asks. What the rules say against it closes the case at once; {@link CoFundingRequestCheck} tells it beforehand.
     *
     * @param proposal has passed its constraints
     * @param key names this submission: the same key again is the same case
     * @param draft the draft it was, whose files become the case's; null where there was none
     * @param user who acts for the partner
     * @return the case number
     * @throws CoFundingRefused when the partner may not ask for anything now
     * @throws kz.intelligentplatforms.partners.platform.submission.SubmissionReused when the key came with another proposal; names the case
     */
    public String submit(
            long partnerId, CoFundingRequestForm proposal, String key, @Nullable String draft, String user) {
        return process.once(partnerId + ":" + key, proposal, () -> start(partnerId, proposal, draft, user));
    }

    private String start(long partnerId, CoFundingRequestForm proposal, @Nullable String draft, String user) {
        var partner = steps.partner(partnerId);
        rules.obstacle(partner).ifPresent(reason -> {
            throw new CoFundingRefused(reason);
        });
        var company = partner.company();
        var plan = proposal.plan();
        var received = new CaseStep(Stage.RECEIVED, Turn.SYSTEM, null);
        var number = process.open(company, received, Actor.partner(user), CommonEvent.APPLIED);
        cases.assignTo(number, partnerId);
        requests.saveAndFlush(new CoFundingRequest(number, partnerId, plan, proposal.budget(), user, clock.instant()));
        if (draft != null) {
            // Before the process starts, as the review's form shows the files.
            drafts.submit(partnerId, draft, number);
        }
        process.start(number, company, Map.of("activity", plan.activity().name()));
        LOG.info("{}: co-funding of {} KZT asked for", number, plan.asked());
        return number;
    }

    /** The case that a partner's form with this key has become, if it was sent. */
    @Transactional(readOnly = true)
    public Optional<String> submitted(long partnerId, String key) {
        return process.sent(partnerId + ":" + key);
    }

    /**
     * The case that this form has become, if it was sent.
     *
     * @throws kz.intelligentplatforms.partners.platform.submission.SubmissionReused when it was, with another proposal; names the case
     */
    @Transactional(readOnly = true)
    public Optional<String> submitted(long partnerId, CoFundingRequestForm proposal, String key) {
        return process.sent(partnerId + ":" + key, proposal);
    }

    /**
     * The partner corrects what came back.
     *
     * @param proposal has passed its constraints
     * @throws CoFundingRefused when the request does not wait for that
     */
    public void correct(String caseNumber, CoFundingRequestForm proposal, String user) {
        process.conflictAware(() -> {
            var request = steps.lock(caseNumber);
            var task = process.openTask(caseNumber, CORRECT);
            request.propose(proposal.plan(), proposal.budget());
            cases.record(caseNumber, Actor.partner(user), CommonEvent.CORRECTED, null);
            process.complete(task);
        });
    }

    /**
     * The partner takes its request back before it is decided, or while it waits for money.
     *
     * @throws CoFundingRefused when it is decided or closed
     */
    public void withdraw(String caseNumber, String user) {
        end(caseNumber, Stage.WITHDRAWABLE, null, Actor.partner(user), Stage.WITHDRAWN);
    }

    /**
     * The partner gives up what is approved, such as an activity that does not take place; the money is free again.
     *
     * @throws CoFundingRefused when nothing is approved, or the claim is with the vendor
     */
    public void cancelByPartner(String caseNumber, String reason, String user) {
        end(caseNumber, Stage.CANCELLABLE_BY_PARTNER, reason, Actor.partner(user), Stage.WITHDRAWN);
    }

    /**
     * A manager cancels an approved request that is not paid yet; the money is free again.
     *
     * @param reason is read by the partner
     * @throws CoFundingRefused when nothing is reserved for it
     */
    public void cancel(String caseNumber, String reason, String user) {
        end(caseNumber, Stage.CANCELLABLE, reason, Actor.staff(user), Stage.CANCELLED);
    }

    private void end(String caseNumber, Set<Stage> allowed, @Nullable String reason, Actor actor, Stage outcome) {
        process.conflictAware(() -> {
            var request = lockAt(caseNumber, allowed);
            // What a partner says is no reason of the vendor; it stands in the history.
            request.end(outcome == Stage.CANCELLED ? reason : null);
            var event = outcome == Stage.WITHDRAWN ? CommonEvent.WITHDRAWN : CoFundingEvent.CO_FUNDING_CANCELLED;
            cases.record(caseNumber, actor, event, reason);
            process.correlate(caseNumber, CANCELLED, Map.of(CANCELLATION, outcome.name()));
        });
    }

    /**
     * The partner wants to hold its activity on other days; marketing looks at it again, and what is reserved stays so.
     *
     * @param firstDay and {@code lastDay} have passed {@link CoFundingRequestCheck#flawsOfDays}
     * @throws CoFundingRefused when the activity is over, or nothing is approved
     */
    public void reportChange(String caseNumber, LocalDate firstDay, LocalDate lastDay, String reason, String user) {
        process.conflictAware(() -> {
            lockAt(caseNumber, Set.of(Stage.APPROVED)).askForChange(firstDay, lastDay, reason);
            cases.record(caseNumber, Actor.partner(user), CoFundingEvent.CO_FUNDING_CHANGE_REPORTED, reason);
            process.correlate(caseNumber, CHANGE_REPORTED, Map.of());
        });
    }

    /**
     * A manager gives the partner more time for its claim, once.
     *
     * @param until the last day
     * @throws CoFundingRefused when no claim is awaited, it was extended before, or the day is out of range
     */
    public void extend(String caseNumber, LocalDate until, String user) {
        process.conflictAware(() -> {
            var request = lockAt(caseNumber, Set.of(Stage.PROOF));
            if (request.view().extended()) {
                throw new CoFundingRefused(Reason.EXTENDED_ALREADY);
            }
            if (!dates.mayExtend(request.view(), until)) {
                throw new CoFundingRefused(Reason.EXTENSION_OUT_OF_RANGE);
            }
            request.extend(until);
            cases.record(caseNumber, Actor.staff(user), CoFundingEvent.CO_FUNDING_EXTENDED, null);
            process.correlate(caseNumber, DEADLINE_EXTENDED, Map.of());
        });
    }

    /**
     * The partner claims.
     *
     * @param claim has passed its constraints and {@link ClaimCheck}
     * @throws CoFundingRefused when no claim is awaited: too early, too late, or sent already; or when a proof it takes is gone meanwhile
     */
    public void claim(String caseNumber, ClaimForm claim, String user) {
        process.conflictAware(() -> {
            var request = steps.lock(caseNumber);
            var task = process.openTask(caseNumber, PROVE);
            if (!files.proved(FileHolder.ofCase(request.partnerId(), caseNumber))
                    .containsAll(request.proofs())) {
                throw new CoFundingRefused(Reason.PROOF_MISSING);
            }
            request.claim(claim.claimedAmount(), claim.report(), claim.lines());
            cases.record(caseNumber, Actor.partner(user), CoFundingEvent.CO_FUNDING_CLAIMED, null);
            process.complete(task);
        });
    }

    /**
     * The partner appeals against the refusal of its claim, once.
     *
     * @param words why
     * @throws CoFundingRefused when there is nothing to appeal against
     */
    public void appeal(String caseNumber, String words, String user) {
        process.conflictAware(() -> {
            var request = steps.lock(caseNumber);
            var task = process.openTask(caseNumber, APPEAL);
            request.claim().appeal(words);
            cases.record(caseNumber, Actor.partner(user), CoFundingEvent.CO_FUNDING_APPEALED, words);
            process.complete(task);
        });
    }

    /**
     * The partner changes the files of its request or claim, as long as it is its turn.
     *
     * @param stage {@link Stage#CORRECTION} for what came with the request, {@link Stage#PROOF} for proofs
     * @param change is made in the transaction that holds the case
     * @throws CoFundingRefused when it is not
     */
    public void changeFiles(String caseNumber, Stage stage, Runnable change) {
        process.conflictAware(() -> {
            lockAt(caseNumber, Set.of(stage));
            change.run();
        });
    }

    /** There is money for a request that waited for it: it goes on, within the transaction that holds it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void leaveQueue(CoFundingRequest request) {
        request.leaveQueue();
        steps.moveTo(request.getId(), Stage.RESERVATION, Turn.SYSTEM, null);
        process.correlate(request.getId(), BUDGET_FREED, Map.of());
    }

    @Transactional(readOnly = true)
    public Optional<CoFundingView> byCaseNumber(String caseNumber) {
        return requests.withLines(caseNumber).map(CoFundingRequest::view);
    }

    /** A partner's requests, the latest first. */
    @Transactional(readOnly = true)
    public List<CoFundingView> ofPartner(long partnerId) {
        return requests.ofPartner(partnerId).stream()
                .map(CoFundingRequest::view)
                .toList();
    }

    private CoFundingRequest lockAt(String caseNumber, Set<Stage> allowed) {
        var request = steps.lock(caseNumber);
        if (!allowed.contains(steps.stageOf(caseNumber))) {
            throw new CoFundingRefused(Reason.CASE_MOVED_ON);
        }
        return request;
    }
}
