package kz.intelligentplatforms.partners.tierupgrade;

import static java.time.Duration.ofDays;
import static kz.intelligentplatforms.partners.platform.identity.Group.ACCOUNT_MANAGERS;
import static kz.intelligentplatforms.partners.platform.identity.Group.PROGRAM_MANAGERS;
import static kz.intelligentplatforms.partners.program.Requirement.CERTIFIED_TECHNICAL_STAFF;
import static kz.intelligentplatforms.partners.program.Requirement.JOINT_SALES_PLAN;
import static kz.intelligentplatforms.partners.program.Requirement.SALES_SPECIALIST;
import static kz.intelligentplatforms.partners.program.TargetStatus.CORPORATE_RESELLER;
import static kz.intelligentplatforms.partners.program.TargetStatus.PROFESSIONAL_RESELLER;
import static kz.intelligentplatforms.partners.program.TargetStatus.SERVICE;
import static kz.intelligentplatforms.partners.program.TargetStatus.SOLUTION_PROVIDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import kz.intelligentplatforms.partners.cases.CaseEventView;
import kz.intelligentplatforms.partners.cases.CaseView;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.partner.PartnerLevels;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.partner.RequirementRecords;
import kz.intelligentplatforms.partners.platform.engine.TaskRefusal;
import kz.intelligentplatforms.partners.program.Benefit;
import kz.intelligentplatforms.partners.program.Requirement;
import kz.intelligentplatforms.partners.program.TargetStatus;
import kz.intelligentplatforms.partners.program.Tier;
import kz.intelligentplatforms.partners.testing.AtOnce;
import kz.intelligentplatforms.partners.testing.Desk;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Mails;
import kz.intelligentplatforms.partners.testing.Members.Member;
import kz.intelligentplatforms.partners.testing.ProcessCoverage;
import kz.intelligentplatforms.partners.testing.TestClock;
import kz.intelligentplatforms.partners.tierupgrade.TierUpgradeRefused.Reason;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

/** The process with its real model, rules, delegates, database and mail server, to every end. */
class TierUpgradeProcessIT extends IntegrationTest {

    private static final String SALES_PLAN = "Task_AgreeSalesPlan";
    private static final String SPECIALIST = "Task_CheckSalesSpecialist";
    private static final String STAFF = "Task_CheckTechnicalCertification";
    private static final String SOLUTIONS = "Task_VerifyJointSolutions";
    private static final String PROGRAMS = "Task_VerifyServicePrograms";
    private static final String ENGINEER = "Task_CheckProductEngineer";
    private static final String CORRECT = "Task_CorrectEvidence";
    private static final String DECIDE = "Task_DecideTierChange";

    @Autowired
    private TierUpgradeProcess process;

    @Autowired
    private Partners partners;

    @Autowired
    private PartnerLevels levels;

    @Autowired
    private EvidenceStore evidence;

    @Autowired
    private RequirementRecords records;

    @Autowired
    private Cases cases;

    private Desk desk;

    @BeforeEach
    void openDesk() {
        desk = new Desk(engine, people);
        LocaleContextHolder.setLocale(Locale.forLanguageTag("ru"));
    }

    @AfterEach
    void forgetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @AfterAll
    static void everyPartOfTheModelIsReached() {
        ProcessCoverage.assertComplete("tier-upgrade");
    }

    /** As the form shows it at the start. */
    @Test
    void whatIsConfirmedWithoutADayHoldsToTheFirstExpiryOfTheCertificates() {
        var member = members.achieving();
        var number = submit(member, CORPORATE_RESELLER);
        desk.answer(number, STAFF, Map.of("verdict", "CONFIRMED"));
        assertThat(records.latestOf(member.id()))
                .extractingByKey(CERTIFIED_TECHNICAL_STAFF)
                .extracting(RequirementRecords.Checked::validUntil)
                .isEqualTo(evidence.of(number, CERTIFIED_TECHNICAL_STAFF)
                        .firstExpiry()
                        .orElseThrow());
    }

