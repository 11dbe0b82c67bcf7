package kz.intelligentplatforms.partners.cofunding;

import static kz.intelligentplatforms.partners.testing.CoFunding.AUTHORIZE;
import static kz.intelligentplatforms.partners.testing.CoFunding.AUTHORIZE_CLAIM;
import static kz.intelligentplatforms.partners.testing.CoFunding.DECIDE_APPEAL;
import static kz.intelligentplatforms.partners.testing.CoFunding.REVIEW;
import static kz.intelligentplatforms.partners.testing.CoFunding.REVIEW_CHANGE;
import static kz.intelligentplatforms.partners.testing.CoFunding.REVIEW_CLAIM;
import static kz.intelligentplatforms.partners.testing.CoFunding.SETTLE;
import static kz.intelligentplatforms.partners.testing.CoFunding.key;
import static kz.intelligentplatforms.partners.testing.CoFunding.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.cofunding.CoFundingRefused.Reason;
import kz.intelligentplatforms.partners.funds.Budgets;
import kz.intelligentplatforms.partners.funds.FundEntries;
import kz.intelligentplatforms.partners.funds.FundEntry;
import kz.intelligentplatforms.partners.funds.FundEntryKind;
import kz.intelligentplatforms.partners.funds.FundView;
import kz.intelligentplatforms.partners.partner.PartnerLevels;
import kz.intelligentplatforms.partners.platform.engine.TaskRefusal;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.program.Activity;
import kz.intelligentplatforms.partners.program.TargetStatus;
import kz.intelligentplatforms.partners.testing.AtOnce;
import kz.intelligentplatforms.partners.testing.CoFunding;
import kz.intelligentplatforms.partners.testing.Desk;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Mails;
import kz.intelligentplatforms.partners.testing.Members.Member;
import kz.intelligentplatforms.partners.testing.ProcessCoverage;
import kz.intelligentplatforms.partners.testing.TestClock;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The process with its real model, tables, delegates, database and mail server, to every end. */
class CoFundingProcessIT extends IntegrationTest {

    private static final Activity EVENT = Activity.EVENT;

    @Autowired
    private Texts texts;

    @Autowired
    private CoFunding funding;

    @Autowired
    private CoFundingProcess process;

    @Autowired
    private CoFundingQueue queue;

    @Autowired
    private Budgets budgets;

    @Autowired
    private FundEntries entries;

    @Autowired
    private PartnerLevels levels;

    private Desk desk;
    private Member member;
    private FundView fund;

    @BeforeEach
    void aPartnerAndMoney() {
        desk = funding.desk();
        member = funding.partner();
        fund = funding.leave(EVENT, "10000000");
    }

    @AfterAll
    static void everyPartOfTheModelIsReached() {
        ProcessCoverage.assertComplete("co-funding");
    }

    @Test
    void whatIsApprovedHeldProvedAndAcceptedIsPaid() {
        var number = funding.submit(member, funding.proposal(EVENT));
        assertThat(number).startsWith("COF-");
        assertStands(number, Stage.REVIEW, Turn.VENDOR);
        var instance = instanceOf(number);
        jobs.runDue(number);
        assertThat(lastMail().subject()).contains(number);

        funding.answer(number, REVIEW, "APPROVE", "");
        assertStands(number, Stage.RESERVATION, Turn.SYSTEM);
        assertThat(held(number)).isEqualByComparingTo("0");
        jobs.runDue(number);
        assertStands(number, Stage.APPROVED, Turn.COMPANY);
        assertMoney("600000", "0");
        assertThat(lastMail().text()).contains("600\u00a0000");

        funding.passEvent(number);
        assertStands(number, Stage.PROOF, Turn.COMPANY);
        funding.prove(member, number);
        funding.claim(member, number, funding.claim(number, "600000"));
        assertStands(number, Stage.CLAIM, Turn.VENDOR);
        desk.answer(number, REVIEW_CLAIM, funding.acceptance("ACCEPTED", "CHANGED 100000", "DENIED"));
        assertStands(number, Stage.SETTLEMENT, Turn.VENDOR);
        assertThat(funding.view(number).payable()).isEqualByComparingTo("350000");

        var reference = funding.settle(number);
        BpmnAwareTests.assertThat(instance).isEnded().hasPassed("EndEvent_PaymentSettled");
        assertMoney("0", "350000");
        assertThat(entries(number))
                .extracting(FundEntry::kind)
                .containsExactly(FundEntryKind.RESERVED, FundEntryKind.PAID, FundEntryKind.RELEASED);
        assertThat(entries(number).get(1).reason()).isEqualTo(reference);
        assertThat(entries(number).get(2).amount()).isEqualByComparingTo("250000");
        assertStands(number, Stage.PAID, Turn.NOBODY);
        assertThat(lastMail().text()).contains("350\u00a0000");
        assertThat(funding.eventsOf(number))
                .containsExactly(
                        "APPLIED",
                        "CO_FUNDING_APPROVED_BY_MARKETING",
                        "CO_FUNDING_RESERVED",
                        "CO_FUNDING_EVENT_OVER",
                        "CO_FUNDING_CLAIMED",
                        "CO_FUNDING_CLAIM_ACCEPTED",
                        "CO_FUNDING_PAID");
    }

