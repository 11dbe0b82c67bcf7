package kz.intelligentplatforms.partners.points.accrual;

import static java.time.Duration.ofDays;
import static kz.intelligentplatforms.partners.platform.identity.Group.FINANCE;
import static kz.intelligentplatforms.partners.platform.identity.Group.PROGRAM_MANAGERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kz.intelligentplatforms.partners.cases.CaseEventView;
import kz.intelligentplatforms.partners.cases.CaseView;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.platform.engine.TaskRefusal;
import kz.intelligentplatforms.partners.points.EntryKind;
import kz.intelligentplatforms.partners.points.PointsEntry;
import kz.intelligentplatforms.partners.points.PointsLedger;
import kz.intelligentplatforms.partners.points.PointsRules;
import kz.intelligentplatforms.partners.program.Quarter;
import kz.intelligentplatforms.partners.testing.AtOnce;
import kz.intelligentplatforms.partners.testing.Desk;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Mails;
import kz.intelligentplatforms.partners.testing.Members.Member;
import kz.intelligentplatforms.partners.testing.ProcessCoverage;
import kz.intelligentplatforms.partners.testing.Purchasing;
import kz.intelligentplatforms.partners.testing.TestClock;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The process with its real model, delegates, database and mail server, to every end. Runs are about all partners, so each test has
 * a year of its own, in which no other test's partners buy anything.
 */
class PointsAccrualProcessIT extends IntegrationTest {

    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

    private static int lastYear = 2000;

    @Autowired
    private PointsAccrualProcess process;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private PointsRules rules;

    @Autowired
    private Purchasing purchases;

    @Autowired
    private Cases cases;

    private Desk desk;
    private Quarter q1;
    private Quarter q2;
    private Quarter q3;
    private Member member;

    @BeforeEach
    void aYearOfItsOwn() {
        desk = new Desk(engine, people);
        lastYear++;
        q1 = new Quarter(lastYear, 1);
        q2 = q1.next();
        q3 = q2.next();
        member = members.achieving();
    }

    /** One run is open at a time: none may be left to the next test. */
    @AfterEach
    void noRunIsLeftOpen() {
        process.latest().stream()
                .filter(run -> run.status() == AccrualStatus.REVIEW)
                .forEach(run -> decide(run.caseNumber(), "REJECT", "The test is over"));
    }

    @AfterAll
    static void everyPartOfTheModelIsReached() {
        ProcessCoverage.assertComplete("points-accrual");
        ProcessCoverage.assertComplete("points-quarter-end");
    }

    @Test
    void theWorkedFiguresOfTheProgramComeOutExactly() {
        purchases.buy(member.id(), q1, "2000000.00");
        post(q1);
        assertThat(pointsOf(q1)).containsExactly(40_000L);

        purchases.buy(member.id(), q2, "1500000.00");
        post(q2);
        assertThat(pointsOf(q2)).containsExactly(100_000L);

        purchases.buy(member.id(), q3, "-600000.00");
        post(q3);
        assertThat(pointsOf(q3)).containsExactly(-82_000L);
        assertThat(ledger.balanceOf(member.id()).balance()).isEqualTo(58_000);
    }

    @Test
    void aRunIsReviewedPostedAndTold() {
        purchases.buy(member.id(), q1, "2000000.00");
        var number = start(q1);
        assertThat(number).startsWith("ACR-");
        var instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult();
        assertThat(caseOf(number).stage()).isEqualTo("CALCULATION");
        jobs.runDue(number);

        assertThat(caseOf(number).stage()).isEqualTo("REVIEW");
        assertThat(caseOf(number).turn()).isEqualTo(Turn.VENDOR);
        assertThat(run(number).points()).isEqualTo(40_000);
        assertThat(run(number).partners()).isEqualTo(1);
        assertThat(form(number))
                .contains("баллы за " + q1)
                .contains("Провести баллов +40\u00A0000")
                .contains("Ничего необычного не найдено.");
        assertThat(ledger.balanceOf(member.id()).balance()).isZero();

        decide(number, "APPROVE", "");
        assertThat(caseOf(number).stage()).isEqualTo("POSTING");
        jobs.runDue(number);

        BpmnAwareTests.assertThat(instance).isEnded().hasPassed("EndEvent_AccrualPosted");
        assertThat(caseOf(number).stage()).isEqualTo("POSTED");
        assertThat(caseOf(number).isClosed()).isTrue();
        assertThat(eventsOf(number)).containsExactly("ACCRUAL_STARTED", "ACCRUAL_APPROVED", "ACCRUAL_POSTED");
        var entry = ledger.entriesOf(member.id(), 0, 10).get(0);
        assertThat(entry.kind()).isEqualTo(EntryKind.ACCRUAL);
        assertThat(entry.caseNumber()).isEqualTo(number);
        assertThat(entry.postedBy()).isEqualTo(people.of(FINANCE));
        var mail = Mails.lastTo(member.email());
        assertThat(mail.subject()).contains(q1.toString()).contains("40");
        assertThat(mail.link()).endsWith("/portal/points");
    }