    @Test
    void anApprovedApplicationChangesLevelBenefitsAndStandingTogether() {
        var member = members.achieving();
        var number = submit(member, CORPORATE_RESELLER);
        assertThat(desk.openTasks(number)).containsExactly(SALES_PLAN, SPECIALIST, STAFF);
        assertThat(caseOf(number).stage()).isEqualTo("CHECKS");
        assertThat(caseOf(number).turn()).isEqualTo(Turn.VENDOR);

        confirm(number, SALES_PLAN);
        confirm(number, SPECIALIST);
        assertThat(desk.openTasks(number)).containsExactly(STAFF);
        confirm(number, STAFF);
        assertThat(caseOf(number).stage()).isEqualTo("DECISION");
        assertThat(now(member).tier()).isEqualTo(Tier.PRIMARY_RESELLER);
        approve(number);

        assertThat(now(member).tier()).isEqualTo(Tier.CORPORATE_RESELLER);
        assertThat(levels.benefitsOf(member.id()))
                .contains(Benefit.PARTNER_DIRECTORY, Benefit.DISTANCE_LEARNING)
                .doesNotContain(Benefit.JOINT_EXHIBITIONS);
        var standing = records.latestOf(member.id());
        assertThat(standing.keySet())
                .containsExactlyInAnyOrder(JOINT_SALES_PLAN, SALES_SPECIALIST, CERTIFIED_TECHNICAL_STAFF);
        assertThat(standing)
                .extractingByKey(JOINT_SALES_PLAN)
                .extracting(RequirementRecords.Checked::validUntil)
                .isEqualTo(LocalDate.of(Samples.today().getYear(), 12, 31));
        assertThat(standing)
                .extractingByKey(CERTIFIED_TECHNICAL_STAFF)
                .extracting(RequirementRecords.Checked::validUntil)
                .isEqualTo(Samples.today().plusMonths(6));
        assertThat(standing.values())
                .extracting(RequirementRecords.Checked::evidence)
                .anyMatch(words -> words.contains("Марат Оспанов"));
        assertThat(caseOf(number).stage()).isEqualTo("CHANGED");
        assertThat(eventsOf(number))
                .containsSubsequence("APPLIED", "CHECK_CONFIRMED", "APPROVED", "LEVEL_CHANGED", "BENEFIT_GRANTED");
        assertThat(Mails.to(member.email()))
                .extracting(Mails.Received::subject)
                .anyMatch(subject -> subject.contains("Corporate Reseller"));
        assertThat(cases.ofPartner(member.id())).extracting(CaseView::number).contains(number);
    }

    @Test
    void onlyTheReturnedPartIsCorrectedWhileTheOthersGoOn() {
        var member = members.achieving();
        var number = submit(member, PROFESSIONAL_RESELLER);
        answer(number, SPECIALIST, "RETURNED", "Приложите приказ о приёме");

        assertThat(desk.openTasks(number)).containsExactly(SALES_PLAN, CORRECT);
        assertThat(caseOf(number).turn()).isEqualTo(Turn.COMPANY);
        assertThat(check(number, SALES_SPECIALIST).reason()).isEqualTo("Приложите приказ о приёме");
        assertThat(Mails.lastTo(member.email()).text()).contains("Приложите приказ о приёме");
        confirm(number, SALES_PLAN);
        process.correct(number, SALES_SPECIALIST, Samples.complete(), member.user());

        assertThat(desk.openTasks(number)).containsExactly(SPECIALIST);
        var shown = engine.getTaskService()
                .getVariables(desk.task(number, SPECIALIST).getId());
        assertThat(shown.get("verdict")).isNull();
        assertThat(shown.get("comment")).isNull();
        assertThat(formOf(desk.task(number, SPECIALIST))).contains("Приложите приказ о приёме");
        confirm(number, SPECIALIST);
        approve(number);
        assertThat(now(member).tier()).isEqualTo(Tier.PROFESSIONAL_RESELLER);
    }

    @Test
    void theManagersFiguresAreAgreedWhenThePartnerAcceptsThem() {
        var member = members.achieving();
        var number = submit(member, PROFESSIONAL_RESELLER);
        propose(number, 3_000_000);
        assertThat(process.planVersions(number))
                .extracting(PlanVersion::proposed)
                .containsExactly(false, true);

        process.acceptPlan(number, member.user());
        jobs.runDue(number);

        assertThat(desk.openTasks(number)).containsExactly(SPECIALIST);
        var agreed = check(number, JOINT_SALES_PLAN);
        assertThat(agreed.status()).isEqualTo(CheckStatus.CONFIRMED);
        assertThat(agreed.checkedBy()).isEqualTo(people.of(ACCOUNT_MANAGERS));
        assertThat(process.planVersions(number).get(1).plan().total()).isEqualTo(12_000_000);
        assertThat(process.planVersions(number).get(0).plan().total()).isEqualTo(4_000_000);
    }

