package kz.intelligentplatforms.partners.points.adjustment;

import static java.time.Duration.ofDays;
import static kz.intelligentplatforms.partners.platform.identity.Group.ACCOUNT_MANAGERS;
import static kz.intelligentplatforms.partners.platform.identity.Group.FINANCE;
import static kz.intelligentplatforms.partners.platform.identity.Group.PROGRAM_MANAGERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.cases.CaseEventView;
import kz.intelligentplatforms.partners.cases.CaseView;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.platform.engine.TaskRefusal;
import kz.intelligentplatforms.partners.platform.forms.FormField;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.points.EntryKind;
import kz.intelligentplatforms.partners.points.NewEntry;
import kz.intelligentplatforms.partners.points.PointsEntry;
import kz.intelligentplatforms.partners.points.PointsLedger;
import kz.intelligentplatforms.partners.points.adjustment.AdjustmentRefused.Reason;
import kz.intelligentplatforms.partners.program.Quarter;
import kz.intelligentplatforms.partners.testing.AtOnce;
import kz.intelligentplatforms.partners.testing.Desk;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Mails;
import kz.intelligentplatforms.partners.testing.Members.Member;
import kz.intelligentplatforms.partners.testing.ProcessCoverage;
import kz.intelligentplatforms.partners.testing.TestClock;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The process with its real model, delegates, database and mail server, to every end. */
class PointsAdjustmentProcessIT extends IntegrationTest {

    private static final String APPROVE = "Task_ApproveAdjustment";
    private static final String CORRECT = "Task_CorrectAdjustment";

    @Autowired
    private PointsAdjustmentProcess process;

    @Autowired
    private CorrectAdjustmentTask correction;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private Cases cases;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private Texts texts;

    private Desk desk;
    private Member member;
    private String manager;
    private String finance;
    private String programManager;

    @BeforeEach
    void aPartnerAndThreeColleagues() {
        desk = new Desk(engine, people);
        member = members.achieving();
        manager = people.of(ACCOUNT_MANAGERS);
        finance = people.of(FINANCE);
        programManager = people.of(PROGRAM_MANAGERS);
    }

    @AfterAll
    static void everyPartOfTheModelIsReached() {
        ProcessCoverage.assertComplete("points-adjustment");
    }

    @Test
    void whatAnotherPersonApprovesIsPostedWithTheAnswerAndThePartnerIsTold() {
        var number = request("+1 500", "Бонус за <выставку>");
        assertThat(number).startsWith("ADJ-");
        assertThat(caseOf(number).stage()).isEqualTo("APPROVAL");
        assertThat(caseOf(number).turn()).isEqualTo(Turn.VENDOR);
        assertThat(caseOf(number).dueAt()).isNotNull();
        assertThat(balance()).isZero();
        var instance = instanceOf(number);

        desk.claimAs(finance, FINANCE, desk.task(number, APPROVE).getId());
        decide(number, "APPROVE", "");

        BpmnAwareTests.assertThat(instance).isEnded().hasPassed("EndEvent_PointsAdjusted");
        var entry = lastEntry();
        assertThat(entry.kind()).isEqualTo(EntryKind.ADJUSTMENT);
        assertThat(entry.points()).isEqualTo(1500);
        assertThat(entry.reference()).isEqualTo(number);
        assertThat(entry.caseNumber()).isEqualTo(number);
        assertThat(entry.reason()).isEqualTo("Бонус за <выставку>");
        assertThat(entry.postedBy()).isEqualTo(finance);
        assertThat(entry.quarter()).isEqualTo(Quarter.of(LocalDate.now(clock)));
        assertThat(balance()).isEqualTo(1500);
        assertThat(caseOf(number).stage()).isEqualTo("ADJUSTED");
        assertThat(caseOf(number).isClosed()).isTrue();
        assertThat(eventsOf(number)).containsExactly("ADJUSTMENT_REQUESTED", "APPROVED");
        jobs.runDue(number);
        var mail = Mails.lastTo(member.email());
        assertThat(mail.subject()).contains(number);
        assertThat(mail.text()).contains("+1\u00A0500", "Бонус за <выставку>", "На счёте теперь 1\u00A0500");
        assertThat(cases.ofPartner(member.id()))
                .as("the partner reads of it in its ledger; how it was decided is the vendor's own")
                .isEmpty();
    }

