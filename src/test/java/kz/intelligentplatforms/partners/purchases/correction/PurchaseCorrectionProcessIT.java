package kz.intelligentplatforms.partners.purchases.correction;

import static java.time.Duration.ofDays;
import static kz.intelligentplatforms.partners.platform.identity.Group.FINANCE;
import static kz.intelligentplatforms.partners.platform.identity.Group.PROGRAM_MANAGERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.cases.CaseEventView;
import kz.intelligentplatforms.partners.cases.CaseView;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.platform.engine.TaskRefusal;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.points.PointsEntry;
import kz.intelligentplatforms.partners.points.PointsLedger;
import kz.intelligentplatforms.partners.points.accrual.PointsAccrualProcess;
import kz.intelligentplatforms.partners.program.Quarter;
import kz.intelligentplatforms.partners.purchases.CorrectionRefused;
import kz.intelligentplatforms.partners.purchases.CorrectionRefused.Reason;
import kz.intelligentplatforms.partners.purchases.PurchaseSearch;
import kz.intelligentplatforms.partners.purchases.PurchaseSource;
import kz.intelligentplatforms.partners.purchases.PurchaseStanding;
import kz.intelligentplatforms.partners.purchases.PurchaseView;
import kz.intelligentplatforms.partners.purchases.PurchasesRefused;
import kz.intelligentplatforms.partners.purchases.Violation;
import kz.intelligentplatforms.partners.testing.AtOnce;
import kz.intelligentplatforms.partners.testing.Desk;
import kz.intelligentplatforms.partners.testing.ErpPurchases;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Mails;
import kz.intelligentplatforms.partners.testing.Members.Member;
import kz.intelligentplatforms.partners.testing.ProcessCoverage;
import kz.intelligentplatforms.partners.testing.TestClock;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The process with its real model, delegates and database, to every end. */
class PurchaseCorrectionProcessIT extends IntegrationTest {

    private static final String CONFIRM = "Task_ConfirmPurchaseCorrection";

    @Autowired
    private PurchaseCorrectionProcess process;

    @Autowired
    private PurchaseSearch search;

    @Autowired
    private ErpPurchases erp;

    @Autowired
    private PointsAccrualProcess accrual;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private Cases cases;

    @Autowired
    private Clock clock;

    @Autowired
    private Texts texts;

    private Desk desk;
    private Member member;
    private String bin;
    private String mark;
    private String finance;
    private String programManager;

    @BeforeEach
    void aPartnerAndTwoColleagues() {
        desk = new Desk(engine, people);
        member = members.achieving();
        bin = member.partner().company().identity().taxNumber();
        mark = UUID.randomUUID().toString().substring(0, 8);
        finance = people.of(FINANCE);
        programManager = people.of(PROGRAM_MANAGERS);
    }

    @AfterAll
    static void everyPartOfTheModelIsReached() {
        ProcessCoverage.assertComplete("purchase-correction");
    }

