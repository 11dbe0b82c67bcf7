package kz.intelligentplatforms.partners.cofunding;

import static kz.intelligentplatforms.partners.testing.CoFunding.AUTHORIZE;
import static kz.intelligentplatforms.partners.testing.CoFunding.AUTHORIZE_CLAIM;
import static kz.intelligentplatforms.partners.testing.CoFunding.DECIDE_APPEAL;
import static kz.intelligentplatforms.partners.testing.CoFunding.REVIEW;
import static kz.intelligentplatforms.partners.testing.CoFunding.REVIEW_CHANGE;
import static kz.intelligentplatforms.partners.testing.CoFunding.REVIEW_CLAIM;
import static kz.intelligentplatforms.partners.testing.CoFunding.key;
import static kz.intelligentplatforms.partners.testing.CoFunding.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import kz.intelligentplatforms.partners.funds.Budgets;
import kz.intelligentplatforms.partners.funds.FundEntries;
import kz.intelligentplatforms.partners.funds.FundEntryKind;
import kz.intelligentplatforms.partners.funds.FundTooSmall;
import kz.intelligentplatforms.partners.funds.FundView;
import kz.intelligentplatforms.partners.program.Activity;
import kz.intelligentplatforms.partners.testing.CoFunding;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Members.Member;
import kz.intelligentplatforms.partners.testing.TestClock;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Random lives of several requests that share their funds: decisions, changes, claims, appeals, payments, silence, and finance that
 * moves the budget up and down, in any order that is possible. Beside them runs a model of a few lines; after each step the money
 * rule holds, and ledger, funds, cases and model say the same. A seed that fails fails again.
 */
class CoFundingModelIT extends IntegrationTest {

    private static final int STEPS = 70;
    private static final int LONGEST_DAYS = 300;
    private static final Activity EXHIBITION = Activity.EXHIBITION;
    private static final Set<Stage> HOLDING = Set.of(
            Stage.APPROVED,
            Stage.CHANGE,
            Stage.PROOF,
            Stage.CLAIM,
            Stage.CLAIM_AUTHORIZATION,
            Stage.APPEAL,
            Stage.APPEAL_REVIEW,
            Stage.SETTLEMENT);

    private static final Set<Stage> SEEN = EnumSet.noneOf(Stage.class);

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

    /** What should be of a request's money, from what was decided on it alone. */
    private static final class Expected {
        private BigDecimal approved = BigDecimal.ZERO;
        private BigDecimal claimed = BigDecimal.ZERO;
        private BigDecimal payable = BigDecimal.ZERO;
        private boolean appealed;
    }

    private Random random = new Random();
    private Member member;
    private int daysGone;
    private final Map<String, Expected> requests = new LinkedHashMap<>();
    private final Set<String> done = new HashSet<>();

    /** The funds when the test began, as other tests left them; what finance did since then is added to {@code allocated}. */
    private final Map<Long, FundView> before = new HashMap<>();

    private final Map<Long, BigDecimal> allocated = new HashMap<>();