    @Test
    void anAdjustmentMayTakeTheBalanceBelowZeroAndTheFormSaysSo() {
        post(EntryKind.ADJUSTMENT, 100);
        members.inTransaction(() -> ledger.reserve(member.id(), 40));
        var number = request("\u2212300", "Ошибка");
        assertThat(form(number, APPROVE))
                .contains(
                        "Баллы \u2212300",
                        "Баланс сейчас 100, из них зарезервировано 40",
                        "Баланс после \u2212200",
                        "Баланс станет отрицательным",
                        "Запросил Member of account-managers (the-account-managers)",
                        "Причина, которую прочитает партнёр Ошибка",
                        member.partner().company().name())
                .doesNotContain("Сторнируется");
        decide(number, "APPROVE", "Так и есть");
        assertThat(balance()).isEqualTo(-200);
    }

    @Test
    void whoOpensTheTaskSeesTheBalanceOfThatMoment() {
        var number = request("10", "Бонус");
        assertThat(form(number, APPROVE)).contains("Баланс после 10");
        post(EntryKind.ADJUSTMENT, 500);
        assertThat(form(number, APPROVE)).contains("Баланс после 510");
    }

    @Test
    void whatIsRejectedEndsWithoutAnEntryAndWithoutAMail() {
        var number = request("10", "Бонус");
        var instance = instanceOf(number);
        decide(number, "REJECT", "За это бонусов нет");
        BpmnAwareTests.assertThat(instance).isEnded().hasPassed("EndEvent_AdjustmentRejected");
        assertThat(caseOf(number).stage()).isEqualTo("REJECTED");
        assertThat(ledger.entryCountOf(member.id())).isZero();
        assertThat(jobs.mails(number)).isEmpty();
        assertThat(cases.history(number))
                .last()
                .extracting(CaseEventView::reason, CaseEventView::actor)
                .containsExactly("За это бонусов нет", finance);
    }

    @Test
    void whatIsReturnedIsCorrectedByAColleagueAndDecidedAgain() {
        var number = request("15 000", "Бонус");
        decide(number, "RETURN", "Лишний ноль?");
        assertThat(caseOf(number).stage()).isEqualTo("CORRECTION");
        assertThat(form(number, CORRECT)).contains("Почему вернули Лишний ноль?");
        assertThat(correction.fields(number))
                .extracting(FormField::name, FormField::value)
                .containsExactly(tuple("points", "15\u00A0000"), tuple("reason", "Бонус"));

        correctAs(programManager, PROGRAM_MANAGERS, number, Map.of("points", 1500.0, "reason", "Бонус за\r\nвыставку"));

        var again =
                engine.getTaskService().getVariables(desk.task(number, APPROVE).getId());
        assertThat(again.get("decision")).isNull();
        assertThat(again.get("comment")).isNull();
        assertThat(form(number, APPROVE)).contains("Баллы +1\u00A0500", "Почему возвращали раньше Лишний ноль?");
        assertThat(eventsOf(number))
                .containsExactly(
                        "ADJUSTMENT_REQUESTED",
                        "RETURNED",
                        "ADJUSTMENT_POINTS_WERE",
                        "ADJUSTMENT_REASON_WAS",
                        "CORRECTED");
        decide(number, "APPROVE", "");
        assertThat(lastEntry().points()).isEqualTo(1500);
        assertThat(lastEntry().reason()).isEqualTo("Бонус за\nвыставку");
    }

    @Test
    void whoeverAskedOrCorrectedNeitherClaimsNorCompletesTheApproval() {
        var number = process.request(member.id(), wish("10", "Бонус"), finance, key());
        assertBarred(number, finance, FINANCE);
        assertThatThrownBy(() -> engine.getTaskService()
                        .setAssignee(desk.task(number, APPROVE).getId(), finance))
                .as("given by somebody else")
                .hasStackTraceContaining(TaskRefusal.class.getName());
        assertThatThrownBy(() -> engine.getTaskService()
                        .delegateTask(desk.task(number, APPROVE).getId(), finance))
                .hasStackTraceContaining(TaskRefusal.class.getName());

        decideAs(programManager, PROGRAM_MANAGERS, number, "RETURN", "Почему?");
        correctAs(programManager, PROGRAM_MANAGERS, number, Map.of("points", 20L, "reason", "Потому"));
        assertBarred(number, programManager, PROGRAM_MANAGERS);
        assertBarred(number, finance, FINANCE);

        assertThat(desk.openTasks(number)).containsExactly(APPROVE);
        assertThat(desk.task(number, APPROVE).getAssignee()).isNull();
        assertThat(ledger.entryCountOf(member.id())).isZero();
    }