    @Test
    void aSecondRunOfAQuarterPostsOnlyTheDifference() {
        purchases.buy(member.id(), q1, "2000000.00");
        post(q1);
        assertThat(form(review(q1))).contains("Обратите внимание Квартал " + q1 + " уже рассчитан");
        decideOpen("APPROVE");
        assertThat(pointsOf(q1)).containsExactly(40_000L);

        purchases.buy(member.id(), q1, "100000.00");
        post(q1);
        assertThat(pointsOf(q1)).containsExactly(40_000L, 2_000L);
    }

    @Test
    void purchasesThatArriveBeforeTheApprovalSendItBackToReview() {
        purchases.buy(member.id(), q1, "2000000.00");
        var number = review(q1);
        purchases.buy(member.id(), q1, "1500000.00");
        decide(number, "APPROVE", "");
        jobs.runDue(number);

        assertThat(ledger.entryCountOf(member.id())).isZero();
        assertThat(caseOf(number).stage()).isEqualTo("REVIEW");
        assertThat(run(number).points()).isEqualTo(140_000);
        assertThat(form(number)).contains("после прежнего расчёта поступили закупки");
        assertThat(engine.getTaskService().getVariables(task(number)).get("decision"))
                .isNull();
        decide(number, "APPROVE", "");
        jobs.runDue(number);
        assertThat(pointsOf(q1)).containsExactly(140_000L);
        assertThat(eventsOf(number)).contains("ACCRUAL_CHANGED");
    }

    @Test
    void purchasesOfALaterQuarterOrAfterTheApprovalWaitForTheNextRun() {
        purchases.buy(member.id(), q1, "2000000.00");
        var number = review(q1);
        purchases.buy(member.id(), q2, "1500000.00");
        decide(number, "APPROVE", "");
        purchases.buy(member.id(), q1, "10000.00");
        jobs.runDue(number);
        assertThat(pointsOf(q1)).containsExactly(40_000L);
        post(q1);
        assertThat(pointsOf(q1)).containsExactly(40_000L, 200L);
    }

    @Test
    void financeSendsARunBackOrRejectsIt() {
        purchases.buy(member.id(), q1, "2000000.00");
        var number = review(q1);
        purchases.buy(member.id(), q1, "1000000.00");
        decide(number, "RETURN", "Ещё не всё загружено");
        jobs.runDue(number);
        assertThat(run(number).points()).isEqualTo(60_000);
        assertThat(form(number)).contains("по просьбе финансов Ещё не всё загружено");

        decide(number, "REJECT", "Ждём сверки");
        assertThat(caseOf(number).stage()).isEqualTo("REJECTED");
        assertThat(ledger.entryCountOf(member.id())).isZero();
        assertThat(eventsOf(number)).containsExactly("ACCRUAL_STARTED", "ACCRUAL_RETURNED", "REJECTED");
        post(q1);
        assertThat(pointsOf(q1)).containsExactly(60_000L);
    }

    @Test
    void anAnswerWithoutDecisionOrReasonChangesNothing() {
        var number = review(q1);
        for (var answers : List.<Map<String, Object>>of(
                Map.of("comment", "Хорошо"),
                Map.of("decision", "MAYBE"),
                Map.of("decision", "RETURN", "comment", " "),
                Map.of("decision", "REJECT"))) {
            assertThatThrownBy(() -> desk.answer(number, "Task_ReviewAccrual", answers))
                    .hasRootCauseInstanceOf(TaskRefusal.class);
        }
        assertThat(caseOf(number).stage()).isEqualTo("REVIEW");
    }