    @Test
    void marketingApprovesLessByLine() {
        var number = funding.submit(member, funding.proposal(EVENT));
        assertAnswerRefused(number, REVIEW, Map.of("decision", "CHANGE", "comment", ""));
        assertAnswerRefused(number, REVIEW, Map.of("decision", "CHANGE", "comment", "Меньше"));
        assertAnswerRefused(number, REVIEW, Map.of("decision", "CHANGE", "comment", "Меньше", "approved2", 400001));
        assertAnswerRefused(number, REVIEW, Map.of("decision", "CHANGE", "comment", "Меньше", "approved2", -1));
        assertAnswerRefused(
                number,
                REVIEW,
                Map.of("decision", "CHANGE", "comment", "Меньше", "approved1", 0, "approved2", 0, "approved3", 0));

        desk.answer(
                number,
                REVIEW,
                Map.of("decision", "CHANGE", "comment", "Без кейтеринга", "approved2", 0, "approved3", 199999.99));
        jobs.runDue(number);

        assertThat(funding.view(number).approved()).isEqualByComparingTo("399999.99");
        assertThat(funding.view(number).lines())
                .extracting(CostLineView::approved)
                .containsExactly(sum("600000"), sum("0"), sum("199999.99"));
        assertMoney("399999.99", "0");
        assertThat(funding.eventsOf(number)).contains("CO_FUNDING_AMOUNT_CHANGED");
    }

    @Test
    void whatMarketingCutOnceStaysCutAndCountsInTheClaim() {
        var number = funding.submit(
                member, funding.proposal(Activity.EXHIBITION, funding.eventDay(), "1500000", "2000000", "1000000"));
        fund = funding.leave(Activity.EXHIBITION, "5000000");
        desk.answer(number, REVIEW, Map.of("decision", "CHANGE", "comment", "Меньше", "approved2", 600000));
        funding.answer(number, AUTHORIZE, "RETURN", "И зал дорогой");
        assertThat(form(number, REVIEW))
                .contains(
                        "И зал дорогой",
                        "1. Аренда зала 2 000 000,00 2 000 000,00",
                        "2. Кейтеринг 1 000 000,00 600 000,00");
        desk.answer(number, REVIEW, Map.of("decision", "CHANGE", "comment", "Ещё меньше", "approved1", 1400000));
        assertThat(funding.view(number).approved()).isEqualByComparingTo("1000000");
        jobs.runDue(number);

        funding.passEvent(number);
        funding.prove(member, number);
        var planned = funding.claim(number, "1000000");
        assertThat(funding.view(number).shareOf(planned.spent())).isEqualByComparingTo("1000000");
        var elsewhere = new ArrayList<>(planned.costs());
        var second = elsewhere.get(1);
        elsewhere.set(0, new ClaimForm.ClaimedCost("1000000", "СФ-" + key(), second.invoicedOn()));
        var claim = new ClaimForm(elsewhere, "800000", "Отчёт");
        assertThat(funding.view(number).shareOf(claim.spent())).isEqualByComparingTo("800000");
        funding.claim(member, number, claim);
        desk.answer(number, REVIEW_CLAIM, funding.acceptance("ACCEPTED", "ACCEPTED"));
        assertThat(funding.view(number).lines())
                .extracting(CostLineView::accepted)
                .containsExactly(sum("1000000"), sum("600000"));
        assertThat(funding.view(number).payable()).isEqualByComparingTo("800000");
    }

    @Test
    void aboveTheLimitSomebodyElseOfFinanceAgreesAndMayAskOrRefuse() {
        var number = above();
        var task = desk.task(number, AUTHORIZE).getId();
        assertStands(number, Stage.AUTHORIZATION, Turn.VENDOR);
        assertBarred(
                people.of(Group.MARKETING_MANAGERS),
                Group.FINANCE,
                task,
                Map.of("decision", "APPROVE", "comment", ""),
                "cofunding.own-review");
        assertAnswerRefused(number, AUTHORIZE, Map.of("decision", "RETURN", "comment", " "));

        funding.answer(number, AUTHORIZE, "RETURN", "Почему так дорого?");
        assertStands(number, Stage.REVIEW, Turn.VENDOR);
        assertThat(form(number, REVIEW)).contains("Почему задача снова здесь Почему так дорого?");
        funding.answer(number, REVIEW, "APPROVE", "");
        funding.answer(number, AUTHORIZE, "APPROVE", "");
        jobs.runDue(number);
        assertStands(number, Stage.APPROVED, Turn.COMPANY);
        assertMoney("1200000", "0");

        var refused = above();
        var instance = instanceOf(refused);
        funding.answer(refused, AUTHORIZE, "REJECT", "Не в этом году");
        jobs.runDue(refused);
        BpmnAwareTests.assertThat(instance).isEnded();
        assertStands(refused, Stage.REJECTED, Turn.NOBODY);
        assertThat(lastMail().text()).contains("Не в этом году");
        assertMoney("1200000", "0");
    }