    @Test
    void onceThePlanIsAcceptedNothingMoreIsAskedOfThePartner() {
        var member = members.achieving();
        var number = submit(member, PROFESSIONAL_RESELLER);
        confirm(number, SPECIALIST);
        propose(number, 3_000_000);
        assertThat(cases.byNumber(number).orElseThrow().turn()).isEqualTo(Turn.COMPANY);
        process.acceptPlan(number, member.user());
        var view = cases.byNumber(number).orElseThrow();
        assertThat(view.stage()).isNotEqualTo("CORRECTION");
        assertThat(view.turn()).isNotEqualTo(Turn.COMPANY);
    }

    @Test
    void whatIsGivenForTheFirstTimeIsNotSaidToBeSentAgain() {
        var member = members.achieving();
        var part = new Evidence(null, Samples.complete().salesSpecialist(), List.of(), List.of(), List.of(), null);
        var plan = new Evidence(Samples.plan("1000000"), null, List.of(), List.of(), List.of(), null);
        var number = process.submit(
                member.id(), PROFESSIONAL_RESELLER, plan, UUID.randomUUID().toString(), member.user());
        process.correct(number, SALES_SPECIALIST, part, member.user());
        answer(number, SPECIALIST, "RETURNED", "Приложите приказ");
        process.correct(number, SALES_SPECIALIST, part, member.user());
        assertThat(cases.history(number))
                .extracting(event -> event.type())
                .containsSubsequence("CHECK_GIVEN", "CHECK_RETURNED", "CHECK_CORRECTED");
    }

    @Test
    void aPartnerThatCountersIsCheckedAgain() {
        var member = members.achieving();
        var number = submit(member, PROFESSIONAL_RESELLER);
        propose(number, 3_000_000);
        var countered = new Evidence(Samples.plan("2000000"), null, List.of(), List.of(), List.of(), null);
        process.correct(number, JOINT_SALES_PLAN, countered, member.user());

        assertThat(desk.openTasks(number)).contains(SALES_PLAN);
        assertThat(process.planVersions(number))
                .extracting(PlanVersion::proposed)
                .containsExactly(false, true, false);
        assertThatThrownBy(() -> process.acceptPlan(number, member.user())).satisfies(isRefused(Reason.CASE_MOVED_ON));
    }

    @Test
    void anApplicationWithAnUnconfirmedRequirementCanOnlyBeReturnedOrRejected() {
        var member = members.achieving();
        var number = submit(member, SOLUTION_PROVIDER);
        confirm(number, SALES_PLAN);
        answer(number, SOLUTIONS, "REFUSED", "Решение не на нашей продукции");
        assertRefused(number, DECIDE, Map.of("decision", "APPROVE", "comment", ""), "совместные решения");

        answerDecision(number, "REJECT", "Нет совместного решения");
        jobs.runDue(number);

        assertThat(caseOf(number).stage()).isEqualTo("REJECTED");
        assertThat(now(member).tier()).isEqualTo(Tier.PRIMARY_RESELLER);
        assertThat(Mails.lastTo(member.email()).text()).contains("Нет совместного решения");
        assertThat(process.obstacle(member.id(), SOLUTION_PROVIDER)).isEmpty();
    }

    @Test
    void theDecisionMaySendPartsBackWhichAreThenCheckedAgain() {
        var member = members.achieving();
        var number = submit(member, PROFESSIONAL_RESELLER);
        confirm(number, SALES_PLAN);
        confirm(number, SPECIALIST);
        desk.answer(
                number,
                DECIDE,
                Map.of(
                        "decision",
                        "RETURN",
                        "comment",
                        "Уточните план",
                        "returnedParts",
                        Spin.JSON(List.of("JOINT_SALES_PLAN"))));

        assertThat(desk.openTasks(number)).containsExactly(CORRECT);
        assertThat(check(number, JOINT_SALES_PLAN).reason()).isEqualTo("Уточните план");
        process.correct(number, JOINT_SALES_PLAN, Samples.complete(), member.user());
        confirm(number, SALES_PLAN);
        approve(number);
        assertThat(now(member).tier()).isEqualTo(Tier.PROFESSIONAL_RESELLER);
    }

