package kz.intelligentplatforms.partners.tierupgrade;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.CommonEvent;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.partner.RequirementRecords;
import kz.intelligentplatforms.partners.partner.RequirementRecords.Checked;
import kz.intelligentplatforms.partners.partner.RequirementRecords.Verdict;
import kz.intelligentplatforms.partners.program.ProgramRules;
import kz.intelligentplatforms.partners.program.Requirement;
import kz.intelligentplatforms.partners.program.TargetStatus;
import kz.intelligentplatforms.partners.tierupgrade.EvidenceVersion.Side;
import kz.intelligentplatforms.partners.tierupgrade.TierUpgradeRefused.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the steps of {@code tier-upgrade} do up to the decision, each in the engine's transaction; {@link TierDecisionSteps} goes on. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class TierUpgradeSteps {

    private final TierApplications applications;
    private final EvidenceStore evidence;
    private final Partners partners;
    private final RequirementRecords records;
    private final ProgramRules rules;
    private final Cases cases;
    private final TierUpgradeMails mails;
    private final Clock clock;

    TierUpgradeSteps(
            TierApplications applications,
            EvidenceStore evidence,
            Partners partners,
            RequirementRecords records,
            ProgramRules rules,
            Cases cases,
            TierUpgradeMails mails,
            Clock clock) {
        this.applications = applications;
        this.evidence = evidence;
        this.partners = partners;
        this.records = records;
        this.rules = rules;
        this.cases = cases;
        this.mails = mails;
        this.clock = clock;
    }

    /**
     * Whether this partner may apply for this now; its own open application is not held against it.
     *
     * @throws TierUpgradeRefused when it may not
     */
    void checkEligibility(String number) {
        var application = find(number);
        violationOf(application.view().partnerId(), application.view().target()).ifPresent(reason -> {
            throw new TierUpgradeRefused(reason);
        });
    }

    /** Why a partner cannot hold {@code target}, as things stand today. */
    @Transactional(readOnly = true)
    Optional<Reason> violationOf(long partnerId, TargetStatus target) {
        return violationOf(partners.byId(partnerId).orElseThrow(), partners.isActive(partnerId), target);
    }

    /** The same of a partner that is known already; {@code active}: it is a member today. */
    @Transactional(readOnly = true)
    Optional<Reason> violationOf(PartnerView partner, boolean active, TargetStatus target) {
        if (!active) {
            return Optional.of(Reason.NO_MEMBERSHIP);
        }
        if (target.isService() && !rules.allowsServiceStatus(partner.tier())) {
            return Optional.of(Reason.SERVICE_NOT_ALLOWED);
        }
        boolean held = target.isService()
                ? partner.serviceStatus()
                : target.tier().filter(partner.tier()::equals).isPresent();
        return held ? Optional.of(Reason.ALREADY_HELD) : Optional.empty();
    }

    /** Takes the case for this transaction, so that of several who step in at once each sees what the one before has done. */
    boolean lockOpen(String number) {
        return applications.lock(number).filter(TierApplication::isOpen).isPresent();
    }

    /** What the rules ask for beyond the registration, which every partner has. */
    Set<Requirement> requirementsOf(TargetStatus target) {
        var wanted = EnumSet.noneOf(Requirement.class);
        wanted.addAll(rules.requirementsOf(target));
        wanted.remove(Requirement.REGISTRATION);
        return wanted;
    }

    /** The requirements that are to be checked now, by name; those confirmed before and still valid are reused. */
    List<String> determineChecks(String number) {
        var application = find(number);
        var view = application.view();
        var today = LocalDate.now(clock);
        var given = evidence.of(number).given();
        var latest = records.latestOf(view.partnerId());
        for (var requirement : requirementsOf(view.target())) {
            if (view.check(requirement).isPresent()) {
                continue;
            }
            var holding = Optional.ofNullable(latest.get(requirement)).filter(checked -> checked.isMetOn(today));
            application.require(requirement, given.contains(requirement), holding);
            if (holding.isPresent()) {
                cases.recordOf(number, subject(requirement), Actor.SYSTEM, LevelEvent.CHECK_REUSED, null);
            }
        }
        return application.undecided().stream().map(Requirement::name).toList();
    }

    boolean isEvidenceAwaited(String number, Requirement requirement) {
        return find(number).openCheck(requirement).view().status() == CheckStatus.AWAITED;
    }

    /** Somebody's task for a requirement has begun. */
    void taskBegan(String number, Requirement requirement, Instant due) {
        var application = find(number);
        application.openCheck(requirement).isDueAt(due);
        cases.moveTo(number, application.check());
    }

    /** Records a check's end: in the application, in the partner's standing, in the history. */
    void decide(
            String number,
            Requirement requirement,
            Verdict verdict,
            String user,
            String comment,
            @Nullable LocalDate validUntil) {
        var application = find(number);
        var now = clock.instant();
        application
                .openCheck(requirement)
                .decide(
                        verdict == Verdict.CONFIRMED ? CheckStatus.CONFIRMED : CheckStatus.REFUSED,
                        user,
                        now,
                        comment.isEmpty() ? null : comment,
                        validUntil);
        var words = EvidenceWords.of(evidence.of(number, requirement), requirement);
        records.add(
                application.view().partnerId(),
                new Checked(requirement, verdict, words, user, now, validUntil, number));
        cases.recordOf(
                number,
                subject(requirement),
                Actor.staff(user),
                verdict == Verdict.CONFIRMED ? LevelEvent.CHECK_CONFIRMED : LevelEvent.CHECK_REFUSED,
                comment);
        cases.moveTo(number, application.check());
    }

    /** The checker wants one part corrected, and may propose other figures for a sales plan. */
    void returnCheck(String number, Requirement requirement, String user, String comment, @Nullable Evidence proposed) {
        find(number).openCheck(requirement).await(comment);
        if (proposed != null) {
            evidence.add(number, proposed, Side.VENDOR, comment, user);
        }
        var event = proposed == null ? LevelEvent.CHECK_RETURNED : LevelEvent.PLAN_PROPOSED;
        cases.recordOf(number, subject(requirement), Actor.staff(user), event, comment);
    }

    /** The partner corrected its part: the vendor checks again. */
    void correct(String number, Requirement requirement, Evidence part, String user) {
        var application = find(number);
        var event = evidence.of(number, requirement).given().isEmpty()
                ? LevelEvent.CHECK_GIVEN
                : LevelEvent.CHECK_CORRECTED;
        evidence.add(number, part, Side.COMPANY, null, user);
        application.openCheck(requirement).reopen();
        cases.recordOf(number, subject(requirement), Actor.partner(user), event, null);
        cases.moveTo(number, application.check());
    }

    /** The partner accepts the figures that the manager proposed last: the plan is agreed. */
    void acceptPlan(String number, String user) {
        var versions = evidence.versionsOf(number, Requirement.JOINT_SALES_PLAN);
        var proposal = versions.get(versions.size() - 1);
        if (proposal.side() != Side.VENDOR) {
            throw new TierUpgradeRefused(Reason.CASE_MOVED_ON);
        }
        cases.recordOf(
                number, subject(Requirement.JOINT_SALES_PLAN), Actor.partner(user), LevelEvent.PLAN_ACCEPTED, null);
        decide(
                number,
                Requirement.JOINT_SALES_PLAN,
                Verdict.CONFIRMED,
                proposal.writtenBy(),
                "",
                endOfPlan(proposal.evidence()).orElse(null));
    }

    /** A joint sales plan holds to the end of its year. */
    static Optional<LocalDate> endOfPlan(Evidence evidence) {
        return Optional.ofNullable(evidence.salesPlan())
                .map(plan -> LocalDate.of(Integer.parseInt(plan.year()), 12, 31));
    }

    void remind(String number, Requirement requirement) {
        mails.send(number, TierUpgradeMail.TIER_REMINDER, requirement);
        cases.recordOf(number, subject(requirement), Actor.SYSTEM, CommonEvent.REMINDED, null);
    }

    PartnerView partnerOf(String number) {
        return partners.byId(find(number).view().partnerId()).orElseThrow();
    }

    /** The message key by which the history names a requirement. */
    static String subject(Requirement requirement) {
        return "requirement." + requirement;
    }

    /** Where the files of one requirement are kept. */
    static String folder(String number, Requirement requirement) {
        return number + "/" + requirement;
    }

    private TierApplication find(String number) {
        return applications.findById(number).orElseThrow();
    }
}