    @Test
    void whatAnotherPersonConfirmsIsRecordedAndOldAndNewStayReadable() {
        long wrong = sale("1", "500000");
        var number = ask(wrong, correct("1", "5 000 000,50", "Лишний <ноль> потерян"));
        assertThat(number).startsWith("PUR-");
        assertThat(caseOf(number).stage()).isEqualTo("APPROVAL");
        assertThat(caseOf(number).dueAt()).isNotNull();
        assertThat(total()).isEqualByComparingTo("500000");
        var instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult();
        assertThat(form(number))
                .contains(
                        "Запросил Member of finance (the-finance)",
                        "Кому зачтётся " + member.partner().company().name(),
                        document("1"),
                        "Продажа",
                        "500\u00A0000\u00A0₸ 5\u00A0000\u00A0000,50\u00A0₸",
                        bin)
                .doesNotContain("Закупка изменилась");

        desk.claimAs(
                programManager, PROGRAM_MANAGERS, desk.task(number, CONFIRM).getId());
        decide(number, "APPROVE", "");

        BpmnAwareTests.assertThat(instance).isEnded().hasPassed("EndEvent_PurchaseCorrected");
        assertThat(caseOf(number).stage()).isEqualTo("CORRECTED");
        assertThat(caseOf(number).isClosed()).isTrue();
        assertThat(eventsOf(number)).containsExactly("PURCHASE_CORRECTION_REQUESTED", "APPROVED");
        assertThat(total()).isEqualByComparingTo("5000000.50");
        assertThat(search.history(wrong))
                .extracting(PurchaseView::standing)
                .containsExactly(PurchaseStanding.REVERSED, PurchaseStanding.REVERSAL, PurchaseStanding.CORRECTION);
        assertThat(search.history(wrong)).last().satisfies(right -> {
            assertThat(right.source()).isEqualTo(PurchaseSource.STAFF);
            assertThat(right.caseNumber()).isEqualTo(number);
            assertThat(right.receivedBy()).isEqualTo(programManager);
        });
        assertThat(process.ofPurchases(List.of(wrong))).singleElement().satisfies(asked -> {
            assertThat(asked.purchase().amount()).isEqualByComparingTo("500000");
            assertThat(asked.requestedBy()).isEqualTo(finance);
            assertThat(asked.decidedBy()).isEqualTo(programManager);
            assertThat(asked.reason()).isEqualTo("Лишний <ноль> потерян");
        });
    }

    @Test
    void everythingOfAPurchaseCanBeCorrected() {
        long wrong = sale("1", "500000");
        var other = members.achieving();
        var yesterday = today().minusDays(1);
        var wished = new CorrectionRequest(
                "CORRECT",
                document("2"),
                "RETURN",
                today().toString(),
                "700",
                other.partner().company().identity().inWords(),
                "Всё не так");
        decide(ask(wrong, wished), "APPROVE", "");
        assertThat(search.history(wrong)).last().satisfies(right -> {
            assertThat(right.documentNumber()).isEqualTo(document("2"));
            assertThat(right.amount()).isEqualByComparingTo("-700");
            assertThat(right.partnerId()).isEqualTo(other.id());
        });
        assertThat(total()).isZero();

        long right = latest(wrong);
        var outside = new CorrectionRequest(
                "CORRECT",
                document("2"),
                "RETURN",
                yesterday.toString(),
                "700",
                other.partner().company().identity().inWords(),
                "Вчера");
        var number = ask(right, outside);
        assertThat(form(number)).contains("Кому зачтётся Никому");
        decide(number, "APPROVE", "");
        assertThat(search.unmatched(document("2"), 0)).hasSize(1);
    }

    @Test
    void whatIsVoidedCountsForNothingAndCanBeRestored() {
        long wrong = sale("1", "500000");
        var number = ask(wrong, voiding("Не отгружали"));
        assertThat(form(number)).contains("Не зачтётся никому").doesNotContain("Кому зачтётся");
        decide(number, "APPROVE", "Так и есть");
        assertThat(caseOf(number).stage()).isEqualTo("VOIDED");
        assertThat(total()).isZero();
        assertThatThrownBy(() -> erp.correct(document("1"), bin, today(), "1"))
                .isInstanceOfSatisfying(
                        PurchasesRefused.class,
                        refused -> assertThat(refused.flaws())
                                .extracting(Violation::kind)
                                .containsExactly(Violation.Kind.VOIDED));

        assertRefused(Reason.CHANGED, wrong, voiding("Ещё раз"));
        assertRefused(Reason.CHANGED, wrong, correct("1", "1", "Исправить"));
        decide(ask(wrong, wish("RESTORE", "1", "500000", "Отгружали")), "APPROVE", "");
        assertThat(total()).isEqualByComparingTo("500000");
        assertThat(search.history(wrong)).hasSize(3);
        assertRefused(Reason.CHANGED, wrong, wish("RESTORE", "1", "500000", "Снова"));
    }