    @Test
    void whatMarketingRejectsIsClosedWithTheReason() {
        var number = funding.submit(member, funding.proposal(EVENT));
        var instance = instanceOf(number);
        assertAnswerRefused(number, REVIEW, Map.of("decision", "REJECT", "comment", ""));
        assertAnswerRefused(number, REVIEW, Map.of("decision", "MAYBE", "comment", "x"));
        assertAnswerRefused(number, REVIEW, Map.of("decision", "QUEUE", "comment", "Подождём"));
        funding.answer(number, REVIEW, "REJECT", "Не наша аудитория");
        jobs.runDue(number);
        BpmnAwareTests.assertThat(instance).isEnded().hasPassed("EndEvent_RequestRejected");
        assertStands(number, Stage.REJECTED, Turn.NOBODY);
        assertThat(lastMail().text()).contains("Не наша аудитория");
        assertThat(entries(number)).isEmpty();
    }

    @Test
    void aReturnedRequestIsCorrectedRemindedOrClosed() {
        var number = funding.submit(member, funding.proposal(EVENT));
        funding.answer(number, REVIEW, "RETURN", "Уточните аудиторию");
        assertStands(number, Stage.CORRECTION, Turn.COMPANY);
        jobs.runDue(number);
        assertThat(lastMail().text()).contains("Уточните аудиторию");
        assertRefused(Reason.CASE_MOVED_ON, () -> funding.claim(member, number, funding.claim(number, "1")));
        process.correct(number, funding.proposal(EVENT, funding.eventDay(), "500000", "1000000"), member.user());
        assertStands(number, Stage.REVIEW, Turn.VENDOR);
        assertThat(funding.view(number).lines()).hasSize(1);
        assertRefused(Reason.CASE_MOVED_ON, () -> process.correct(number, funding.proposal(EVENT), member.user()));

        funding.answer(number, REVIEW, "RETURN", "Ещё раз");
        var instance = instanceOf(number);
        TestClock.forward(Duration.ofDays(8));
        jobs.runDue(number);
        assertThat(funding.eventsOf(number)).contains("REMINDED");
        TestClock.forward(Duration.ofDays(25));
        jobs.runDue(number);
        BpmnAwareTests.assertThat(instance).isEnded().hasPassed("EndEvent_RequestUnanswered");
        assertStands(number, Stage.UNANSWERED, Turn.NOBODY);
    }

    @Test
    void whatTheRulesSayAgainstItIsToldAtOnceBeforeAnyReview() {
        var late =
                funding.submit(member, funding.proposal(EVENT, funding.today().plusDays(3), "600000", "1200000"));
        assertStands(late, Stage.INELIGIBLE, Turn.NOBODY);
        assertThat(funding.view(late).decisionReason()).contains("21");
        assertThat(desk.openTasks(late)).isEmpty();
        jobs.runDue(late);
        assertThat(lastMail().text()).contains("21");

        var dear = funding.submit(member, funding.proposal(EVENT, funding.eventDay(), "600000.01", "1200000"));
        assertStands(dear, Stage.INELIGIBLE, Turn.NOBODY);
        assertThat(funding.view(dear).decisionReason()).contains("50").contains("600\u00a0000");

        var other = funding.partner(TargetStatus.PROFESSIONAL_RESELLER);
        assertRefused(Reason.LEVEL_NOT_ELIGIBLE, () -> funding.submit(other, funding.proposal(EVENT)));
    }

    @Test
    void anExpiredMembershipFreezesNewRequestsAndADowngradeHonoursWhatIsApproved() {
        var number = funding.approved(member, EVENT);
        members.inTransaction(() -> levels.achieve(member.id(), TargetStatus.PROFESSIONAL_RESELLER));
        assertRefused(Reason.LEVEL_NOT_ELIGIBLE, () -> funding.submit(member, funding.proposal(EVENT)));
        funding.passEvent(number);
        funding.prove(member, number);
        funding.claim(member, number, funding.claim(number, "600000"));
        desk.answer(number, REVIEW_CLAIM, funding.acceptance("ACCEPTED", "ACCEPTED", "ACCEPTED"));
        funding.settle(number);
        assertStands(number, Stage.PAID, Turn.NOBODY);

        var expired = funding.partner();
        TestClock.forward(Duration.ofDays(800));
        assertRefused(Reason.NOT_A_MEMBER, () -> funding.submit(expired, funding.proposal(EVENT)));
    }

    @Test
    void withoutEnoughMoneyMarketingSeesTheFiguresAndApprovesLess() {
        fund = funding.leave(EVENT, "500000");
        var number = funding.submit(member, funding.proposal(EVENT));
        assertThat(form(number, REVIEW)).contains("500 000 ₸", texts.russian("cofunding.hint.little-money"));
        funding.answer(number, REVIEW, "APPROVE", "");
        jobs.runDue(number);
        assertStands(number, Stage.REVIEW, Turn.VENDOR);
        assertThat(form(number, REVIEW))
                .contains("Одобрено 600 000 ₸, а в бюджете")
                .contains("свободно 500 000 ₸");
        assertMoney("0", "0");

        desk.answer(number, REVIEW, Map.of("decision", "CHANGE", "comment", "Меньше", "approved1", 400000));
        jobs.runDue(number);
        assertStands(number, Stage.APPROVED, Turn.COMPANY);
        assertMoney("500000", "0");
    }

