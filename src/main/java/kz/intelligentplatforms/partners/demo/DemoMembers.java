package kz.intelligentplatforms.partners.demo;

import java.time.Clock;
import java.time.LocalDate;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.CaseStep;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.CommonEvent;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.directory.Directory;
import kz.intelligentplatforms.partners.partner.PartnerAccounts;
import kz.intelligentplatforms.partners.partner.PartnerLevels;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.partner.RequirementRecords;
import kz.intelligentplatforms.partners.partner.RequirementRecords.Checked;
import kz.intelligentplatforms.partners.partner.RequirementRecords.Verdict;
import kz.intelligentplatforms.partners.points.PointsAccounts;
import kz.intelligentplatforms.partners.program.ProgramRules;
import kz.intelligentplatforms.partners.program.Requirement;
import kz.intelligentplatforms.partners.program.TargetStatus;
import kz.intelligentplatforms.partners.tierupgrade.LevelEvent;
import kz.intelligentplatforms.partners.tierupgrade.LevelStage;
import kz.intelligentplatforms.partners.tierupgrade.TierUpgradeProcess;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Invented companies become partners and reach levels, with the records that a real change of level leaves behind. */
@Component
@ConditionalOnProperty("program.demo")
class DemoMembers {

    private final Partners partners;
    private final PartnerAccounts accounts;
    private final PartnerLevels levels;
    private final RequirementRecords records;
    private final PointsAccounts points;
    private final ProgramRules rules;
    private final Directory directory;
    private final Cases cases;
    private final Clock clock;

    DemoMembers(
            Partners partners,
            PartnerAccounts accounts,
            PartnerLevels levels,
            RequirementRecords records,
            PointsAccounts points,
            ProgramRules rules,
            Directory directory,
            Cases cases,
            Clock clock) {
        this.partners = partners;
        this.accounts = accounts;
        this.levels = levels;
        this.records = records;
        this.points = points;
        this.rules = rules;
        this.directory = directory;
        this.cases = cases;
        this.clock = clock;
    }

    /** @param user who acts for it, and has no password */
    record Member(long id, String user, DemoCompany company) {}

    Member register(DemoCompany company) {
        long id = partners.registerSince(
                DemoPoints.memberSince(LocalDate.now(clock)), company.profile(), company.contact(), "ru");
        points.open(id);
        levels.updateBenefits(id);
        return new Member(id, accounts.open(id, company.contact(), "ru").userId(), company);
    }

    /** A closed case in which all was confirmed and the level given. */
    void reach(Member member, TargetStatus target) {
        var number = check(member, target);
        var subject = "tier." + target;
        cases.recordOf(number, subject, Actor.staff("program"), CommonEvent.APPROVED, null);
        levels.achieve(member.id(), target);
        cases.recordOf(number, subject, Actor.SYSTEM, LevelEvent.LEVEL_CHANGED, null);
        var benefits = levels.updateBenefits(member.id());
        benefits.granted()
                .forEach(benefit ->
                        cases.recordOf(number, "benefit." + benefit, Actor.SYSTEM, LevelEvent.BENEFIT_GRANTED, null));
        directory.update(partners.byId(member.id()).orElseThrow(), benefits.now());
        cases.moveTo(number, CaseStep.closed(LevelStage.CHANGED));
    }

    /** A closed case in which all was confirmed, but which the partner withdrew: the next one goes straight to the decision. */
    void withdraw(Member member, TargetStatus target) {
        var number = check(member, target);
        cases.record(number, Actor.partner(member.user()), CommonEvent.WITHDRAWN, null);
        cases.moveTo(number, CaseStep.closed(LevelStage.WITHDRAWN));
    }

    private String check(Member member, TargetStatus target) {
        var profile = member.company().profile();
        var number = cases.open(
                TierUpgradeProcess.CASES,
                profile.name(),
                profile.identity().key(),
                new CaseStep(LevelStage.CHECKS, Turn.VENDOR, null),
                Actor.partner(member.user()),
                CommonEvent.APPLIED);
        cases.assignTo(number, member.id());
        var known = records.latestOf(member.id()).keySet();
        rules.requirementsOf(target).stream()
                .filter(requirement -> requirement != Requirement.REGISTRATION && !known.contains(requirement))
                .forEach(requirement -> confirm(member, requirement, number));
        return number;
    }

    private void confirm(Member member, Requirement requirement, String number) {
        var evidence = evidenceOf(member);
        var checker = checkerOf(requirement);
        records.add(
                member.id(),
                new Checked(
                        requirement,
                        Verdict.CONFIRMED,
                        evidence.words(requirement),
                        checker,
                        clock.instant(),
                        evidence.validUntil(requirement).orElse(null),
                        number));
        cases.recordOf(number, "requirement." + requirement, Actor.staff(checker), LevelEvent.CHECK_CONFIRMED, null);
    }

    DemoEvidence evidenceOf(Member member) {
        return new DemoEvidence(member.company(), LocalDate.now(clock));
    }

    /** Which of the demo accounts checks what. */
    private static String checkerOf(Requirement requirement) {
        return switch (requirement) {
            case REGISTRATION, JOINT_SALES_PLAN, SALES_SPECIALIST -> "manager";
            case CERTIFIED_TECHNICAL_STAFF -> "certification";
            case JOINT_SOLUTIONS -> "architect";
            case SERVICE_PROGRAMS, PRODUCT_ENGINEER -> "service";
        };
    }
}
