package kz.intelligentplatforms.partners.tierupgrade;

import java.time.Clock;
import java.util.EnumSet;
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
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.program.Requirement;
import kz.intelligentplatforms.partners.program.TargetStatus;
import kz.intelligentplatforms.partners.tierupgrade.EvidenceFiles.Holder;
import kz.intelligentplatforms.partners.tierupgrade.EvidenceVersion.Side;
import kz.intelligentplatforms.partners.tierupgrade.TierUpgradeRefused.Reason;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The process {@code tier-upgrade}: its key, its variables, its outcomes, and what partners may do with it. */
@Service
public class TierUpgradeProcess {

    public static final CaseKind CASES = CaseKind.of("TIER_UPGRADE", "TUP", LevelStage.values(), LevelEvent.values());

    static final String KEY = "tier-upgrade";
    static final String WITHDRAWN_BY = "withdrawnBy";

    private static final String WITHDRAWN = "tier-upgrade-withdrawn";
    private static final String CORRECT = "Task_CorrectEvidence";
    private static final Logger LOG = LoggerFactory.getLogger(TierUpgradeProcess.class);

    private final TierApplications applications;
    private final TierUpgradeSteps upgrades;
    private final TierDecisionSteps decisions;
    private final EvidenceStore evidence;
    private final EvidenceFiles files;
    private final LevelDrafts drafts;
    private final Partners partners;
    private final Cases cases;
    private final CaseProcess process;
    private final Clock clock;

    TierUpgradeProcess(
            TierApplications applications,
            TierUpgradeSteps upgrades,
            TierDecisionSteps decisions,
            EvidenceStore evidence,
            EvidenceFiles files,
            LevelDrafts drafts,
            Partners partners,
            Cases cases,
            CaseProcesses processes,
            Clock clock) {
        this.applications = applications;
        this.upgrades = upgrades;
        this.decisions = decisions;
        this.evidence = evidence;
        this.files = files;
        this.drafts = drafts;
        this.partners = partners;
        this.cases = cases;
        this.process = processes.of(CASES, KEY, () -> new TierUpgradeRefused(Reason.CASE_MOVED_ON));
        this.clock = clock;
    }

    /**
     * A partner applies.
     *
     * @param given has passed its constraints; parts that the target does not take are left out
     * @param key names this submission: the same key again is the same case
     * @param user who acts for the partner
     * @return the case number
     * @throws TierUpgradeRefused when the partner may not apply for this now
     * @throws kz.intelligentplatforms.partners.platform.submission.SubmissionReused when the key came with other content; names the case
     */
    public String submit(long partnerId, TargetStatus target, Evidence given, String key, String user) {
        return process.once(
                partnerId + ":" + key,
                List.of(target, given),
                () -> start(partnerId, target, given, user, Actor.partner(user)));
    }

    /** Goes on where a registration named a higher level, in its transaction; the evidence may be partial, or nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String continueRegistration(long partnerId, TargetStatus target, Evidence given, String user) {
        return start(partnerId, target, given, user, Actor.SYSTEM);
    }

    private String start(long partnerId, TargetStatus target, Evidence given, String user, Actor actor) {
        obstacle(partnerId, target).ifPresent(reason -> {
            throw new TierUpgradeRefused(reason);
        });
        var company = partners.byId(partnerId).orElseThrow().company();
        var number =
                process.open(company, new CaseStep(LevelStage.RECEIVED, Turn.SYSTEM, null), actor, CommonEvent.APPLIED);
        cases.assignTo(number, partnerId);
        applications.saveAndFlush(new TierApplication(number, partnerId, target, clock.instant()));
        var wanted = EnumSet.noneOf(Requirement.class);
        wanted.addAll(given.given());
        wanted.retainAll(upgrades.requirementsOf(target));
        evidence.add(number, given.only(wanted), Side.COMPANY, null, user);
        // The draft becomes the case, before the process starts: the checks' forms show its files.
        drafts.remove(partnerId, target);
        files.move(Holder.draft(partnerId, target), Holder.ofCase(partnerId, number));
        process.start(number, company, Map.of("target", target.name()));
        LOG.info("{}: application for {} received", number, target);
        return number;
    }

    /**
     * The partner corrects one part; the others go on meanwhile.
     *
     * @param part has passed its constraints
     * @throws TierUpgradeRefused when this part does not wait for the partner
     */
    public void correct(String caseNumber, Requirement requirement, Evidence part, String user) {
        process.conflictAware(() -> {
            var task = openTask(caseNumber, requirement);
            upgrades.correct(caseNumber, requirement, part.only(Set.of(requirement)), user);
            process.complete(task, Map.of("evidenceAnswer", "CORRECTED"));
        });
    }