    @Test
    void whoQueuesForMoneyGoesOnInTurnWhenThereIsSome() {
        fund = funding.leave(EVENT, "100");
        var first = queued(member, funding.proposal(EVENT));
        var second = queued(funding.partner(), funding.proposal(EVENT, funding.eventDay(), "50000", "100000"));
        assertStands(first, Stage.QUEUE, Turn.SYSTEM);

        budgets.adjust(fund.id(), sum("100000"), "Немного", key(), "finance");
        queue.wake();
        assertThat(List.of(funding.stageOf(first), funding.stageOf(second)))
                .as("a smaller one does not overtake")
                .containsOnly(Stage.QUEUE);
        budgets.adjust(fund.id(), sum("600000"), "Достаточно", key(), "finance");
        await().until(() ->
                funding.stageOf(first) == Stage.RESERVATION && funding.stageOf(second) == Stage.RESERVATION);
        jobs.runDue(first);
        jobs.runDue(second);
        assertStands(first, Stage.APPROVED, Turn.COMPANY);
        assertStands(second, Stage.APPROVED, Turn.COMPANY);
        assertMoney("650000", "0");
    }

    @Test
    void whatAPaymentLeavesOverGoesToWhoeverWaits() {
        fund = funding.leave(EVENT, "600000");
        var number = funding.claimed(member, EVENT);
        TestClock.reset();
        var waiting = queued(funding.partner(), funding.proposal(EVENT, funding.eventDay(), "250000", "500000"));
        funding.forwardTo(funding.view(number).endsOn().plusDays(1));
        desk.answer(number, REVIEW_CLAIM, funding.acceptance("ACCEPTED", "CHANGED 100000", "DENIED"));
        funding.settle(number);
        await().until(() -> funding.stageOf(waiting) == Stage.RESERVATION);
        jobs.runDue(waiting);
        assertThat(funding.view(waiting).claimDueOn()).as("the money is there").isNotNull();
    }

    @Test
    void whoJoinsTheQueueWhenTheMoneyHasComeGoesOnAtOnce() {
        fund = funding.leave(EVENT, "100");
        var number = funding.submit(member, funding.proposal(EVENT));
        funding.answer(number, REVIEW, "APPROVE", "");
        jobs.runDue(number);
        budgets.adjust(fund.id(), sum("600000"), "Пополнение", key(), "finance");
        funding.answer(number, REVIEW, "QUEUE", "Ждём пополнения");
        await().until(() -> funding.stageOf(number) == Stage.RESERVATION);
    }

    @Test
    void whoseLevelIsNotCoFundedAnyMoreIsNotApproved() {
        var lower = funding.submit(member, funding.proposal(EVENT));
        members.inTransaction(() -> levels.achieve(member.id(), TargetStatus.PROFESSIONAL_RESELLER));
        assertAnswerRefused(lower, REVIEW, Map.of("decision", "APPROVE", "comment", ""));
        funding.answer(lower, REVIEW, "REJECT", "Уровень изменился");
        assertThat(funding.stageOf(lower)).isEqualTo(Stage.REJECTED);
    }

    @Test
    void forTooCloseAnActivityNobodyWaitsForMoney() {
        fund = funding.leave(EVENT, "1000");
        var number = funding.submit(member, funding.proposal(EVENT));
        funding.answer(number, REVIEW, "APPROVE", "");
        jobs.runDue(number);
        funding.forwardTo(funding.eventDay().minusDays(3));
        assertAnswerRefused(number, REVIEW, Map.of("decision", "QUEUE", "comment", "Ждём"));
    }

    @Test
    void whatHasBegunIsNotApproved() {
        var number = funding.submit(member, funding.proposal(EVENT));
        funding.forwardTo(funding.view(number).startsOn());
        assertAnswerRefused(number, REVIEW, Map.of("decision", "APPROVE", "comment", ""));
        funding.answer(number, REVIEW, "REJECT", "Поздно");
        assertStands(number, Stage.REJECTED, Turn.NOBODY);
    }

    @Test
    void aProofThatIsGoneStopsTheClaim() {
        var number = funding.proving(member, EVENT);
        var claim = funding.claim(number, "600000");
        assertRefused(Reason.PROOF_MISSING, () -> funding.claim(member, number, claim));
        assertStands(number, Stage.PROOF, Turn.COMPANY);
    }

    @Test
    void whoWaitsTooLongForMoneyIsLookedAtAgainAndMayWithdraw() {
        fund = funding.leave(EVENT, "100");
        var number = queued(member, funding.proposal(EVENT));
        TestClock.forward(Duration.ofDays(31));
        jobs.runDue(number);
        assertStands(number, Stage.REVIEW, Turn.VENDOR);
        assertThat(form(number, REVIEW)).contains(texts.russian("cofunding.queue-over"));
        process.withdraw(number, member.user());
        assertStands(number, Stage.WITHDRAWN, Turn.NOBODY);
        assertRefused(Reason.CASE_MOVED_ON, () -> process.withdraw(number, member.user()));
    }