    @Test
    void whatIsRejectedStaysAsItIsAndCanBeAskedForAgain() {
        long wrong = sale("1", "500000");
        var number = ask(wrong, voiding("Ошибка"));
        decide(number, "REJECT", "Всё верно");
        assertThat(caseOf(number).stage()).isEqualTo("REJECTED");
        assertThat(total()).isEqualByComparingTo("500000");
        assertThat(search.history(wrong)).hasSize(1);
        assertThat(cases.history(number))
                .last()
                .extracting(CaseEventView::reason, CaseEventView::actor)
                .containsExactly("Всё верно", programManager);
        assertThat(ask(wrong, voiding("Теперь точно"))).startsWith("PUR-");
    }

    @Test
    void whoeverAskedNeitherClaimsNorCompletesTheConfirmation() {
        var number = ask(sale("1", "500000"), voiding("Ошибка"));
        var task = desk.task(number, CONFIRM).getId();
        assertThatThrownBy(() -> desk.claimAs(finance, FINANCE, task))
                .hasStackTraceContaining(TaskRefusal.class.getName());
        assertThatThrownBy(() -> engine.getTaskService().setAssignee(task, finance))
                .hasStackTraceContaining(TaskRefusal.class.getName());
        for (var decision : List.of("APPROVE", "REJECT")) {
            assertThatThrownBy(() ->
                            desk.answerAs(finance, FINANCE, task, Map.of("decision", decision, "comment", "Сам решу")))
                    .rootCause()
                    .isInstanceOf(TaskRefusal.class)
                    .hasMessage(texts.get("correction.own-request"));
        }
        assertThat(total()).isEqualByComparingTo("500000");
    }

    @Test
    void whatTheErpCorrectedMeanwhileCannotBeConfirmedAndTheFormSaysSo() {
        long wrong = sale("1", "500000");
        var number = ask(wrong, correct("1", "400000", "Ошибка"));
        erp.correct(document("1"), bin, today(), "450000");

        assertThat(form(number)).contains("Закупка изменилась");
        assertThatThrownBy(() -> decide(number, "APPROVE", ""))
                .rootCause()
                .isInstanceOf(TaskRefusal.class)
                .hasMessage(texts.get("correction.changed-meanwhile"));
        assertThat(total()).isEqualByComparingTo("450000");
        assertRefused(Reason.CHANGED, wrong, voiding("Ошибка"));
        assertThat(ask(latest(wrong), voiding("Ошибка")))
                .as("what stands now may be put right")
                .startsWith("PUR-");

        decide(number, "REJECT", "Исправила учётная система");
        assertThat(caseOf(number).stage()).isEqualTo("REJECTED");
    }

    @Test
    void aNumberThatAnotherPurchaseTookMeanwhileCannotBeConfirmed() {
        var number = ask(sale("1", "500000"), correct("2", "500000", "Не тот номер"));
        sale("2", "7");
        assertThatThrownBy(() -> decide(number, "APPROVE", ""))
                .rootCause()
                .hasMessage(texts.get("correction.changed-meanwhile"));
        assertThat(total()).isEqualByComparingTo("500007");
    }

    @Test
    void whatMakesNoSenseIsRefusedAtOnce() {
        long wrong = sale("1", "500000");
        sale("2", "7");
        assertRefused(Reason.NOTHING_CHANGED, wrong, correct("1", "500 000,00", "Ничего"));
        assertFlaw(Violation.Kind.CONFLICT, wrong, correct("2", "500000", "Занято"));
        assertFlaw(Violation.Kind.AMOUNT_ZERO, wrong, correct("1", "0", "Ноль"));
        assertFlaw(Violation.Kind.AMOUNT_DECIMALS, wrong, correct("1", "1,234", "Много знаков"));
        assertFlaw(Violation.Kind.REQUIRED, wrong, correct("", "1", "Без номера"));
        var number = ask(wrong, voiding("Ошибка"));
        assertRefused(Reason.OPEN, wrong, correct("1", "1", "Ошибка"));
        decide(number, "APPROVE", "");
        long reversal = search.history(wrong).get(1).id();
        assertRefused(Reason.CHANGED, reversal, voiding("Сторно"));
        assertRefused(Reason.CHANGED, Long.MAX_VALUE, voiding("Нет такой"));
    }