    @Test
    void aPartnerWhoDoesNotAnswerIsRemindedTwiceAndTheWholeCaseClosesAfterThirtyDays() {
        var member = members.achieving();
        var number = submit(member, PROFESSIONAL_RESELLER);
        answer(number, SPECIALIST, "RETURNED", "Приложите приказ");
        jobs.runDue(number);
        int mails = Mails.to(member.email()).size();

        TestClock.forward(ofDays(7).plusMinutes(1));
        jobs.runDue(number);
        TestClock.forward(ofDays(14));
        jobs.runDue(number);
        assertThat(eventsOf(number).stream().filter("REMINDED"::equals)).hasSize(2);
        TestClock.forward(ofDays(9));
        jobs.runDue(number);

        assertThat(caseOf(number).stage()).isEqualTo("EXPIRED");
        assertThat(desk.openTasks(number)).isEmpty();
        assertThat(Mails.to(member.email())).hasSizeGreaterThanOrEqualTo(mails + 3);
        assertThat(now(member).tier()).isEqualTo(Tier.PRIMARY_RESELLER);
        assertThat(engine.getRuntimeService().createIncidentQuery().list())
                .filteredOn(incident -> incident.getProcessInstanceId() != null
                        && engine.getRuntimeService()
                                        .createProcessInstanceQuery()
                                        .processInstanceId(incident.getProcessInstanceId())
                                        .processInstanceBusinessKey(number)
                                        .count()
                                > 0)
                .isEmpty();
    }

    @Test
    void aWithdrawnApplicationEndsWhateverItWaitsForAndTheLevelStays() {
        var member = members.achieving();
        var inChecks = submit(member, PROFESSIONAL_RESELLER);
        answer(inChecks, SPECIALIST, "RETURNED", "Приложите приказ");
        process.withdraw(inChecks, member.user());
        jobs.runDue(inChecks);
        assertThat(caseOf(inChecks).stage()).isEqualTo("WITHDRAWN");
        assertThat(desk.openTasks(inChecks)).isEmpty();

        var inDecision = submit(member, PROFESSIONAL_RESELLER);
        confirm(inDecision, SALES_PLAN);
        confirm(inDecision, SPECIALIST);
        process.withdraw(inDecision, member.user());
        jobs.runDue(inDecision);
        assertThat(caseOf(inDecision).stage()).isEqualTo("WITHDRAWN");
        assertThat(now(member).tier()).isEqualTo(Tier.PRIMARY_RESELLER);
        assertThatThrownBy(() -> process.withdraw(inDecision, member.user()))
                .satisfies(isRefused(Reason.CASE_MOVED_ON));
    }

    @Test
    void aDecidedApplicationCannotBeWithdrawnAnyMore() {
        var member = members.achieving();
        var number = submit(member, PROFESSIONAL_RESELLER);
        confirm(number, SALES_PLAN);
        confirm(number, SPECIALIST);
        answerDecision(number, "APPROVE", "");
        assertThatThrownBy(() -> process.withdraw(number, member.user())).satisfies(isRefused(Reason.CASE_MOVED_ON));
        jobs.runDue(number);
        assertThat(now(member).tier()).isEqualTo(Tier.PROFESSIONAL_RESELLER);
    }

    @Test
    void whatWasConfirmedBeforeAndIsStillValidIsNotCheckedTwice() {
        var member = members.achieving();
        var first = submit(member, PROFESSIONAL_RESELLER);
        confirm(first, SALES_PLAN);
        confirm(first, SPECIALIST);
        approve(first);

        var second = submit(member, CORPORATE_RESELLER);
        assertThat(desk.openTasks(second)).containsExactly(STAFF);
        assertThat(check(second, SALES_SPECIALIST).reused()).isTrue();
        assertThat(eventsOf(second).stream().filter("CHECK_REUSED"::equals)).hasSize(2);
        confirm(second, STAFF);
        approve(second);

        var third = submit(member, PROFESSIONAL_RESELLER);
        assertThat(desk.openTasks(third)).containsExactly(DECIDE);
    }