    @Test
    void aNewDateIsReviewedAndTheMoneyStaysReserved() {
        var number = funding.approved(member, EVENT);
        var day = funding.eventDay().plusDays(5);
        process.reportChange(number, day, day, "Зал занят", member.user());
        assertStands(number, Stage.CHANGE, Turn.VENDOR);
        assertRefused(Reason.CASE_MOVED_ON, () -> process.reportChange(number, day, day, "Ещё", member.user()));
        assertAnswerRefused(number, REVIEW_CHANGE, Map.of("decision", "REJECT", "comment", ""));
        funding.answer(number, REVIEW_CHANGE, "REJECT", "Поздно");
        jobs.runDue(number);
        assertThat(lastMail().text()).contains("Поздно");
        assertThat(funding.view(number).startsOn()).isEqualTo(funding.eventDay());

        process.reportChange(number, day, day, "Очень нужно", member.user());
        assertThat(form(number, REVIEW_CHANGE))
                .contains(
                        "Партнёр просил перенести на " + day.format(DateTimeFormatter.ofPattern("dd.MM.yyyy")),
                        "Очень нужно");
        funding.answer(number, REVIEW_CHANGE, "APPROVE", "");
        assertStands(number, Stage.APPROVED, Turn.COMPANY);
        assertThat(funding.view(number).endsOn()).isEqualTo(day);
        assertThat(funding.view(number).claimDueOn()).isEqualTo(day.plusDays(30));
        assertMoney("600000", "0");
        funding.passEvent(number);
        assertStands(number, Stage.PROOF, Turn.COMPANY);
        assertRefused(Reason.CASE_MOVED_ON, () -> process.reportChange(number, day, day, "Поздно", member.user()));
    }

    @Test
    void whatIsGivenUpOrCancelledGivesTheMoneyBack() {
        var given = funding.approved(member, EVENT);
        var cancelled = funding.approved(member, EVENT);
        assertMoney("1200000", "0");
        var instance = instanceOf(given);
        process.cancelByPartner(given, "Мероприятия не будет", member.user());
        BpmnAwareTests.assertThat(instance).isEnded().hasPassed("Task_ReleaseReservation", "EndEvent_RequestCancelled");
        assertStands(given, Stage.WITHDRAWN, Turn.NOBODY);
        assertMoney("600000", "0");
        process.cancel(cancelled, "Бюджет сокращён", people.of(Group.MARKETING_MANAGERS));
        assertMoney("0", "0");
        jobs.runDue(cancelled);
        assertThat(lastMail().text()).contains("Бюджет сокращён");
        assertRefused(Reason.CASE_MOVED_ON, () -> process.cancel(cancelled, "Ещё", "marketing"));

        var undecided = funding.submit(member, funding.proposal(EVENT));
        assertRefused(Reason.CASE_MOVED_ON, () -> process.cancel(undecided, "Рано", "marketing"));
        var claimed = funding.claimed(member, EVENT);
        assertRefused(Reason.CASE_MOVED_ON, () -> process.cancelByPartner(claimed, "Поздно", member.user()));
        process.cancel(claimed, "Обман", "marketing");
        assertMoney("0", "0");
    }

    @Test
    void withoutAClaimTheMoneyComesBackAfterRemindersAndOneExtension() {
        var number = funding.proving(member, EVENT);
        var due = Objects.requireNonNull(funding.view(number).claimDueOn());
        assertThat(due).isEqualTo(funding.view(number).endsOn().plusDays(30));
        assertRefused(Reason.EXTENSION_OUT_OF_RANGE, () -> process.extend(number, due, "marketing"));
        assertRefused(Reason.EXTENSION_OUT_OF_RANGE, () -> process.extend(number, due.plusDays(31), "marketing"));
        process.extend(number, due.plusDays(10), "marketing");
        jobs.runDue(number);
        assertThat(lastMail().subject()).contains(number);
        assertRefused(Reason.EXTENDED_ALREADY, () -> process.extend(number, due.plusDays(12), "marketing"));

        var instance = instanceOf(number);
        funding.forwardTo(due.plusDays(8));
        jobs.runDue(number);
        assertThat(funding.eventsOf(number)).filteredOn("REMINDED"::equals).hasSize(2);
        assertStands(number, Stage.PROOF, Turn.COMPANY);
        assertMoney("600000", "0");
        funding.forwardTo(due.plusDays(11));
        jobs.runDue(number);
        BpmnAwareTests.assertThat(instance).isEnded().hasPassed("EndEvent_ClaimExpired");
        assertStands(number, Stage.EXPIRED, Turn.NOBODY);
        assertMoney("0", "0");
        assertRefused(Reason.CASE_MOVED_ON, () -> funding.claim(member, number, funding.claim(number, "1")));
    }

    @Test
    void aClaimComesBackAndIsSentAgain() {
        var number = funding.claimed(member, EVENT);
        assertRefused(Reason.CASE_MOVED_ON, () -> funding.claim(member, number, funding.claim(number, "1")));
        funding.forwardTo(funding.view(number).claimDueOn());
        funding.answer(number, REVIEW_CLAIM, "RETURN", "Нет подписи на акте");
        assertStands(number, Stage.PROOF, Turn.COMPANY);
        assertThat(funding.view(number).claimDueOn()).isEqualTo(funding.today().plusDays(14));
        jobs.runDue(number);
        assertThat(lastMail().text()).contains("Нет подписи на акте");
        funding.claim(member, number, funding.claim(number, "500000"));
        assertThat(funding.view(number).claimed()).isEqualByComparingTo("500000");
        assertStands(number, Stage.CLAIM, Turn.VENDOR);
    }

