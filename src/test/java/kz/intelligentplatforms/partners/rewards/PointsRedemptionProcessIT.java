package kz.intelligentplatforms.partners.rewards;

import static kz.intelligentplatforms.partners.platform.identity.Group.ACCOUNT_MANAGERS;
import static kz.intelligentplatforms.partners.platform.identity.Group.PROGRAM_MANAGERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import kz.intelligentplatforms.partners.cases.CaseEventView;
import kz.intelligentplatforms.partners.cases.CaseView;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.platform.engine.TaskRefusal;
import kz.intelligentplatforms.partners.points.EntryKind;
import kz.intelligentplatforms.partners.points.NewEntry;
import kz.intelligentplatforms.partners.points.PointsBalance;
import kz.intelligentplatforms.partners.points.PointsLedger;
import kz.intelligentplatforms.partners.program.Quarter;
import kz.intelligentplatforms.partners.rewards.RedemptionRefused.Reason;
import kz.intelligentplatforms.partners.testing.AtOnce;
import kz.intelligentplatforms.partners.testing.Desk;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Mails;
import kz.intelligentplatforms.partners.testing.Members.Member;
import kz.intelligentplatforms.partners.testing.ProcessCoverage;
import kz.intelligentplatforms.partners.testing.TestClock;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The process with its real model, delegates, database and mail server, to every end. */
class PointsRedemptionProcessIT extends IntegrationTest {

    private static final String REVIEW = "Task_ReviewRedemption";
    private static final String FULFIL = "Task_FulfilRedemption";
    private static final long PRICE = 100;

    @Autowired
    private PointsRedemptionProcess process;

    @Autowired
    private Rewards rewards;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private Cases cases;

    @Autowired
    private Clock clock;

    private Desk desk;
    private Member member;
    private long partner;
    private long reward;

    @BeforeEach
    void aPartnerWithPointsAndAReward() {
        desk = new Desk(engine, people);
        member = members.achieving();
        partner = member.id();
        post(partner, 1_000);
        reward = reward(5);
    }

    @AfterAll
    static void everyPartOfTheModelIsReached() {
        ProcessCoverage.assertComplete("points-redemption");
    }