    @Test
    void ofManyWhoAskAtOnceOneIsTheCaseAndOneFormIsOneCase() {
        long wrong = sale("1", "500000");
        var outcomes = AtOnce.run(4, i -> {
            try {
                return ask(wrong, voiding("Ошибка " + i));
            } catch (CorrectionRefused refused) {
                return refused.reason().name();
            }
        });
        assertThat(outcomes).filteredOn(outcome -> outcome.startsWith("PUR-")).hasSize(1);
        assertThat(outcomes).filteredOn("OPEN"::equals).hasSize(3);

        long other = sale("2", "7");
        var key = UUID.randomUUID().toString();
        var same = AtOnce.run(4, i -> process.request(other, voiding("Ошибка"), finance, key));
        assertThat(same).hasSize(4).containsOnly(same.get(0));
    }

    @Test
    void ofTwoWhoDecideAtOnceOneCounts() {
        long wrong = sale("1", "500000");
        var second = people.of(FINANCE);
        var number = process.request(wrong, voiding("Ошибка"), people.of(Group.ACCOUNT_MANAGERS), key());
        var outcomes = AtOnce.run(2, i -> {
            try {
                if (i == 0) {
                    decide(number, "APPROVE", "");
                } else {
                    decideAs(second, FINANCE, number, "REJECT", "Нет");
                }
                return "DONE";
            } catch (RuntimeException | AssertionError e) {
                return "TOO LATE";
            }
        });
        assertThat(outcomes).containsExactlyInAnyOrder("DONE", "TOO LATE");
        assertThat(total()).isEqualByComparingTo(outcomes.get(0).equals("DONE") ? "0" : "500000");
    }

    static Stream<Map<String, Object>> answersThatAreNone() {
        return Stream.of(
                Map.of("comment", "Хорошо"),
                Map.of("decision", "RETURN", "comment", "Хорошо"),
                Map.of("decision", "REJECT"),
                Map.of("decision", "REJECT", "comment", " "));
    }

    @ParameterizedTest
    @MethodSource("answersThatAreNone")
    void anAnswerWithoutDecisionOrReasonChangesNothing(Map<String, Object> answers) {
        var number = ask(sale("1", "500000"), voiding("Ошибка"));
        assertThatThrownBy(() -> desk.answerAs(
                        programManager,
                        PROGRAM_MANAGERS,
                        desk.task(number, CONFIRM).getId(),
                        answers))
                .hasRootCauseInstanceOf(TaskRefusal.class);
        assertThat(caseOf(number).stage()).isEqualTo("APPROVAL");
        assertThat(total()).isEqualByComparingTo("500000");
    }