    private void assertBarred(String number, String user, Group group) {
        var task = desk.task(number, APPROVE).getId();
        assertThatThrownBy(() -> desk.claimAs(user, group, task)).hasStackTraceContaining(TaskRefusal.class.getName());
        for (var decision : List.of("APPROVE", "RETURN", "REJECT")) {
            assertThatThrownBy(
                            () -> desk.answerAs(user, group, task, Map.of("decision", decision, "comment", "Сам решу")))
                    .hasRootCauseInstanceOf(TaskRefusal.class)
                    .rootCause()
                    .hasMessage(texts.get("adjustment.own-request"));
        }
    }

    @Test
    void ofTwoWhoDecideAtOnceOneCounts() {
        for (int round = 0; round < 5; round++) {
            var number = request("10", "Бонус");
            var before = ledger.entryCountOf(member.id());
            var outcomes = AtOnce.run(2, i -> {
                try {
                    if (i == 0) {
                        decide(number, "APPROVE", "");
                    } else {
                        decideAs(programManager, PROGRAM_MANAGERS, number, "REJECT", "Нет");
                    }
                    return "DONE";
                } catch (RuntimeException | AssertionError e) {
                    return "TOO LATE";
                }
            });
            assertThat(outcomes).containsExactlyInAnyOrder("DONE", "TOO LATE");
            boolean approved = outcomes.get(0).equals("DONE");
            assertThat(caseOf(number).stage()).isEqualTo(approved ? "ADJUSTED" : "REJECTED");
            assertThat(ledger.entryCountOf(member.id())).isEqualTo(before + (approved ? 1 : 0));
        }
    }

    static Stream<Map<String, Object>> answersThatAreNone() {
        return Stream.of(
                Map.of("comment", "Хорошо"),
                Map.of("decision", "MAYBE", "comment", "Хорошо"),
                Map.of("decision", "REJECT"),
                Map.of("decision", "RETURN", "comment", "  "),
                Map.of("decision", "REJECT", "comment", "x".repeat(2001)));
    }

    @ParameterizedTest
    @MethodSource("answersThatAreNone")
    void anAnswerWithoutDecisionOrReasonChangesNothing(Map<String, Object> answers) {
        var number = request("10", "Бонус");
        assertThatThrownBy(() -> desk.answer(number, APPROVE, answers)).hasRootCauseInstanceOf(TaskRefusal.class);
        assertThat(eventsOf(number)).containsExactly("ADJUSTMENT_REQUESTED");
        assertThat(caseOf(number).stage()).isEqualTo("APPROVAL");
    }

    static Stream<Map<String, Object>> correctionsThatAreNone() {
        return Stream.of(
                Map.of("points", 0L, "reason", "Причина"),
                Map.of("points", 1.5, "reason", "Причина"),
                Map.of("points", 1_000_000_000L, "reason", "Причина"),
                Map.of("points", -1.0e12, "reason", "Причина"),
                Map.of("points", "много", "reason", "Причина"),
                Map.of("points", 5L, "reason", " \n "),
                Map.of("points", 5L, "reason", "x".repeat(2001)),
                Map.of("points", 5L, "reason", "невидимое\u0007"),
                Map.of("points", 5L, "reason", 7));
    }

    @ParameterizedTest
    @MethodSource("correctionsThatAreNone")
    void aCorrectionThatIsNoneChangesNothing(Map<String, Object> answers) {
        var number = request("10", "Бонус");
        decide(number, "RETURN", "Почему?");
        assertThatThrownBy(() -> correctAs(manager, ACCOUNT_MANAGERS, number, answers))
                .hasRootCauseInstanceOf(TaskRefusal.class);
        assertThat(caseOf(number).stage()).isEqualTo("CORRECTION");
        assertThat(process.byCaseNumber(number).orElseThrow().points()).isEqualTo(10);
    }