    @Test
    void everyLineIsDecidedAndEveryProofTicked() {
        var number = funding.claimed(member, EVENT);
        var undecided = funding.acceptance("ACCEPTED", "ACCEPTED");
        assertAnswerRefused(number, REVIEW_CLAIM, undecided);
        assertAnswerRefused(number, REVIEW_CLAIM, funding.acceptance("ACCEPTED", "ACCEPTED", "CHANGED"));
        assertAnswerRefused(number, REVIEW_CLAIM, funding.acceptance("ACCEPTED", "ACCEPTED", "CHANGED 200000"));
        assertAnswerRefused(number, REVIEW_CLAIM, funding.acceptance("DENIED", "DENIED", "DENIED"));
        var unexplained = new HashMap<>(funding.acceptance("ACCEPTED", "ACCEPTED", "DENIED"));
        unexplained.put("reason3", "");
        assertAnswerRefused(number, REVIEW_CLAIM, unexplained);
        var unproved = new HashMap<>(funding.acceptance("ACCEPTED", "ACCEPTED", "ACCEPTED"));
        unproved.put("proofs", Spin.JSON(List.of("INVOICE", "PHOTOS")));
        assertAnswerRefused(number, REVIEW_CLAIM, unproved);
        assertStands(number, Stage.CLAIM, Turn.VENDOR);
        assertMoney("600000", "0");
    }

    @Test
    void anInvoiceOrFileClaimedBeforeNeedsASecondPerson() {
        var first = funding.proving(member, EVENT);
        funding.prove(member, first, Proof.PHOTOS, "the same photo");
        funding.prove(member, first);
        var claim = funding.claim(first, "600000");
        funding.claim(member, first, claim);
        assertThat(form(first, REVIEW_CLAIM)).doesNotContain(texts.russian("cofunding.staff.duplicates"));

        TestClock.reset();
        var other = funding.partner();
        var second = funding.proving(other, EVENT);
        funding.prove(other, second, Proof.PHOTOS, "the same photo");
        funding.prove(other, second);
        var invoice = claim.costs().get(0).invoiceNumber();
        var costs = new ArrayList<>(funding.claim(second, "600000").costs());
        costs.set(
                0,
                new ClaimForm.ClaimedCost(
                        "600000",
                        " " + invoice.toLowerCase(Locale.ROOT).replace("-", " "),
                        funding.today().toString()));
        funding.claim(other, second, new ClaimForm(costs, "600000", "Отчёт"));
        assertThat(form(second, REVIEW_CLAIM))
                .contains("уже заявлен в деле " + first)
                .contains("уже приложен в деле " + first);

        desk.answer(second, REVIEW_CLAIM, funding.acceptance("ACCEPTED", "ACCEPTED", "ACCEPTED"));
        assertStands(second, Stage.CLAIM_AUTHORIZATION, Turn.VENDOR);
        var task = desk.task(second, AUTHORIZE_CLAIM).getId();
        assertBarred(
                people.of(Group.MARKETING_MANAGERS),
                Group.FINANCE,
                task,
                Map.of("decision", "APPROVE", "comment", ""),
                "cofunding.own-review");
        funding.answer(second, AUTHORIZE_CLAIM, "RETURN", "Спросите партнёра о счёте");
        assertThat(form(second, REVIEW_CLAIM)).contains("Спросите");
        desk.answer(second, REVIEW_CLAIM, funding.acceptance("DENIED", "ACCEPTED", "ACCEPTED"));
        funding.answer(second, AUTHORIZE_CLAIM, "APPROVE", "");
        assertStands(second, Stage.SETTLEMENT, Turn.VENDOR);
    }

    @Test
    void aboveTheLimitFinanceLooksAtTheClaimTooAndMayRefuseIt() {
        var number = above();
        funding.answer(number, AUTHORIZE, "APPROVE", "");
        jobs.runDue(number);
        funding.passEvent(number);
        funding.prove(member, number);
        funding.claim(member, number, funding.claim(number, "1200000"));
        desk.answer(number, REVIEW_CLAIM, funding.acceptance("ACCEPTED"));
        funding.answer(number, AUTHORIZE_CLAIM, "REJECT", "Мероприятия не было");
        assertStands(number, Stage.APPEAL, Turn.COMPANY);
        jobs.runDue(number);
        assertThat(lastMail().text()).contains("Мероприятия не было");
        process.appeal(number, "Вот видео", member.user());
        desk.answer(number, DECIDE_APPEAL, funding.acceptance("ACCEPTED"));
        assertStands(number, Stage.CLAIM_AUTHORIZATION, Turn.VENDOR);
        var task = desk.task(number, AUTHORIZE_CLAIM).getId();
        assertThatThrownBy(() -> desk.claimAs(people.of(Group.FINANCE), Group.FINANCE, task))
                .as("who refused before the appeal")
                .hasStackTraceContaining(TaskRefusal.class.getName());
        var another = people.another(Group.FINANCE);
        assertThatThrownBy(() ->
                        desk.answerAs(another, Group.FINANCE, task, Map.of("decision", "RETURN", "comment", "Ещё раз")))
                .hasStackTraceContaining(TaskRefusal.class.getName());
        var instance = instanceOf(number);
        desk.answerAs(another, Group.FINANCE, task, Map.of("decision", "REJECT", "comment", "Всё равно нет"));
        BpmnAwareTests.assertThat(instance).isEnded().hasPassed("EndEvent_ClaimRefused");
        assertStands(number, Stage.REFUSED, Turn.NOBODY);
        assertMoney("0", "0");
    }

