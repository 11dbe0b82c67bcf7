package kz.intelligentplatforms.partners.cofunding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.cofunding.ClaimLine.LineDecision;
import kz.intelligentplatforms.partners.cofunding.CostLineView.Verdict;
import kz.intelligentplatforms.partners.cofunding.MarketingReturn.Cause;
import kz.intelligentplatforms.partners.program.Activity;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Nothing is done to a request that does not follow from where it stands. */
class CoFundingRequestTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 15);
    private static final CoFundingPlan PLAN = new CoFundingPlan(
            Activity.EVENT,
            "День открытых дверей",
            "Показываем оборудование.",
            "Караганда",
            DAY,
            DAY,
            "Инженеры",
            40,
            new BigDecimal("200000"));
    private static final List<BigDecimal> COSTS = List.of(new BigDecimal("300000"), new BigDecimal("100000"));
    private static final List<LineDecision> ACCEPTED = COSTS.stream()
            .map(cost -> new LineDecision(Verdict.ACCEPTED, cost, ""))
            .toList();

    @Test
    void theVendorPaysItsShareOfWhatIsAccepted() {
        var request = proposed();

        request.approve(List.of(new BigDecimal("300000"), BigDecimal.ZERO), "marketing");

        assertThat(request.approved()).isEqualByComparingTo("150000");
    }

    @Test
    void aRequestGoesFromItsProposalToItsPayment() {
        var request = accepted();

        request.claim().pay();

        assertThat(request.view().paid()).isEqualByComparingTo("200000");
    }

    @TestFactory
    Stream<DynamicTest> beforeItIsApprovedThereIsNothingToReserveClaimOrPay() {
        return refused(Map.of(
                "authorize", () -> proposed().authorize("finance"),
                "queue", () -> proposed().queue(Instant.EPOCH),
                "leaveQueue", () -> proposed().leaveQueue(),
                "reserve", () -> proposed().reserve(DAY),
                "askForChange", () -> proposed().askForChange(DAY, DAY, "Зал занят"),
                "extend", () -> proposed().extend(DAY),
                "claim", () -> claim(proposed()),
                "accept the claim", () -> proposed().claim().accept(ACCEPTED, false, "marketing"),
                "pay", () -> proposed().claim().pay()));
    }

    @TestFactory
    Stream<DynamicTest> onceMoneyIsReservedItIsNotDecidedAgain() {
        return refused(Map.of(
                "propose", () -> reserved().propose(PLAN, budget()),
                "accept", () -> reserved().accept(terms()),
                "approve", () -> reserved().approve(COSTS, "marketing"),
                "reserve", () -> reserved().reserve(DAY),
                "change", () -> reserved().change(),
                "leaveQueue", () -> reserved().leaveQueue(),
                "giveBack", () -> reserved().claim().giveBack(DAY, "Нет счетов"),
                "refuse", () -> reserved().claim().refuse("Нет счетов", "marketing"),
                "pay", () -> reserved().claim().pay()));
    }

    @TestFactory
    Stream<DynamicTest> onceItIsPaidItStaysSo() {
        return refused(Map.of(
                "pay", () -> paid().claim().pay(),
                "end", () -> paid().end("Отменено"),
                "extend", () -> paid().extend(DAY),
                "claim", () -> claim(paid()),
                "giveBack", () -> paid().claim().giveBack(DAY, "Нет счетов"),
                "accept the claim", () -> paid().claim().accept(ACCEPTED, false, "marketing"),
                "refuse", () -> paid().claim().refuse("Нет счетов", "marketing"),
                "authorize", () -> paid().claim().authorize("finance"),
                "decideAgainst", () -> paid().decideAgainst("Нет счетов")));
    }

    @Test
    void aTermIsExtendedOnce() {
        var request = reserved();
        request.extend(DAY.plusDays(60));

        assertThatIllegalStateException().isThrownBy(() -> request.extend(DAY.plusDays(90)));
    }

    @TestFactory
    Stream<DynamicTest> aClaimThatWasSentIsDecidedFirst() {
        return refused(Map.of(
                "claim", () -> claim(claimed()),
                "extend", () -> claimed().extend(DAY),
                "authorize", () -> claimed().claim().authorize("finance"),
                "sendBack", () -> claimed().claim().sendBack("Почему два счёта?"),
                "appeal", () -> claimed().claim().appeal("Счета были"),
                "dismissAppeal", () -> claimed().claim().dismissAppeal("Счетов не было"),
                "pay", () -> claimed().claim().pay()));
    }

    @TestFactory
    Stream<DynamicTest> aSuspiciousClaimIsNotPaidBeforeFinanceAgrees() {
        return refused(Map.of(
                "claim", () -> claim(suspicious()),
                "giveBack", () -> suspicious().claim().giveBack(DAY, "Нет счетов"),
                "accept the claim", () -> suspicious().claim().accept(ACCEPTED, false, "marketing"),
                "pay", () -> suspicious().claim().pay()));
    }

    @Test
    void financeAgreesToASuspiciousClaim() {
        var request = suspicious();
        request.claim().authorize("finance");
        request.claim().pay();

        assertThat(request.view().paid()).isEqualByComparingTo("200000");
        assertThat(request.view().deciders()).containsExactlyInAnyOrder("marketing", "finance");
    }

    @Test
    void aClaimThatFinanceSentBackIsDecidedAnew() {
        var request = suspicious();
        request.claim().sendBack("Почему два счёта?");
        assertThat(request.view().returned()).isEqualTo(new MarketingReturn(Cause.FINANCE, "Почему два счёта?"));

        request.claim().giveBack(DAY.plusDays(90), "Объясните второй счёт.");
        var view = request.view();
        assertThat(view.returned()).isNull();
        assertThat(view.decisionReason()).isEqualTo("Объясните второй счёт.");
        assertThat(view.claimDueOn()).isEqualTo(DAY.plusDays(90));
        assertThat(view.payable()).isNull();

        claim(request);
        assertThat(request.view().lines()).allMatch(line -> line.verdict() == null);
        assertThat(request.view().decisionReason()).isNull();
    }

    @Test
    void aRefusalIsAppealedOnce() {
        var request = claimed();
        request.claim().refuse("Нет счетов", "marketing");
        request.claim().appeal("Счета были");
        request.claim().dismissAppeal("Счетов не было");

        assertThatIllegalStateException().isThrownBy(() -> request.claim().appeal("Счета были"));
        assertThat(request.view().decisionReason()).isEqualTo("Счетов не было");
    }

    @Test
    void afterAnAppealFinanceDoesNotSendTheClaimBackToWhoeverRefusedIt() {
        var request = claimed();
        request.claim().refuse("Нет счетов", "marketing");
        request.claim().appeal("Счета были");
        request.claim().accept(ACCEPTED, true, "manager");

        assertThatIllegalStateException().isThrownBy(() -> request.claim().sendBack("Почему два счёта?"));
    }

    private static Stream<DynamicTest> refused(Map<String, Runnable> steps) {
        return steps.entrySet().stream()
                .map(step -> DynamicTest.dynamicTest(
                        step.getKey(), () -> assertThatIllegalStateException().isThrownBy(step.getValue()::run)));
    }

    private static List<CostLine> budget() {
        return List.of(
                new CostLine("Зал", new BigDecimal("300000")), new CostLine("Реклама", new BigDecimal("100000")));
    }

    private static CoFundingRequest proposed() {
        var request = new CoFundingRequest("COF-2026-000001", 1, PLAN, budget(), "partner", Instant.EPOCH);
        request.accept(terms());
        return request;
    }

    private static CoFundingRequest reserved() {
        var request = proposed();
        request.approve(COSTS, "marketing");
        request.reserve(DAY);
        return request;
    }

    private static void claim(CoFundingRequest request) {
        request.claim(
                new BigDecimal("200000"),
                "Пришли 42 человека.",
                List.of(
                        new ClaimLine(new BigDecimal("300000"), "1", DAY),
                        new ClaimLine(new BigDecimal("100000"), "2", DAY)));
    }

    private static CoFundingRequest claimed() {
        var request = reserved();
        claim(request);
        return request;
    }

    private static CoFundingRequest suspicious() {
        var request = claimed();
        request.claim().accept(ACCEPTED, true, "marketing");
        return request;
    }

    private static CoFundingRequest accepted() {
        var request = claimed();
        request.claim().accept(ACCEPTED, false, "marketing");
        return request;
    }

    private static CoFundingRequest paid() {
        var request = accepted();
        request.claim().pay();
        return request;
    }

    private static CoFundingTerms terms() {
        return new CoFundingTerms(
                new BigDecimal("0.5"), new BigDecimal("5000000"), new BigDecimal("1000000"), 14, 30, Set.of());
    }
}