    @Test
    void whatIsUnusualIsShownToFinance() {
        var grown = members.achieving();
        purchases.buy(member.id(), q1, "3500000.00");
        purchases.buy(grown.id(), q1, "10000.00");
        post(q1);
        purchases.buy(member.id(), q2, "-600000.00");
        purchases.buy(grown.id(), q2, "100000.00");
        var number = review(q2);
        assertThat(form(number))
                .contains("выросли", "отрицательное")
                .contains("во много раз больше, чем за", "возвраты забирают баллы");
        assertThat(process.lines(number, true, 0, 10)).hasSize(2);
        assertThat(process.countLines(number, false)).isEqualTo(2);
        decide(number, "APPROVE", "");
        jobs.runDue(number);

        // The later quarter has counted all of the term: another run of the earlier one would post late purchases
        // twice.
        purchases.buy(grown.id(), q1, "50000.00");
        assertRefused(q1, q2.toString());
        post(q2);
        assertThat(ledger.balanceOf(grown.id()).balance()).isEqualTo(3_200);
    }

    @Test
    void purchasesThatArriveAfterTheYearsLastRunAreToldOfInTheNextYear() {
        var q4 = q3.next();
        purchases.buy(member.id(), q4, "100000.00");
        post(q4);
        purchases.buy(member.id(), q4, "50000.00");
        lastYear++;
        var number = review(q4.next());
        assertThat(form(number)).contains("Обратите внимание После последнего расчёта " + q4);
        decide(number, "REJECT", "Сначала прошлый год");
        post(q4);
        assertThat(pointsOf(q4)).containsExactly(2_000L, 1_000L);
        assertThat(form(review(q4.next()))).contains("Ничего необычного не найдено.");
    }

    @Test
    void largeRunsGoOnChunkByChunk() {
        // The tests' chunk is smaller than this.
        var many = new ArrayList<Member>();
        for (int i = 0; i < 7; i++) {
            many.add(members.achieving());
        }
        many.forEach(some -> purchases.buy(some.id(), q1, "50000.00"));
        var number = review(q1);
        assertThat(run(number).partners()).isEqualTo(7);
        decide(number, "APPROVE", "");
        jobs.runDue(number);
        assertThat(caseOf(number).stage()).isEqualTo("POSTED");
        assertThat(many)
                .allSatisfy(some ->
                        assertThat(ledger.balanceOf(some.id()).balance()).isEqualTo(1_000));
        assertThat(many).allSatisfy(some -> assertThat(Mails.to(some.email())).hasSize(1));
    }