    /** Runs are about all partners: nobody else buys anything in the year 2000. */
    @Test
    void whatIsPutRightInAClosedQuarterIsPostedByTheNextRunAsTheDifference() {
        var first = new Quarter(2000, 1);
        member = members.since(first.firstDay());
        bin = member.partner().company().identity().taxNumber();
        var day = first.firstDay().plusDays(40);
        long wrong = erp.sell(document("1"), bin, day, "1000000");
        long voided = erp.sell(document("2"), bin, day, "500000");
        accrual.takeOver(first, finance);
        assertThat(lastEntry().points()).isEqualTo(30_000);

        decide(ask(voided, voiding("Не отгружали")), "APPROVE", "");
        decide(
                ask(
                        wrong,
                        new CorrectionRequest(
                                "CORRECT", document("1"), "SALE", day.toString(), "800000", bin, "Опечатка")),
                "APPROVE",
                "");
        assertThat(ledger.balanceOf(member.id()).balance())
                .as("nothing is posted before the next run")
                .isEqualTo(30_000);

        accrual.takeOver(first.next(), finance);
        assertThat(lastEntry().points()).isEqualTo(-14_000);
        assertThat(ledger.balanceOf(member.id()).balance()).isEqualTo(16_000);

        decide(
                ask(
                        voided,
                        new CorrectionRequest(
                                "RESTORE", document("2"), "SALE", day.toString(), "500000", bin, "Отгружали")),
                "APPROVE",
                "");
        accrual.takeOver(first.next(), finance);
        assertThat(lastEntry().points()).isEqualTo(10_000);
    }

    @Test
    void aTaskThatIsDueRemindsItsGroupsAndAnOverdueOneIsPutFirst() {
        var number = ask(sale("1", "500000"), voiding("Ошибка"));
        var before = Mails.to(programManager + "@vendor.example").size();
        var due = desk.task(number, CONFIRM).getDueDate().toInstant();
        TestClock.forward(
                Duration.between(ClockUtil.getCurrentTime().toInstant(), due).plusMinutes(1));
        jobs.runDue(number);
        assertThat(Mails.to(programManager + "@vendor.example")).hasSize(before + 1);
        TestClock.forward(ofDays(30));
        jobs.runDue(number);
        assertThat(desk.task(number, CONFIRM).getPriority()).isEqualTo(90);
    }

    private long sale(String number, String amount) {
        return erp.sell(document(number), bin, today(), amount);
    }

    private long latest(long purchase) {
        return search.history(purchase).stream()
                .filter(version -> version.standing().isInForce())
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String ask(long purchase, CorrectionRequest wished) {
        return process.request(purchase, wished, finance, key());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private CorrectionRequest voiding(String reason) {
        return new CorrectionRequest("VOID", "", "", "", "", "", reason);
    }

    private CorrectionRequest correct(String number, String amount, String reason) {
        return wish("CORRECT", number, amount, reason);
    }

    private CorrectionRequest wish(String action, String number, String amount, String reason) {
        var document = number.isEmpty() ? "" : document(number);
        return new CorrectionRequest(action, document, "SALE", today().toString(), amount, bin, reason);
    }

    private void decide(String number, String decision, String comment) {
        decideAs(programManager, PROGRAM_MANAGERS, number, decision, comment);
    }

    private void decideAs(String user, Group group, String number, String decision, String comment) {
        desk.answerAs(
                user, group, desk.task(number, CONFIRM).getId(), Map.of("decision", decision, "comment", comment));
    }

    private void assertRefused(Reason reason, long purchase, CorrectionRequest wished) {
        assertThatThrownBy(() -> ask(purchase, wished))
                .isInstanceOfSatisfying(
                        CorrectionRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private void assertFlaw(Violation.Kind kind, long purchase, CorrectionRequest wished) {
        assertThatThrownBy(() -> ask(purchase, wished))
                .isInstanceOfSatisfying(
                        PurchasesRefused.class,
                        refused -> assertThat(refused.flaws())
                                .extracting(Violation::kind)
                                .containsExactly(kind));
    }

    private String form(String number) {
        return formOf(desk.task(number, CONFIRM));
    }

    private BigDecimal total() {
        return search.recorded(bin, 0).stream().map(PurchaseView::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private PointsEntry lastEntry() {
        return ledger.entriesOf(member.id(), 0, 1).get(0);
    }

    private CaseView caseOf(String number) {
        return cases.byNumber(number).orElseThrow();
    }

    private List<String> eventsOf(String number) {
        return cases.history(number).stream().map(CaseEventView::type).toList();
    }

    private String document(String number) {
        return mark + "-" + number;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