    @Test
    void aRefusedClaimIsAppealedAgainstOnce() {
        var granted = refused();
        assertRefused(
                Reason.CASE_MOVED_ON,
                () -> process.extend(granted, funding.today().plusDays(1), "marketing"));
        process.appeal(granted, "Фото есть", member.user());
        assertStands(granted, Stage.APPEAL_REVIEW, Turn.VENDOR);
        assertThat(form(granted, DECIDE_APPEAL)).contains("Фото есть", "Нет фотографий");
        var task = desk.task(granted, DECIDE_APPEAL).getId();
        assertBarred(
                people.of(Group.MARKETING_MANAGERS),
                Group.PROGRAM_MANAGERS,
                task,
                funding.acceptance("ACCEPTED", "ACCEPTED", "ACCEPTED"),
                "cofunding.own-decision");
        assertAnswerRefused(granted, DECIDE_APPEAL, Map.of("decision", "RETURN", "comment", "x"));
        desk.answer(granted, DECIDE_APPEAL, funding.acceptance("ACCEPTED", "ACCEPTED", "ACCEPTED"));
        funding.settle(granted);
        assertStands(granted, Stage.PAID, Turn.NOBODY);

        TestClock.reset();
        var upheld = refused();
        process.appeal(upheld, "Фото есть", member.user());
        funding.answer(upheld, DECIDE_APPEAL, "REJECT", "Фотографии с другого мероприятия");
        assertStands(upheld, Stage.REFUSED, Turn.NOBODY);
        jobs.runDue(upheld);
        assertThat(lastMail().text()).contains("Фотографии с другого мероприятия");

        TestClock.reset();
        var silent = refused();
        TestClock.forward(Duration.ofDays(11));
        jobs.runDue(silent);
        assertStands(silent, Stage.REFUSED, Turn.NOBODY);
        assertRefused(Reason.CASE_MOVED_ON, () -> process.appeal(silent, "Поздно", member.user()));
        assertMoney("0", "600000");
    }

    @Test
    void aPaymentOrderPaysOneClaimAndAClaimIsPaidOnce() {
        var number = settling();
        assertAnswerRefused(
                number,
                SETTLE,
                Map.of("paymentReference", " ", "paidOn", funding.today().toString()));
        assertAnswerRefused(number, SETTLE, Map.of("paymentReference", "ПП 1", "paidOn", "вчера"));
        assertAnswerRefused(
                number,
                SETTLE,
                Map.of(
                        "paymentReference",
                        "ПП 1",
                        "paidOn",
                        funding.today().plusDays(1).toString()));
        assertAnswerRefused(
                number,
                SETTLE,
                Map.of(
                        "paymentReference",
                        "ПП 1",
                        "paidOn",
                        funding.view(number).startsOn().minusDays(9).toString()));
        var reference = funding.settle(number);
        assertMoney("0", "600000");

        TestClock.reset();
        var next = settling();
        assertAnswerRefused(
                next,
                SETTLE,
                Map.of(
                        "paymentReference",
                        "№ " + reference.toLowerCase(Locale.ROOT),
                        "paidOn",
                        funding.today().toString()));
        assertMoney("600000", "600000");
        funding.settle(next);
        assertMoney("0", "1200000");
    }

    @Test
    void tasksThatAreDueRemindTheirGroupAndOverdueOnesLetTheProgramManagersIn() {
        var number = funding.submit(member, funding.proposal(EVENT));
        TestClock.forward(Duration.ofDays(16));
        jobs.runDue(number);
        var task = desk.task(number, REVIEW);
        assertThat(task.getPriority()).isEqualTo(90);
        assertThat(engine.getTaskService().getIdentityLinksForTask(task.getId()))
                .extracting(link -> link.getGroupId())
                .contains(Group.PROGRAM_MANAGERS.id());
    }

    @Test
    void ofFiftyApprovalsRacingForTheLastOfTheBudgetAsManyWinAsThereIsMoney() {
        fund = funding.leave(EVENT, "3000000");
        var proposal = funding.proposal(EVENT, funding.eventDay(), "300000", "600000");
        var numbers = IntStream.range(0, 50)
                .mapToObj(request -> funding.submit(member, proposal))
                .toList();
        AtOnce.run(50, request -> {
            var number = numbers.get(request);
            funding.answer(number, REVIEW, "APPROVE", "");
            jobs.runDue(number);
            return number;
        });
        numbers.forEach(jobs::runDue);

        assertThat(numbers)
                .filteredOn(number -> funding.stageOf(number) == Stage.APPROVED)
                .hasSize(10);
        assertThat(numbers)
                .filteredOn(number -> funding.stageOf(number) != Stage.APPROVED)
                .allMatch(number -> funding.stageOf(number) == Stage.REVIEW);
        assertMoney("3000000", "0");
    }