    @BeforeEach
    void aPartner() {
        member = funding.partner();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theMoneyRuleHoldsAndLedgerFundsAndCasesAgree(long seed) {
        random = new Random(seed);
        int year = funding.today().getYear();
        for (var fund :
                List.of(funding.leave(EXHIBITION, year, "3300000"), funding.leave(EXHIBITION, year + 1, "3300000"))) {
            before.put(fund.id(), fund);
            allocated.put(fund.id(), fund.allocated());
        }
        for (int step = 0; step < STEPS; step++) {
            var what = step();
            runDue();
            // What a release wakes goes on by itself, a moment later; here at once.
            queue.wake();
            runDue();
            check("seed " + seed + ", step " + step + ": " + what);
        }
    }

    /** What is due of all requests but those that were closed, and had nothing left to do, before. */
    private void runDue() {
        requests.keySet().stream().filter(number -> !done.contains(number)).forEach(number -> {
            jobs.runDue(number);
            if (funding.caseOf(number).isClosed()) {
                done.add(number);
            }
        });
    }

    /** A test of random steps that never get far would hold nothing. */
    @AfterAll
    static void theLivesTogetherHaveSeenEveryStage() {
        assertThat(SEEN)
                .contains(
                        Stage.AUTHORIZATION,
                        Stage.CHANGE,
                        Stage.PROOF,
                        Stage.CLAIM,
                        Stage.SETTLEMENT,
                        Stage.PAID,
                        Stage.REJECTED,
                        Stage.CANCELLED);
    }

    private String step() {
        int dice = random.nextInt(20);
        var open = requests.keySet().stream()
                .filter(number -> !funding.caseOf(number).isClosed())
                .toList();
        if (dice == 0 || open.size() < 3) {
            return submit();
        }
        if (dice == 1) {
            return moveBudget();
        }
        if (dice == 2 && daysGone < LONGEST_DAYS) {
            int days = 1 + random.nextInt(25);
            daysGone += days;
            TestClock.forward(Duration.ofDays(days));
            return days + " days go by";
        }
        var number = any(open);
        var stage = funding.stageOf(number);
        if (dice == 3) {
            return stopIt(number, stage);
        }
        act(number, stage, Objects.requireNonNull(requests.get(number)));
        return number + " was in " + stage;
    }

    private String submit() {
        boolean large = random.nextBoolean();
        var day = funding.today().plusDays(46 + random.nextInt(10));
        var number = funding.submit(
                member,
                large
                        ? funding.proposal(EXHIBITION, day, "1100000", "1200000", "700000", "300000.01")
                        : funding.proposal(EXHIBITION, day, "600000", "600000", "400000", "200000"));
        requests.put(number, new Expected());
        return number + " is asked for";
    }

    private String moveBudget() {
        long id = any(before.keySet().stream().sorted().toList());
        var fund = budgets.byId(id).orElseThrow();
        var change = BigDecimal.valueOf((random.nextInt(40) - 15) * 100_000L, 0).setScale(2);
        if (change.signum() == 0) {
            return "nothing";
        }
        if (fund.available().add(change).signum() < 0) {
            assertThatThrownBy(() -> budgets.adjust(id, change, "Проверка", key(), "finance"))
                    .isInstanceOf(FundTooSmall.class);
            return "finance could not take " + change;
        }
        budgets.adjust(id, change, "Проверка", key(), "finance");
        allocated.merge(id, change, BigDecimal::add);
        return "finance moved " + change;
    }

    /** The partner or a manager puts an end to it, where they may; elsewhere they are told that they may not. */
    private String stopIt(String number, Stage stage) {
        var ways = List.<Runnable>of(
                () -> process.withdraw(number, member.user()),
                () -> process.cancelByPartner(number, "Передумали", member.user()),
                () -> process.cancel(number, "Отмена", "marketing"));
        var allowed = List.of(stage.isWithdrawable(), stage.isCancellableByPartner(), stage.isCancellable());
        int way = random.nextInt(3);
        if (allowed.get(way)) {
            ways.get(way).run();
            assertThat(funding.stageOf(number)).isEqualTo(way == 2 ? Stage.CANCELLED : Stage.WITHDRAWN);
        } else {
            assertThatThrownBy(ways.get(way)::run).isInstanceOf(CoFundingRefused.class);
            assertThat(funding.stageOf(number)).isEqualTo(stage);
        }
        return number + " was to be stopped in " + stage;
    }

    private void act(String number, Stage stage, Expected expected) {
        switch (stage) {
            case REVIEW -> review(number, expected);
            case AUTHORIZATION ->
                funding.answer(
                        number,
                        AUTHORIZE,
                        hasBegun(number) ? any(List.of("RETURN", "REJECT")) : decision(),
                        "Замечание");
            case CORRECTION -> correct(number, expected);
            case APPROVED -> waitForTheEvent(number);
            case CHANGE -> changed(number);
            case PROOF -> claim(number, expected);
            case CLAIM -> reviewClaim(number, REVIEW_CLAIM, decision(), expected);
            case CLAIM_AUTHORIZATION ->
                funding.answer(
                        number,
                        AUTHORIZE_CLAIM,
                        expected.appealed ? any(List.of("APPROVE", "REJECT")) : decision(),
                        "Замечание");
            case APPEAL -> appeal(number, expected);
            case APPEAL_REVIEW ->
                reviewClaim(number, DECIDE_APPEAL, random.nextBoolean() ? "APPROVE" : "REJECT", expected);
            case SETTLEMENT -> {
                funding.settle(number);
                assertThat(funding.stageOf(number)).isEqualTo(Stage.PAID);
            }
            case QUEUE -> assertThat(funding.desk().openTasks(number)).isEmpty();
            default -> throw new AssertionError(number + " rests in " + stage);
        }
    }

    /** Then it cannot be approved any more. */
    private boolean hasBegun(String number) {
        return !funding.view(number).startsOn().isAfter(funding.today());
    }

    private String decision() {
        return any(List.of("APPROVE", "APPROVE", "APPROVE", "APPROVE", "RETURN", "REJECT"));
    }

    private void review(String number, Expected expected) {
        var view = funding.view(number);
        boolean ranShort = funding.eventsOf(number).contains("CO_FUNDING_SHORT") && view.returned() != null;
        switch (hasBegun(number) ? random.nextInt(2) : random.nextInt(8)) {
            case 0 -> funding.answer(number, REVIEW, "REJECT", "Нет");
            case 1 -> funding.answer(number, REVIEW, "RETURN", "Уточните");
            case 2, 3 -> {
                var least = view.lines().get(0).cost().subtract(BigDecimal.valueOf(1 + random.nextInt(100_000)));
                funding.desk()
                        .answer(
                                number,
                                REVIEW,
                                Map.of("decision", "CHANGE", "comment", "Меньше", "approved1", least.doubleValue()));
                var costs = view.total().subtract(view.lines().get(0).cost()).add(least);
                expected.approved = view.shareOf(costs);
            }
            default -> {
                if (ranShort && random.nextBoolean()) {
                    try {
                        funding.answer(number, REVIEW, "QUEUE", "Ждём");
                    } catch (ProcessEngineException refused) {
                        // It came back from finance, not from the fund.
                        assertThat(funding.stageOf(number)).isEqualTo(Stage.REVIEW);
                    }
                } else {
                    funding.answer(number, REVIEW, "APPROVE", "");
                    expected.approved = view.asked();
                }
            }
        }
    }

    private void correct(String number, Expected expected) {
        process.correct(number, CoFundingRequestForm.of(funding.view(number)), member.user());
        expected.approved = BigDecimal.ZERO;
        assertThat(funding.stageOf(number)).isIn(Stage.REVIEW, Stage.INELIGIBLE);
    }

    private void waitForTheEvent(String number) {
        long days =
                ChronoUnit.DAYS.between(funding.today(), funding.view(number).endsOn()) + 1;
        if (random.nextInt(4) == 0 || daysGone + days > LONGEST_DAYS) {
            reportChange(number);
        } else {
            daysGone += (int) days;
            TestClock.forward(Duration.ofDays(days));
        }
    }

    private void reportChange(String number) {
        var day = funding.view(number).startsOn().plusDays(1);
        process.reportChange(number, day, day.plusDays(random.nextInt(3)), "Зал занят", member.user());
        assertThat(funding.stageOf(number)).isEqualTo(Stage.CHANGE);
    }

    private void changed(String number) {
        boolean tooLate =
                !Objects.requireNonNull(funding.view(number).newStartsOn()).isAfter(funding.today());
        boolean approve = !tooLate && random.nextBoolean();
        funding.answer(number, REVIEW_CHANGE, approve ? "APPROVE" : "REJECT", "Решено");
        assertThat(funding.stageOf(number)).isEqualTo(Stage.APPROVED);
    }

    private void claim(String number, Expected expected) {
        if (random.nextInt(4) == 0 && !funding.view(number).extended()) {
            process.extend(
                    number,
                    Objects.requireNonNull(funding.view(number).claimDueOn()).plusDays(10),
                    "marketing");
            return;
        }
        if (funding.view(number).claimed() == null) {
            funding.prove(member, number);
        }
        var claimed = random.nextBoolean() ? expected.approved : expected.approved.subtract(sum("1000.50"));
        funding.claim(member, number, funding.claim(number, claimed.toPlainString()));
        expected.claimed = claimed;
        assertThat(funding.stageOf(number)).isEqualTo(Stage.CLAIM);
    }

    private void reviewClaim(String number, String task, String decision, Expected expected) {
        if (!decision.equals("APPROVE")) {
            funding.answer(number, task, decision, "Замечание");
            return;
        }
        var lines = funding.view(number).lines();
        var verdicts = new ArrayList<String>();
        var accepted = BigDecimal.ZERO;
        for (int line = 0; line < lines.size(); line++) {
            var counted = lines.get(line)
                    .counted(Objects.requireNonNull(lines.get(line).spent()));
            // The first is always accepted, so that something is left to pay.
            switch (line == 0 ? 0 : random.nextInt(3)) {
                case 0 -> {
                    verdicts.add("ACCEPTED");
                    accepted = accepted.add(counted);
                }
                case 1 -> {
                    verdicts.add("CHANGED 1000.5");
                    accepted = accepted.add(sum("1000.5"));
                }
                default -> verdicts.add("DENIED");
            }
        }
        expected.payable = funding.view(number).shareOf(accepted).min(expected.claimed);
        funding.desk().answer(number, task, funding.acceptance(verdicts.toArray(String[]::new)));
        assertThat(funding.stageOf(number)).isIn(Stage.SETTLEMENT, Stage.CLAIM_AUTHORIZATION);
    }

    private void appeal(String number, Expected expected) {
        assertThat(expected.appealed).isFalse();
        process.appeal(number, "Не согласны", member.user());
        expected.appealed = true;
    }

    private void check(String when) {
        Map<Long, BigDecimal> held = new HashMap<>();
        Map<Long, BigDecimal> paid = new HashMap<>();
        requests.forEach((number, expected) -> {
            var stage = funding.stageOf(number);
            SEEN.add(stage);
            var holds = BigDecimal.ZERO;
            for (var entry : entries.ofCase(number)) {
                var amount = entry.kind() == FundEntryKind.RESERVED
                        ? entry.amount()
                        : entry.amount().negate();
                holds = holds.add(amount);
                held.merge(entry.fundId(), amount, BigDecimal::add);
                if (entry.kind() == FundEntryKind.PAID) {
                    paid.merge(entry.fundId(), entry.amount(), BigDecimal::add);
                }
            }
            assertThat(holds)
                    .as(when + ": held by " + number + " in " + stage)
                    .isEqualByComparingTo(HOLDING.contains(stage) ? expected.approved : BigDecimal.ZERO);
            var view = funding.view(number);
            assertThat(Objects.requireNonNullElse(view.paid(), BigDecimal.ZERO))
                    .as(when + ": paid to " + number)
                    .isEqualByComparingTo(stage == Stage.PAID ? expected.payable : BigDecimal.ZERO);
            if (HOLDING.contains(stage)) {
                assertThat(view.approved()).as(when).isEqualByComparingTo(expected.approved);
            }
        });
        before.forEach((id, first) -> {
            var fund = budgets.byId(id).orElseThrow();
            assertThat(fund.available().signum()).as(when + ": the money rule").isNotNegative();
            assertThat(fund.allocated()).as(when + ": allocated").isEqualByComparingTo(allocated.get(id));
            assertThat(fund.reserved().subtract(first.reserved()))
                    .as(when + ": reserved")
                    .isEqualByComparingTo(held.getOrDefault(id, BigDecimal.ZERO));
            assertThat(fund.paid().subtract(first.paid()))
                    .as(when + ": paid")
                    .isEqualByComparingTo(paid.getOrDefault(id, BigDecimal.ZERO));
            var last = entries.list(new FundEntries.Filter(fund.year(), id, Set.of(), null), 0, 1)
                    .get(0);
            assertThat(List.of(last.allocated(), last.reserved(), last.paid()))
                    .as(when + ": the last entry says what the fund says")
                    .containsExactly(fund.allocated(), fund.reserved(), fund.paid());
        });
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