    @Test
    void anEntryIsTakenBackOnce() {
        var entry = post(EntryKind.ADJUSTMENT, 700);
        var number = process.requestReversal(entry.id(), "Ошибка", manager, key());
        assertThat(form(number, APPROVE))
                .contains("Баллы \u2212700", "Сторнируется запись Корректировка баллов, +700, ");
        assertRefused(Reason.REVERSAL_OPEN, () -> process.requestReversal(entry.id(), "Ещё раз", finance, key()));

        decide(number, "APPROVE", "");

        assertThat(lastEntry().kind()).isEqualTo(EntryKind.REVERSAL);
        assertThat(lastEntry().points()).isEqualTo(-700);
        assertThat(lastEntry().reference()).isEqualTo("REV-" + entry.id());
        assertThat(balance()).isZero();
        assertRefused(Reason.ALREADY_REVERSED, () -> process.requestReversal(entry.id(), "Снова", finance, key()));
        assertRefused(
                Reason.NOT_REVERSIBLE, () -> process.requestReversal(lastEntry().id(), "Обратно", finance, key()));
    }

    @Test
    void aRejectedReversalCanBeAskedForAgain() {
        var entry = post(EntryKind.ADJUSTMENT, 700);
        decide(process.requestReversal(entry.id(), "Ошибка", manager, key()), "REJECT", "Всё верно");
        assertThat(process.requestReversal(entry.id(), "Теперь точно", manager, key()))
                .startsWith("ADJ-");
    }

    @Test
    void ofManyWhoAskToTakeBackTheSameEntryAtOnceOneIsTheCase() {
        var entry = post(EntryKind.ADJUSTMENT, 700);
        var outcomes = AtOnce.run(4, i -> {
            try {
                return process.requestReversal(entry.id(), "Ошибка " + i, manager, key());
            } catch (AdjustmentRefused refused) {
                return refused.reason().name();
            }
        });
        assertThat(outcomes).filteredOn(outcome -> outcome.startsWith("ADJ-")).hasSize(1);
        assertThat(outcomes).filteredOn("REVERSAL_OPEN"::equals).hasSize(3);
    }

    /** Should ever two cases be about one entry, the second can only be rejected. */
    @Test
    void aReversalOfWhatHasBeenTakenBackMeanwhileIsNotApproved() {
        var entry = post(EntryKind.ADJUSTMENT, 700);
        var number = process.requestReversal(entry.id(), "Ошибка", manager, key());
        members.inTransaction(() -> ledger.post(new NewEntry(
                member.id(),
                EntryKind.REVERSAL,
                -700,
                entry.quarter(),
                "REV-" + entry.id(),
                "somebody",
                null,
                "Раньше")));
        assertThatThrownBy(() -> decide(number, "APPROVE", ""))
                .rootCause()
                .isInstanceOf(TaskRefusal.class)
                .hasMessage(texts.get("adjustment.reversed-meanwhile"));
        decide(number, "REJECT", "Уже сторнировано");
        assertThat(balance()).isZero();
    }

    @Test
    void aReturnedReversalKeepsItsPoints() {
        post(EntryKind.ADJUSTMENT, 500);
        var redeemed = post(EntryKind.REDEMPTION, -200);
        var number = process.requestReversal(redeemed.id(), "Вернули", manager, key());
        decide(number, "RETURN", "Кто вернул?");
        assertThat(form(number, CORRECT))
                .contains("Сторнируется запись Обмен баллов на награду")
                .doesNotContain("Со знаком");
        correctAs(manager, ACCOUNT_MANAGERS, number, Map.of("points", 999_999L, "reason", "Награда возвращена"));
        decide(number, "APPROVE", "");
        assertThat(lastEntry().points()).isEqualTo(200);
        assertThat(lastEntry().reason()).isEqualTo("Награда возвращена");
        assertThat(balance()).isEqualTo(500);
    }