    @Test
    void ofTwoReviewersAtOnceOneCounts() {
        var number = funding.submit(member, funding.proposal(EVENT));
        var task = desk.task(number, REVIEW).getId();
        var users = List.of(people.of(Group.MARKETING_MANAGERS), people.of(Group.MARKETING_MANAGERS));
        var outcomes = AtOnce.run(2, reviewer -> {
            try {
                desk.answerAs(
                        users.get(reviewer),
                        Group.MARKETING_MANAGERS,
                        task,
                        Map.of("decision", reviewer == 0 ? "APPROVE" : "REJECT", "comment", "Решено"));
                return true;
            } catch (ProcessEngineException e) {
                return false;
            }
        });
        assertThat(outcomes).containsExactlyInAnyOrder(true, false);
        assertThat(funding.stageOf(number)).isEqualTo(outcomes.get(0) ? Stage.RESERVATION : Stage.REJECTED);
    }

    @Test
    void theSameFormSentTwiceAtOnceIsOneCase() {
        var key = key();
        var proposal = funding.proposal(EVENT);
        var numbers = AtOnce.run(4, time -> process.submit(member.id(), proposal, key, null, member.user()));
        assertThat(numbers).containsOnly(numbers.get(0));
        assertThat(process.ofPartner(member.id())).hasSize(1);
    }

    /** In the task's group, but with a part in what it decides on. */
    private void assertBarred(String user, Group group, String task, Map<String, Object> answers, String reason) {
        people.whileAlsoIn(user, group, () -> {
            assertThatThrownBy(() -> desk.claimAs(user, group, task))
                    .rootCause()
                    .isInstanceOf(TaskRefusal.class)
                    .hasMessage(texts.get(reason));
            assertThatThrownBy(() -> desk.answerAs(user, group, task, answers))
                    .rootCause()
                    .isInstanceOf(TaskRefusal.class)
                    .hasMessage(texts.get(reason));
        });
    }

    private String above() {
        var number = funding.submit(member, funding.proposal(EVENT, funding.eventDay(), "1200000", "2400000"));
        funding.answer(number, REVIEW, "APPROVE", "");
        return number;
    }

    private String queued(Member whose, CoFundingRequestForm proposal) {
        var number = funding.submit(whose, proposal);
        funding.answer(number, REVIEW, "APPROVE", "");
        jobs.runDue(number);
        funding.answer(number, REVIEW, "QUEUE", "Ждём пополнения");
        return number;
    }

    private String refused() {
        var number = funding.claimed(member, EVENT);
        funding.answer(number, REVIEW_CLAIM, "REJECT", "Нет фотографий");
        jobs.runDue(number);
        assertStands(number, Stage.APPEAL, Turn.COMPANY);
        return number;
    }

    private String settling() {
        var number = funding.claimed(member, EVENT);
        desk.answer(number, REVIEW_CLAIM, funding.acceptance("ACCEPTED", "ACCEPTED", "ACCEPTED"));
        return number;
    }

    private void assertStands(String number, Stage stage, Turn turn) {
        var view = funding.caseOf(number);
        assertThat(view.stage()).isEqualTo(stage.name());
        assertThat(view.turn()).isEqualTo(turn);
        assertThat(view.dueAt() != null).isEqualTo(turn == Turn.VENDOR || turn == Turn.COMPANY);
    }

    /** What of the fund is reserved and paid since the test began. */
    private void assertMoney(String reserved, String paid) {
        var now = funding.fund(fund);
        assertThat(now.reserved().subtract(fund.reserved())).isEqualByComparingTo(reserved);
        assertThat(now.paid().subtract(fund.paid())).isEqualByComparingTo(paid);
        assertThat(now.available().signum()).isNotNegative();
    }

    private BigDecimal held(String number) {
        return entries(number).stream()
                .map(entry -> entry.kind() == FundEntryKind.RESERVED
                        ? entry.amount()
                        : entry.amount().negate())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<FundEntry> entries(String number) {
        return entries.ofCase(number);
    }

    private String form(String number, String task) {
        return formOf(desk.task(number, task)).replace('\u00a0', ' ');
    }

    private ProcessInstance instanceOf(String number) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult();
    }

    private Mails.Received lastMail() {
        return Mails.lastTo(member.email());
    }

    private static void assertRefused(Reason reason, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        CoFundingRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private void assertAnswerRefused(String number, String task, Map<String, Object> answers) {
        var stage = funding.stageOf(number);
        assertThatThrownBy(() -> desk.answer(number, task, answers))
                .isInstanceOf(ProcessEngineException.class)
                .hasStackTraceContaining(TaskRefusal.class.getName());
        assertThat(funding.stageOf(number)).isEqualTo(stage);
    }
}