    @Test
    void aConfirmationThatHasExpiredIsCheckedAnew() {
        var member = members.achieving();
        var first = submit(member, CORPORATE_RESELLER);
        confirm(first, SALES_PLAN);
        confirm(first, SPECIALIST);
        desk.answer(first, STAFF, answers("CONFIRMED", "", Samples.today()));
        jobs.runDue(first);
        process.withdraw(first, member.user());
        jobs.runDue(first);

        TestClock.forward(ofDays(1));
        if (partners.isActive(member.id())) {
            assertThat(desk.openTasks(submit(member, CORPORATE_RESELLER))).contains(STAFF);
        } else {
            // The tests run on the last day of the year, and so of the membership.
            assertThatThrownBy(() -> submit(member, CORPORATE_RESELLER)).satisfies(isRefused(Reason.NO_MEMBERSHIP));
        }
    }

    @Test
    void theServiceStatusGoesOnTopOfALevelThatAllowsIt() {
        var member = members.achieving(PROFESSIONAL_RESELLER);
        var number = submit(member, SERVICE);
        assertThat(desk.openTasks(number)).containsExactly(ENGINEER, PROGRAMS);
        confirm(number, PROGRAMS);
        confirm(number, ENGINEER);
        approve(number);

        assertThat(now(member).tier()).isEqualTo(Tier.PROFESSIONAL_RESELLER);
        assertThat(now(member).serviceStatus()).isTrue();
        assertThat(levels.benefitsOf(member.id())).contains(Benefit.SERVICE_DIRECTORY);
    }

    @Test
    void theLevelUnderAServiceStatusCountsAtTheDecisionToo() {
        var member = members.achieving(PROFESSIONAL_RESELLER);
        var number = submit(member, SERVICE);
        confirm(number, PROGRAMS);
        confirm(number, ENGINEER);
        inTransaction(() -> levels.lower(member.id(), Tier.PRIMARY_RESELLER));
        assertRefused(number, DECIDE, Map.of("decision", "APPROVE", "comment", ""), "сервисного статуса нет");
    }

    @Test
    void whoeverMadeACheckMayNeitherClaimNorMakeTheDecision() {
        var member = members.achieving();
        var number = submit(member, PROFESSIONAL_RESELLER);
        var both = people.of(PROGRAM_MANAGERS);
        confirm(number, SALES_PLAN);
        desk.answerAs(both, PROGRAM_MANAGERS, escalated(number, SPECIALIST), Answers.of(SPECIALIST, "CONFIRMED", ""));
        jobs.runDue(number);

        var decision = desk.task(number, DECIDE).getId();
        assertThatThrownBy(() -> desk.claimAs(both, PROGRAM_MANAGERS, decision))
                .hasRootCauseInstanceOf(TaskRefusal.class);
        assertThatThrownBy(() ->
                        desk.answerAs(both, PROGRAM_MANAGERS, decision, Map.of("decision", "REJECT", "comment", "Нет")))
                .hasRootCauseInstanceOf(TaskRefusal.class);
        assertThat(desk.openTasks(number)).containsExactly(DECIDE);
    }

    @Test
    void whoMayNotApplyIsToldWhyAndNothingBegins() {
        var primary = members.achieving();
        assertThatThrownBy(() -> submit(primary, SERVICE)).satisfies(isRefused(Reason.SERVICE_NOT_ALLOWED));
        var professional = members.achieving(PROFESSIONAL_RESELLER);
        assertThatThrownBy(() -> submit(professional, PROFESSIONAL_RESELLER)).satisfies(isRefused(Reason.ALREADY_HELD));
        submit(professional, CORPORATE_RESELLER);
        assertThatThrownBy(() -> submit(professional, SOLUTION_PROVIDER)).satisfies(isRefused(Reason.OTHER_LEVEL_OPEN));
        assertThatThrownBy(() -> submit(professional, CORPORATE_RESELLER)).satisfies(isRefused(Reason.ALREADY_OPEN));
        submit(professional, SERVICE);
        assertThat(process.openOf(professional.id())).hasSize(2);
        TestClock.forward(ofDays(400));
        var gone = members.achieving();
        TestClock.forward(ofDays(400));
        assertThatThrownBy(() -> submit(gone, PROFESSIONAL_RESELLER)).satisfies(isRefused(Reason.NO_MEMBERSHIP));
        assertThat(process.openOf(gone.id())).isEmpty();
    }