    @Test
    void aPersonReadsAtOnceWhyARunCannotBegin() {
        var current = Quarter.of(today());
        assertRefused(current, current.previous().toString());
        assertRefused(current.next(), String.valueOf(current.next().year()));
        for (var typed : List.of("", "2026", "2026-Q5", "квартал")) {
            assertThatThrownBy(() -> startTyping(typed))
                    .isInstanceOfSatisfying(
                            TaskRefusal.class,
                            refusal -> assertThat(refusal.getMessage())
                                    .contains(current.previous().toString()));
        }
        var open = review(q1);
        assertRefused(q2, open);
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey(PointsAccrualProcess.KEY)
                        .count())
                .isOne();
    }

    @Test
    void ofSeveralStartsAtOnceOneCounts() {
        purchases.buy(member.id(), q1, "2000000.00");
        var outcomes = AtOnce.run(4, i -> {
            try {
                return start(q1);
            } catch (RuntimeException e) {
                return "REFUSED";
            }
        });
        assertThat(outcomes).filteredOn(outcome -> outcome.startsWith("ACR-")).hasSize(1);
        var number = outcomes.stream()
                .filter(one -> one.startsWith("ACR-"))
                .findFirst()
                .orElseThrow();
        jobs.runDue(number);
        decide(number, "APPROVE", "");
        jobs.runDue(number);
        assertThat(pointsOf(q1)).containsExactly(40_000L);
    }

    @Test
    void theQuartersEndStartsARunAtThreeInTheMorningInAlmatyAndWaitsForAnOpenOne() {
        var timer = engine
                .getManagementService()
                .createJobQuery()
                .processDefinitionKey("points-quarter-end")
                .timers()
                .list()
                .stream()
                .filter(job -> job.getProcessInstanceId() == null)
                .findFirst()
                .orElseThrow();
        var due = timer.getDuedate().toInstant().atZone(ALMATY);
        assertThat(due.toLocalDate()).isEqualTo(Quarter.of(today()).next().firstDay());
        assertThat(due.toLocalTime()).isEqualTo(LocalTime.of(3, 0));

        var open = review(q1);
        engine.getManagementService().executeJob(timer.getId());
        var quarterEnd = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("points-quarter-end")
                .singleResult();
        assertThat(engine.getRuntimeService().getActiveActivityIds(quarterEnd.getId()))
                .containsExactly("CatchEvent_DayPassed");
        decide(open, "REJECT", "Другой расчёт ждёт");
        runJobOf(quarterEnd.getId());

        var number = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(quarterEnd.getId())
                .singleResult()
                .getBusinessKey();
        jobs.runDue(number);
        assertThat(run(number).quarter()).isEqualTo(Quarter.of(today()).previous());
        assertThat(run(number).startedBy()).isNull();
        assertThat(form(number)).contains("Кто запустил автоматически");
        decide(number, "REJECT", "Только проверка таймера");
        BpmnAwareTests.assertThat(quarterEnd).isEnded().hasPassed("EndEvent_QuarterAccrued");
    }

    @Test
    void aReviewThatIsDueRemindsFinanceAndAnOverdueOneLetsTheProgramManagersIn() {
        var finance = people.of(FINANCE) + "@vendor.example";
        var before = Mails.to(finance).size();
        var number = review(q1);
        var due = desk.task(number, "Task_ReviewAccrual").getDueDate().toInstant();
        TestClock.forward(
                Duration.between(ClockUtil.getCurrentTime().toInstant(), due).plusMinutes(1));
        jobs.runDue(number);
        assertThat(Mails.to(finance)).hasSize(before + 1);
        TestClock.forward(ofDays(30));
        jobs.runDue(number);
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(task(number))
                        .taskCandidateGroup(PROGRAM_MANAGERS.id())
                        .count())
                .isOne();
    }

    @Test
    void whateverIsBoughtAndReturnedTheEntriesAreTheEntitlementAtEachQuartersEnd() {
        var random = new Random(lastYear);
        var several = List.of(member, members.achieving(), members.achieving());
        var totals = new HashMap<Long, BigDecimal>();
        for (var quarter = q1; quarter.year() == lastYear; quarter = quarter.next()) {
            for (var some : several) {
                for (int i = random.nextInt(4); i > 0; i--) {
                    var amount = BigDecimal.valueOf(random.nextLong(-150_000_000L, 250_000_000L), 2);
                    purchases.buy(some.id(), quarter, amount.signum() == 0 ? "1.00" : amount.toString());
                    totals.merge(some.id(), amount.signum() == 0 ? BigDecimal.ONE : amount, BigDecimal::add);
                }
            }
            post(quarter);
            for (var some : several) {
                var total = totals.getOrDefault(some.id(), BigDecimal.ZERO);
                assertThat(ledger.balanceOf(some.id()).balance())
                        .as("%s after %s", total, quarter)
                        .isEqualTo(rules.rates().entitlement(total));
            }
        }
    }

    private void assertRefused(Quarter quarter, String words) {
        assertThatThrownBy(() -> start(quarter))
                .isInstanceOfSatisfying(
                        TaskRefusal.class,
                        refusal -> assertThat(refusal.getMessage()).contains(words));
    }

    private String start(Quarter quarter) {
        return process.start(quarter, people.of(FINANCE));
    }

    private void startTyping(String quarter) {
        engine.getRuntimeService().startProcessInstanceByKey(PointsAccrualProcess.KEY, Map.of("quarter", quarter));
    }

    /** A run of the quarter that waits for its review. */
    private String review(Quarter quarter) {
        var number = start(quarter);
        jobs.runDue(number);
        return number;
    }

    private void post(Quarter quarter) {
        var number = review(quarter);
        decide(number, "APPROVE", "");
        jobs.runDue(number);
        assertThat(caseOf(number).stage()).isEqualTo("POSTED");
    }

    private void decideOpen(String decision) {
        var open = process.latest().get(0).caseNumber();
        decide(open, decision, "");
        jobs.runDue(open);
    }

    private void decide(String number, String decision, String comment) {
        desk.answer(number, "Task_ReviewAccrual", Map.of("decision", decision, "comment", comment));
    }

    private List<Long> pointsOf(Quarter quarter) {
        return ledger.entriesOf(member.id(), quarter).stream()
                .map(PointsEntry::points)
                .toList();
    }

    private String task(String number) {
        return desk.task(number, "Task_ReviewAccrual").getId();
    }

    private String form(String number) {
        return formOf(desk.task(number, "Task_ReviewAccrual"));
    }

    private void runJobOf(String instance) {
        var management = engine.getManagementService();
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId());
    }

    private AccrualView run(String number) {
        return process.byCaseNumber(number).orElseThrow();
    }

    private CaseView caseOf(String number) {
        return cases.byNumber(number).orElseThrow();
    }

    private List<String> eventsOf(String number) {
        return cases.history(number).stream().map(CaseEventView::type).toList();
    }

    private static LocalDate today() {
        return ClockUtil.getCurrentTime().toInstant().atZone(ALMATY).toLocalDate();
    }
}