    @Test
    void whatWasAccruedIsCorrectedByPurchasesOnly() {
        var accrued = post(EntryKind.ACCRUAL, 500);
        assertRefused(Reason.ACCRUED, () -> process.requestReversal(accrued.id(), "Ошибка", manager, key()));
        assertThatThrownBy(() -> process.requestReversal(Long.MAX_VALUE, "Ошибка", manager, key()))
                .isInstanceOf(NoSuchElementException.class);
        assertRefused(Reason.NO_ACCOUNT, () -> process.request(-1, wish("10", "Бонус"), manager, key()));
    }

    @Test
    void oneFormIsOneCaseHoweverOftenItIsSent() {
        var key = key();
        var outcomes = AtOnce.run(4, i -> process.request(member.id(), wish("10", "Бонус"), manager, key));
        assertThat(outcomes).hasSize(4).containsOnly(outcomes.get(0));
        assertThat(process.request(member.id(), wish("10", "Бонус"), manager, key))
                .isEqualTo(outcomes.get(0));
        assertThat(jdbc.sql("select count(*) from points_adjustment where partner_id = ?")
                        .param(member.id())
                        .query(Long.class)
                        .single())
                .isOne();
        var entry = post(EntryKind.ADJUSTMENT, 5);
        var again = key();
        var number = process.requestReversal(entry.id(), "Ошибка", manager, again);
        assertThat(process.requestReversal(entry.id(), "Ошибка", manager, again))
                .isEqualTo(number);
    }

    @Test
    void tasksThatAreDueRemindTheirGroupsAndOverdueOnesArePutFirst() {
        var number = request("10", "Бонус");
        assertRemindedAndEscalated(number, APPROVE, finance, programManager);
        TestClock.reset();
        var returned = request("10", "Бонус");
        decide(returned, "RETURN", "Почему?");
        assertRemindedAndEscalated(returned, CORRECT, manager, finance, programManager);
    }

    private void assertRemindedAndEscalated(String number, String taskKey, String... reminded) {
        var before = Stream.of(reminded).map(user -> mailsTo(user)).toList();
        var due = desk.task(number, taskKey).getDueDate().toInstant();
        TestClock.forward(java.time.Duration.between(ClockUtil.getCurrentTime().toInstant(), due)
                .plusMinutes(1));
        jobs.runDue(number);
        for (int i = 0; i < reminded.length; i++) {
            assertThat(mailsTo(reminded[i])).as(reminded[i]).isEqualTo(before.get(i) + 1);
        }
        assertThat(desk.task(number, taskKey).getPriority()).isEqualTo(50);
        TestClock.forward(ofDays(30));
        jobs.runDue(number);
        assertThat(desk.task(number, taskKey).getPriority()).isEqualTo(90);
    }

    private static int mailsTo(String user) {
        return Mails.to(user + "@vendor.example").size();
    }

    private String request(String points, String reason) {
        return process.request(member.id(), wish(points, reason), manager, key());
    }

    private static AdjustmentRequest wish(String points, String reason) {
        return new AdjustmentRequest(points, reason);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private PointsEntry post(EntryKind kind, long points) {
        members.inTransaction(() -> ledger.post(new NewEntry(
                member.id(), kind, points, Quarter.of(LocalDate.now(clock)), key(), "somebody", null, "")));
        return lastEntry();
    }

    private PointsEntry lastEntry() {
        return ledger.entriesOf(member.id(), 0, 1).get(0);
    }

    private long balance() {
        return ledger.balanceOf(member.id()).balance();
    }

    private void decide(String number, String decision, String comment) {
        decideAs(finance, FINANCE, number, decision, comment);
    }

    private void decideAs(String user, Group group, String number, String decision, String comment) {
        desk.answerAs(
                user, group, desk.task(number, APPROVE).getId(), Map.of("decision", decision, "comment", comment));
    }

    private void correctAs(String user, Group group, String number, Map<String, Object> answers) {
        desk.answerAs(user, group, desk.task(number, CORRECT).getId(), answers);
    }

    private String form(String number, String taskKey) {
        return formOf(desk.task(number, taskKey));
    }

    private void assertRefused(Reason reason, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        AdjustmentRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private ProcessInstance instanceOf(String number) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult();
    }

    private CaseView caseOf(String number) {
        return cases.byNumber(number).orElseThrow();
    }

    private List<String> eventsOf(String number) {
        return cases.history(number).stream().map(CaseEventView::type).toList();
    }
}