    @Test
    void theSameSubmissionAgainIsTheSameCaseAlsoAtOnce() {
        var member = members.achieving();
        var evidence = Samples.complete();
        var key = UUID.randomUUID().toString();
        var numbers = AtOnce.run(
                4, number -> process.submit(member.id(), PROFESSIONAL_RESELLER, evidence, key, member.user()));
        assertThat(numbers).hasSize(4);
        assertThat(numbers.stream().distinct()).hasSize(1);
        assertThat(process.openOf(member.id())).hasSize(1);
    }

    @Test
    void whatIsMissingIsAskedForAndTheRestIsCheckedMeanwhile() {
        var member = members.achieving();
        var some = Samples.complete().only(Set.of(SALES_SPECIALIST));
        var number = process.submit(
                member.id(), PROFESSIONAL_RESELLER, some, UUID.randomUUID().toString(), member.user());
        assertThat(desk.openTasks(number)).containsExactly(SPECIALIST, CORRECT);
        process.correct(number, JOINT_SALES_PLAN, Samples.complete(), member.user());
        assertThat(desk.openTasks(number)).containsExactly(SALES_PLAN, SPECIALIST);
    }

    @Test
    void aCheckThatIsDueRemindsItsGroupAndAnOverdueOneLetsTheProgramManagersIn() {
        var member = members.achieving();
        var number = submit(member, PROFESSIONAL_RESELLER);
        var address = people.of(ACCOUNT_MANAGERS) + "@vendor.example";
        jobs.runDue(number);
        int before = Mails.to(address).size();
        var due = desk.task(number, SPECIALIST).getDueDate().toInstant();
        TestClock.forward(
                Duration.between(ClockUtil.getCurrentTime().toInstant(), due).plusMinutes(1));
        jobs.runDue(number);
        assertThat(Mails.to(address)).hasSize(before + 2);

        var overdue = escalated(number, SPECIALIST);
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(overdue)
                        .singleResult()
                        .getPriority())
                .isEqualTo(90);
    }

    @Test
    void answersThatSayTooLittleChangeNothing() {
        var member = members.achieving();
        var number = submit(member, CORPORATE_RESELLER);
        assertRefused(number, SPECIALIST, Map.of("comment", "Хорошо"), "вывод");
        assertRefused(number, SPECIALIST, Map.of("verdict", "MAYBE"), "вывод");
        assertRefused(number, SPECIALIST, Map.of("verdict", "REFUSED", "comment", " "), "комментарий");
        assertRefused(number, STAFF, noDay("CONFIRMED"), "до какого дня");
        assertRefused(number, STAFF, answers("CONFIRMED", "", Samples.today().minusDays(1)), "прошёл");
        assertRefused(number, STAFF, answers("CONFIRMED", "", Samples.today().plusYears(30)), "10 лет");
        var half = new HashMap<String, Object>(Map.of("verdict", "RETURNED", "comment", "Больше"));
        half.put("proposedQ1", 5);
        assertRefused(number, SALES_PLAN, half, "четырёх кварталов");
        half.putAll(Map.of("proposedQ2", -1, "proposedQ3", 1, "proposedQ4", 1));
        assertRefused(number, SALES_PLAN, half, "четырёх кварталов");
        assertThat(desk.openTasks(number)).containsExactly(SALES_PLAN, SPECIALIST, STAFF);
        assertThat(records.latestOf(member.id())).isEmpty();

        confirm(number, SALES_PLAN);
        confirm(number, SPECIALIST);
        confirm(number, STAFF);
        assertRefused(number, DECIDE, Map.of("decision", "RETURN", "comment", "Ещё раз"), "что вернуть");
        assertRefused(
                number,
                DECIDE,
                Map.of("decision", "RETURN", "comment", "Да", "returnedParts", Spin.JSON(List.of("JOINT_SOLUTIONS"))),
                "что вернуть");
        assertRefused(number, DECIDE, Map.of("decision", "REJECT"), "комментарий");
    }

    @Test
    void aCertificateThatAnotherPartnerPresentedIsAHint() {
        var evidence = Samples.complete();
        var first = members.achieving();
        process.submit(
                first.id(), CORPORATE_RESELLER, evidence, UUID.randomUUID().toString(), first.user());
        var second = members.achieving();
        var number = process.submit(
                second.id(), CORPORATE_RESELLER, evidence, UUID.randomUUID().toString(), second.user());
        assertThat(formOf(desk.task(number, STAFF))).contains("предъявлял и другой партнёр");
    }

    @Test
    void checksOfOneCaseMayBeCompletedAtTheSameMoment() {
        for (int round = 0; round < 5; round++) {
            var member = members.achieving();
            var number = submit(member, CORPORATE_RESELLER);
            var checks = List.of(SALES_PLAN, SPECIALIST, STAFF);
            AtOnce.run(checks.size(), check -> {
                desk.answer(number, checks.get(check), Answers.of(checks.get(check), "CONFIRMED", ""));
                return true;
            });
            jobs.runDue(number);
            assertThat(desk.openTasks(number)).containsExactly(DECIDE);
            assertThat(records.latestOf(member.id())).hasSize(3);
        }
    }

    private String submit(Member member, TargetStatus target) {
        return process.submit(
                member.id(), target, Samples.complete(), UUID.randomUUID().toString(), member.user());
    }

    private void confirm(String number, String task) {
        answer(number, task, "CONFIRMED", "");
    }

    private void answer(String number, String task, String verdict, String comment) {
        desk.answer(number, task, Answers.of(task, verdict, comment));
        jobs.runDue(number);
    }

    private void propose(String number, int quarter) {
        var answers = Answers.of(SALES_PLAN, "RETURNED", "Предлагаем больше");
        for (int i = 1; i <= 4; i++) {
            answers.put("proposedQ" + i, quarter);
        }
        desk.answer(number, SALES_PLAN, answers);
    }

    private void approve(String number) {
        answerDecision(number, "APPROVE", "");
        jobs.runDue(number);
    }

    private void answerDecision(String number, String decision, String comment) {
        desk.answer(number, DECIDE, Map.of("decision", decision, "comment", comment));
    }

    private static Map<String, Object> answers(String verdict, String comment, LocalDate validUntil) {
        return new HashMap<>(Map.of("verdict", verdict, "comment", comment, "validUntil", validUntil.toString()));
    }

    private static Map<String, Object> noDay(String verdict) {
        var answers = new HashMap<String, Object>();
        answers.put("verdict", verdict);
        answers.put("comment", "");
        answers.put("validUntil", null);
        return answers;
    }

    /** Moves the clock past the escalation; the id of the task, which program managers may take now. */
    private String escalated(String number, String task) {
        TestClock.forward(ofDays(20));
        jobs.runDue(number);
        var id = desk.task(number, task).getId();
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(id)
                        .taskCandidateGroup(PROGRAM_MANAGERS.id())
                        .count())
                .isOne();
        return id;
    }

    private void assertRefused(String number, String task, Map<String, Object> answers, String because) {
        var history = eventsOf(number);
        assertThatThrownBy(() -> desk.answer(number, task, answers))
                .rootCause()
                .isInstanceOf(TaskRefusal.class)
                .hasMessageContaining(because);
        assertThat(eventsOf(number)).isEqualTo(history);
    }

    private static Consumer<Throwable> isRefused(Reason reason) {
        return thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                        TierUpgradeRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private void inTransaction(Runnable step) {
        members.inTransaction(step);
    }

    private CheckView check(String number, Requirement requirement) {
        return process.byCaseNumber(number)
                .flatMap(view -> view.check(requirement))
                .orElseThrow();
    }

    private PartnerView now(Member member) {
        return partners.byId(member.id()).orElseThrow();
    }

    private CaseView caseOf(String number) {
        return cases.byNumber(number).orElseThrow();
    }

    private List<String> eventsOf(String number) {
        return cases.history(number).stream().map(CaseEventView::type).toList();
    }
}