    @Test
    void whatIsApprovedAndHandedOverIsSpent() {
        var number = request();
        assertThat(number).startsWith("RED-");
        assertThat(caseOf(number).stage()).isEqualTo("REVIEW");
        assertThat(caseOf(number).turn()).isEqualTo(Turn.VENDOR);
        assertThat(caseOf(number).dueAt()).isNotNull();
        assertThat(points()).isEqualTo(new PointsBalance(1_000, 100));
        assertThat(stock()).isEqualTo(4);
        assertThat(cases.ofPartner(partner)).extracting(CaseView::number).containsExactly(number);
        jobs.runDue(number);
        assertThat(lastMail().subject()).contains("получен").contains(number);
        assertThat(lastMail().text()).contains("Ноутбук").contains("100");
        var instance = instanceOf(number);

        answer(number, REVIEW, "APPROVE", "");
        assertThat(caseOf(number).stage()).isEqualTo("FULFILMENT");
        assertThat(points()).isEqualTo(new PointsBalance(1_000, 100));
        jobs.runDue(number);
        assertThat(lastMail().subject()).contains("одобрена");

        answer(number, FULFIL, "APPROVE", "Накладная 17");
        BpmnAwareTests.assertThat(instance).isEnded().hasPassed("EndEvent_RedemptionFulfilled");
        assertThat(points()).isEqualTo(new PointsBalance(900, 0));
        assertThat(stock()).isEqualTo(4);
        assertThat(ledger.entriesOf(partner, 0, 1)).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(EntryKind.REDEMPTION);
            assertThat(entry.points()).isEqualTo(-100);
            assertThat(entry.reference()).isEqualTo(number);
            assertThat(entry.caseNumber()).isEqualTo(number);
            assertThat(entry.quarter()).isEqualTo(Quarter.of(LocalDate.now(clock)));
            assertThat(entry.postedBy()).isEqualTo(people.of(ACCOUNT_MANAGERS));
            assertThat(entry.reason()).isEqualTo("Ноутбук");
        });
        assertThat(caseOf(number).stage()).isEqualTo("FULFILLED");
        assertThat(caseOf(number).isClosed()).isTrue();
        assertThat(eventsOf(number)).containsExactly("APPLIED", "APPROVED", "REWARD_HANDED_OVER");
        jobs.runDue(number);
        assertThat(lastMail().subject()).contains("передана");
        assertThat(lastMail().text()).contains("900");
    }

    @Test
    void whatIsRejectedGivesPointsAndStockBackAndSaysWhy() {
        var number = request();
        var instance = instanceOf(number);
        answer(number, REVIEW, "REJECT", "Уже получали в этом году");

        BpmnAwareTests.assertThat(instance).isEnded().hasPassed("EndEvent_RedemptionRejected");
        assertNothingIsReserved();
        assertThat(caseOf(number).stage()).isEqualTo("REJECTED");
        assertThat(eventsOf(number)).containsExactly("APPLIED", "REJECTED");
        jobs.runDue(number);
        assertThat(lastMail().text()).contains("Уже получали в этом году").contains("100");
        assertThat(ledger.entryCountOf(partner)).isOne();
    }

    @Test
    void whatCannotBeHandedOverGivesPointsAndStockBackAndSaysWhy() {
        var number = request();
        var instance = instanceOf(number);
        answer(number, REVIEW, "APPROVE", "");
        answer(number, FULFIL, "REJECT", "Снят с производства");

        BpmnAwareTests.assertThat(instance).isEnded().hasPassed("EndEvent_RedemptionRejected");
        assertNothingIsReserved();
        assertThat(eventsOf(number)).containsExactly("APPLIED", "APPROVED", "REWARD_NOT_HANDED_OVER");
        assertThat(process.byCaseNumber(number).orElseThrow().reason()).isEqualTo("Снят с производства");
        jobs.runDue(number);
        assertThat(lastMail().text()).contains("Снят с производства");
    }

    @Test
    void aPartnerWithdrawsUntilTheDecision() {
        var number = request();
        var instance = instanceOf(number);
        process.withdraw(partner, number, member.user());
        BpmnAwareTests.assertThat(instance).isEnded().hasPassed("EndEvent_RedemptionWithdrawn");
        assertNothingIsReserved();
        assertThat(caseOf(number).stage()).isEqualTo("WITHDRAWN");
        assertThat(eventsOf(number)).containsExactly("APPLIED", "WITHDRAWN");
        assertRefused(Reason.CASE_MOVED_ON, () -> process.withdraw(partner, number, member.user()));

        var decided = request();
        answer(decided, REVIEW, "APPROVE", "");
        assertRefused(Reason.CASE_MOVED_ON, () -> process.withdraw(partner, decided, member.user()));
        assertThat(caseOf(decided).stage()).isEqualTo("FULFILMENT");
    }

    @Test
    void nobodyWithdrawsWhatAnotherPartnerAskedFor() {
        var number = request();
        var other = members.achieving().id();
        assertRefused(Reason.CASE_MOVED_ON, () -> process.withdraw(other, number, "somebody"));
        assertRefused(Reason.CASE_MOVED_ON, () -> process.withdraw(other, "RED-2026-999999", "somebody"));
        assertThat(caseOf(number).stage()).isEqualTo("REVIEW");
    }

    @Test
    void whoCannotHaveARewardIsToldWhyAndNothingIsReserved() {
        var dear = reward("Станок", 1_001, null);
        assertThatThrownBy(() -> process.request(partner, dear, 1_001, key(), member.user()))
                .isInstanceOfSatisfying(RedemptionRefused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.NOT_ENOUGH_POINTS);
                    assertThat(refused.words()).containsExactly(1_000L);
                });
        var gone = reward(0);
        assertRefused(Reason.SOLD_OUT, () -> process.request(partner, gone, PRICE, key(), member.user()));
        assertRefused(Reason.PRICE_CHANGED, () -> process.request(partner, reward, PRICE - 1, key(), member.user()));
        assertRefused(Reason.NOT_OFFERED, () -> process.request(partner, -1, PRICE, key(), member.user()));
        rewards.offer(reward, false, "program");
        assertRefused(Reason.NOT_OFFERED, this::request);
        rewards.offer(reward, true, "program");
        TestClock.forward(Duration.ofDays(400));
        assertRefused(Reason.NOT_A_MEMBER, this::request);
        assertNothingIsReserved();
        assertThat(cases.ofPartner(partner)).isEmpty();
    }

    @Test
    void theSameFormSentTwiceIsOneCaseAlsoAtOnceAndWithTheLastPoints() {
        var key = key();
        var first = process.request(partner, reward, PRICE, key, member.user());
        assertThat(process.request(partner, reward, PRICE, key, member.user())).isEqualTo(first);
        rewards.offer(reward, false, "program");
        assertThat(process.request(partner, reward, PRICE, key, member.user())).isEqualTo(first);

        var all = reward("Станок", 900, 1);
        var another = key();
        var numbers = AtOnce.run(8, i -> process.request(partner, all, 900, another, member.user()));
        assertThat(numbers).hasSize(8).containsOnly(numbers.get(0));
        assertThat(points()).isEqualTo(new PointsBalance(1_000, 1_000));

        var stranger = members.achieving();
        post(stranger.id(), 100);
        var other = reward(1);
        assertThat(process.request(stranger.id(), other, PRICE, key, stranger.user()))
                .isNotEqualTo(first);
    }

    @Test
    void ofFiftyRequestsAtOnceAsManyWinAsThereArePoints() {
        var plenty = reward("Кружка", PRICE, null);
        var outcomes = AtOnce.run(50, i -> outcomeOf(partner, plenty, member.user()));

        assertThat(outcomes).filteredOn(outcome -> outcome.startsWith("RED-")).hasSize(10);
        assertThat(outcomes).filteredOn("NOT_ENOUGH_POINTS"::equals).hasSize(40);
        assertThat(points()).isEqualTo(new PointsBalance(1_000, 1_000));
        assertThat(points().available()).isZero();
        assertThat(cases.ofPartner(partner)).hasSize(10);
    }

    @Test
    void ofFiftyPartnersAtOnceAsManyWinAsThereAreInStock() {
        var others = IntStream.range(0, 50).mapToObj(i -> members.achieving()).toList();
        others.forEach(other -> post(other.id(), PRICE));
        var outcomes = AtOnce.run(
                50, i -> outcomeOf(others.get(i).id(), reward, others.get(i).user()));

        assertThat(outcomes).filteredOn(outcome -> outcome.startsWith("RED-")).hasSize(5);
        assertThat(outcomes).filteredOn("SOLD_OUT"::equals).hasSize(45);
        assertThat(stock()).isZero();
        assertThat(others)
                .allSatisfy(other ->
                        assertThat(ledger.balanceOf(other.id()).available()).isIn(0L, PRICE));
        assertThat(others.stream()
                        .mapToLong(other -> ledger.balanceOf(other.id()).reserved())
                        .sum())
                .isEqualTo(5 * PRICE);
    }

    @Test
    void requestsAnswersWithdrawalsAndReturnsAtOnceNeverSpendMoreThanThereIs() {
        var plenty = reward("Кружка", PRICE, 50);
        var waiting = IntStream.range(0, 8)
                .mapToObj(i -> process.request(partner, plenty, PRICE, key(), member.user()))
                .toList();
        waiting.subList(0, 4).forEach(number -> answer(number, REVIEW, "APPROVE", ""));
        var manager = people.of(ACCOUNT_MANAGERS);
        AtOnce.run(20, i -> {
            try {
                if (i < 4) {
                    desk.answerAs(
                            manager,
                            ACCOUNT_MANAGERS,
                            desk.task(waiting.get(i), FULFIL).getId(),
                            approval());
                } else if (i < 8) {
                    process.withdraw(partner, waiting.get(i), member.user());
                } else if (i < 10) {
                    post(partner, -250);
                } else {
                    process.request(partner, plenty, PRICE, key(), member.user());
                }
                return "DONE";
            } catch (RedemptionRefused | ProcessEngineException e) {
                return "REFUSED";
            }
        });
        var open = process.ofPartner(partner).stream()
                .filter(RedemptionView::isOpen)
                .toList();
        assertThat(points().reserved()).isEqualTo(open.size() * PRICE);
        assertThat(points().available()).isNotNegative();
        assertThat(ledger.entriesOf(partner, 0, 50))
                .filteredOn(entry -> entry.kind() == EntryKind.REDEMPTION)
                .allSatisfy(entry -> assertThat(entry.balance()).isNotNegative());
        var gone = process.ofPartner(partner).stream()
                .filter(redemption -> redemption.isOpen() || redemption.status() == RedemptionView.Status.FULFILLED)
                .count();
        assertThat(rewards.byId(plenty).orElseThrow().stock()).isEqualTo(50 - (int) gone);
    }

    @Test
    void ofAnAnswerAndAWithdrawalAtTheSameMomentOneCounts() {
        for (int round = 0; round < 5; round++) {
            var number = request();
            var decision = round % 2 == 0 ? "APPROVE" : "REJECT";
            var outcomes = AtOnce.run(2, i -> {
                try {
                    if (i == 0) {
                        process.withdraw(partner, number, member.user());
                    } else {
                        answer(number, REVIEW, decision, "Почему");
                    }
                    return "DONE";
                } catch (RuntimeException | AssertionError e) {
                    return "TOO LATE";
                }
            });
            assertThat(outcomes).containsExactlyInAnyOrder("DONE", "TOO LATE");
            var decided = decision.equals("APPROVE") ? "FULFILMENT" : "REJECTED";
            assertThat(caseOf(number).stage()).isEqualTo(outcomes.get(0).equals("DONE") ? "WITHDRAWN" : decided);
            if (caseOf(number).stage().equals("FULFILMENT")) {
                answer(number, FULFIL, "REJECT", "Почему");
            }
            assertNothingIsReserved();
        }
    }

    @Test
    void ofTwoAnswersAtTheSameMomentOneCountsAndIsNoAnswerToTheNextTask() {
        var number = request();
        var task = desk.task(number, REVIEW).getId();
        var manager = people.of(ACCOUNT_MANAGERS);
        var outcomes = AtOnce.run(4, i -> {
            try {
                desk.answerAs(manager, ACCOUNT_MANAGERS, task, approval());
                return "DONE";
            } catch (RuntimeException e) {
                return "TOO LATE";
            }
        });
        assertThat(outcomes).containsOnlyOnce("DONE");
        assertThat(caseOf(number).stage()).isEqualTo("FULFILMENT");
        assertThat(eventsOf(number)).containsExactly("APPLIED", "APPROVED");
        assertThat(desk.openTasks(number)).containsExactly(FULFIL);
    }

    @Test
    void whatReturnsTookIsNeitherPromisedNorSpent() {
        var first = request();
        var second = request();
        assertThat(form(second, REVIEW)).doesNotContain("Обратите внимание");
        post(partner, -850);
        assertThat(points().available()).isZero();
        answer(first, REVIEW, "APPROVE", "");
        assertAnswerRefused(second, REVIEW, approval());
        assertThat(form(second, REVIEW)).contains("Обратите внимание После возвратов на счёте меньше баллов");

        post(partner, -100);
        assertAnswerRefused(first, FULFIL, approval());
        assertThat(caseOf(first).stage()).isEqualTo("FULFILMENT");
        assertThat(points()).isEqualTo(new PointsBalance(50, 200));
        assertThat(eventsOf(first)).containsExactly("APPLIED", "APPROVED");

        post(partner, 100);
        answer(first, FULFIL, "APPROVE", "");
        answer(second, REVIEW, "REJECT", "Баллов больше нет");
        assertThat(points()).isEqualTo(new PointsBalance(50, 0));
    }

    @Test
    void anAnswerWithoutDecisionOrReasonChangesNothing() {
        var number = request();
        assertAnswerRefused(number, REVIEW, Map.of("comment", "Хорошо"));
        assertAnswerRefused(number, REVIEW, Map.of("decision", "RETURN", "comment", "Хорошо"));
        assertAnswerRefused(number, REVIEW, Map.of("decision", "REJECT"));
        assertAnswerRefused(number, REVIEW, Map.of("decision", "REJECT", "comment", "x".repeat(2001)));
        assertThat(caseOf(number).stage()).isEqualTo("REVIEW");
        answer(number, REVIEW, "APPROVE", "");
        assertAnswerRefused(number, FULFIL, Map.of("decision", "REJECT", "comment", " "));
        assertThat(eventsOf(number)).containsExactly("APPLIED", "APPROVED");
        var task = desk.task(number, FULFIL);
        assertThat(engine.getTaskService().getVariableLocal(task.getId(), "decision"))
                .isNull();
    }

    @Test
    void theManagerSeesWhoAsksForWhatAndThePoints() {
        var number = request();
        assertThat(form(number, REVIEW))
                .contains("Компания " + member.partner().company().name())
                .contains("Награда Ноутбук Баллы 100 Баллы сейчас На счёте 1\u00A0000, зарезервировано 100");
        var local = engine.getTaskService()
                .getVariablesLocal(desk.task(number, REVIEW).getId());
        assertThat(local)
                .containsEntry("companyName", member.partner().company().name());
        assertThat(local)
                .containsEntry("bin", member.partner().company().identity().taxNumber());
    }

    @Test
    void aTaskThatIsDueRemindsTheGroupAndAnOverdueOneLetsTheProgramManagersIn() {
        var manager = people.of(ACCOUNT_MANAGERS);
        var before = Mails.to(manager + "@vendor.example").size();
        var number = request();
        for (var key : List.of(REVIEW, FULFIL)) {
            var due = desk.task(number, key).getDueDate().toInstant();
            TestClock.forward(Duration.between(ClockUtil.getCurrentTime().toInstant(), due)
                    .plusMinutes(1));
            jobs.runDue(number);
            assertThat(Mails.to(manager + "@vendor.example")).hasSize(++before);
            TestClock.forward(Duration.ofDays(30));
            jobs.runDue(number);
            assertThat(engine.getTaskService()
                            .createTaskQuery()
                            .taskId(desk.task(number, key).getId())
                            .taskCandidateGroup(PROGRAM_MANAGERS.id())
                            .taskPriority(90)
                            .count())
                    .isOne();
            answer(number, key, "APPROVE", "");
        }
    }

    @Test
    void aChangedRewardLeavesWhatWasAskedForAsItWas() {
        var unlimited = reward("Кружка", PRICE, null);
        var number = process.request(partner, unlimited, PRICE, key(), member.user());
        rewards.change(
                unlimited,
                rewards.byId(unlimited).orElseThrow().version(),
                new RewardRequest("Термос", "Описание", "", "", "", "", "300", "7"),
                "program");
        var asked = process.byCaseNumber(number).orElseThrow();
        assertThat(asked.title().ru()).isEqualTo("Кружка");
        assertThat(asked.points()).isEqualTo(PRICE);
        answer(number, REVIEW, "REJECT", "Почему");
        assertThat(points()).isEqualTo(new PointsBalance(1_000, 0));
        assertThat(rewards.byId(unlimited).orElseThrow().stock()).isEqualTo(7);
    }

    private String outcomeOf(long who, long what, String user) {
        try {
            return process.request(who, what, PRICE, key(), user);
        } catch (RedemptionRefused refused) {
            return refused.reason().name();
        }
    }

    private String request() {
        return process.request(partner, reward, PRICE, key(), member.user());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private long reward(@Nullable Integer stock) {
        return reward("Ноутбук", PRICE, stock);
    }

    private long reward(String title, long points, @Nullable Integer stock) {
        return rewards.add(
                new RewardRequest(
                        title, "Описание", "", "", "", "", "" + points, stock == null ? "" : stock.toString()),
                "program");
    }

    private void post(long who, long points) {
        members.inTransaction(() -> ledger.post(new NewEntry(
                who, EntryKind.ADJUSTMENT, points, new Quarter(2026, 3), key(), "somebody", null, "Because")));
    }

    private void assertNothingIsReserved() {
        assertThat(points()).isEqualTo(new PointsBalance(1_000, 0));
        assertThat(stock()).isEqualTo(5);
    }

    private PointsBalance points() {
        return ledger.balanceOf(partner);
    }

    private @Nullable Integer stock() {
        return rewards.byId(reward).orElseThrow().stock();
    }

    private void assertRefused(Reason reason, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        RedemptionRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private void assertAnswerRefused(String number, String task, Map<String, Object> answers) {
        assertThatThrownBy(() -> desk.answer(number, task, answers))
                .satisfiesAnyOf(
                        refused -> assertThat(refused).isInstanceOf(TaskRefusal.class),
                        refused -> assertThat(refused).hasRootCauseInstanceOf(TaskRefusal.class));
    }

    private static Map<String, Object> approval() {
        return Map.of("decision", "APPROVE");
    }

    private void answer(String number, String task, String decision, String comment) {
        desk.answer(number, task, Map.of("decision", decision, "comment", comment));
    }

    private String form(String number, String task) {
        return formOf(desk.task(number, task));
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

    private Mails.Received lastMail() {
        return Mails.lastTo(member.email());
    }
}