    /**
     * The partner changes the files of one part, as long as the part is not decided.
     *
     * @param change is made in the transaction that holds the case
     * @throws TierUpgradeRefused when the part is decided, or the case is closed
     */
    public void changeFiles(String caseNumber, Requirement requirement, Runnable change) {
        process.conflictAware(() -> {
            lockOpen(caseNumber);
            boolean undecided = applications
                    .withChecks(caseNumber)
                    .flatMap(application -> application.check(requirement))
                    .filter(check -> !check.isDecided())
                    .isPresent();
            if (!undecided) {
                throw new TierUpgradeRefused(Reason.CASE_MOVED_ON);
            }
            change.run();
        });
    }

    /**
     * The partner accepts the sales plan that the manager proposed.
     *
     * @throws TierUpgradeRefused when no proposal waits for the partner
     */
    public void acceptPlan(String caseNumber, String user) {
        process.conflictAware(() -> {
            var task = openTask(caseNumber, Requirement.JOINT_SALES_PLAN);
            upgrades.acceptPlan(caseNumber, user);
            process.complete(task, Map.of("evidenceAnswer", "ACCEPTED"));
        });
    }

    /**
     * The partner withdraws: the case ends, whatever it waits for. The level it holds is not touched.
     *
     * @throws TierUpgradeRefused when the case is decided or closed
     */
    public void withdraw(String caseNumber, String user) {
        process.conflictAware(() -> {
            lockOpen(caseNumber);
            if (decisions.isDecided(caseNumber)) {
                throw new TierUpgradeRefused(Reason.CASE_MOVED_ON);
            }
            process.correlate(caseNumber, WITHDRAWN, Map.of(WITHDRAWN_BY, user));
        });
    }

    private Task openTask(String caseNumber, Requirement requirement) {
        lockOpen(caseNumber);
        return process.openTask(
                caseNumber,
                query -> query.taskDefinitionKey(CORRECT)
                        .taskVariableValueEquals(CorrectEvidenceTask.REQUIREMENT, requirement.name()));
    }

    private void lockOpen(String caseNumber) {
        if (!upgrades.lockOpen(caseNumber)) {
            throw new TierUpgradeRefused(Reason.CASE_MOVED_ON);
        }
    }

    @Transactional(readOnly = true)
    public Optional<TierApplicationView> byCaseNumber(String caseNumber) {
        return applications.withChecks(caseNumber).map(TierApplication::view);
    }

    /** The partner's open applications: at most one for a level and one for the service status. */
    @Transactional(readOnly = true)
    public List<TierApplicationView> openOf(long partnerId) {
        return applications.openOf(partnerId).stream()
                .map(TierApplication::view)
                .toList();
    }

    /** The latest version of every part of the case's evidence. */
    @Transactional(readOnly = true)
    public Evidence evidenceOf(String caseNumber) {
        return evidence.of(caseNumber);
    }

    /** All versions of the sales plan, oldest first. */
    @Transactional(readOnly = true)
    public List<PlanVersion> planVersions(String caseNumber) {
        return evidence.versionsOf(caseNumber, Requirement.JOINT_SALES_PLAN).stream()
                .filter(version -> version.evidence().salesPlan() != null)
                .map(PlanVersion::of)
                .toList();
    }

    /** Why the partner could not apply for this today; nothing when it may. */
    @Transactional(readOnly = true)
    public Optional<Reason> obstacle(long partnerId, TargetStatus target) {
        return applications
                .findByOpenKind(TierApplication.kindOf(partnerId, target))
                .map(open -> open.view().obstacleTo(target))
                .or(() -> upgrades.violationOf(partnerId, target));
    }
}
