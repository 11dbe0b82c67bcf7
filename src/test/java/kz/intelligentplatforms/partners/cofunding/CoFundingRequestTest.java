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
import kz.intelligentplatforms.partners.cofunding.CostLine.LineDecision;
import kz.intelligentplatforms.partners.cofunding.CostLineView.Verdict;
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
            List.of(new CostLine("Зал", new BigDecimal("300000")), new CostLine("Реклама", new BigDecimal("100000"))),
            new BigDecimal("200000"));
    private static final List<BigDecimal> COSTS = List.of(new BigDecimal("300000"), new BigDecimal("100000"));
    private static final ClaimForm CLAIM = new ClaimForm(
            List.of(
                    new ClaimForm.Cost("300 000", "1", DAY.toString()),
                    new ClaimForm.Cost("100 000", "2", DAY.toString())),
            "200 000",
            "Пришли 42 человека.");
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

        request.pay();

        assertThat(request.view().paid()).isEqualByComparingTo("200000");
    }

    @TestFactory
    Stream<DynamicTest> beforeItIsApprovedThereIsNothingToReserveClaimOrPay() {
        return refused(Map.of(
                "authorize", () -> proposed().authorize("finance"),
                "queue", () -> proposed().queue(Instant.EPOCH),
                "reserve", () -> proposed().reserve(DAY),
                "askForChange", () -> proposed().askForChange(DAY, DAY, "Зал занят"),
                "extend", () -> proposed().extend(DAY),
                "claim", () -> proposed().claim(CLAIM),
                "acceptClaim", () -> proposed().acceptClaim(ACCEPTED, false, "marketing"),
                "refuseClaim", () -> proposed().refuseClaim("Нет счетов", "marketing"),
                "appeal", () -> proposed().appeal("Счета были"),
                "pay", () -> proposed().pay()));
    }

    @TestFactory
    Stream<DynamicTest> onceMoneyIsReservedItIsNotDecidedAgain() {
        return refused(Map.of(
                "propose", () -> reserved().propose(PLAN),
                "accept", () -> reserved().accept(terms()),
                "approve", () -> reserved().approve(COSTS, "marketing"),
                "reserve", () -> reserved().reserve(DAY),
                "returnClaim", () -> reserved().returnClaim(DAY, "Нет счетов"),
                "authorizeClaim", () -> reserved().authorizeClaim("finance"),
                "appeal", () -> reserved().appeal("Счета были"),
                "pay", () -> reserved().pay()));
    }

    @TestFactory
    Stream<DynamicTest> onceItIsPaidItStaysSo() {
        return refused(Map.of(
                "pay", () -> paid().pay(),
                "end", () -> paid().end("Отменено"),
                "claim", () -> paid().claim(CLAIM),
                "returnClaim", () -> paid().returnClaim(DAY, "Нет счетов"),
                "acceptClaim", () -> paid().acceptClaim(ACCEPTED, false, "marketing"),
                "refuseClaim", () -> paid().refuseClaim("Нет счетов", "marketing"),
                "authorizeClaim", () -> paid().authorizeClaim("finance"),
                "decideAgainst", () -> paid().decideAgainst("Нет счетов")));
    }

    @Test
    void aTermIsExtendedOnce() {
        var request = reserved();
        request.extend(DAY.plusDays(60));

        assertThatIllegalStateException().isThrownBy(() -> request.extend(DAY.plusDays(90)));
    }

    @Test
    void aRefusalIsAppealedOnce() {
        var request = reserved();
        request.claim(CLAIM);
        request.refuseClaim("Нет счетов", "marketing");
        request.appeal("Счета были");

        assertThatIllegalStateException().isThrownBy(() -> request.appeal("Счета были"));
    }

    private static Stream<DynamicTest> refused(Map<String, Runnable> steps) {
        return steps.entrySet().stream()
                .map(step -> DynamicTest.dynamicTest(
                        step.getKey(), () -> assertThatIllegalStateException().isThrownBy(step.getValue()::run)));
    }

    private static CoFundingRequest proposed() {
        var request = new CoFundingRequest("COF-2026-000001", 1, PLAN, "partner", Instant.EPOCH);
        request.accept(terms());
        return request;
    }

    private static CoFundingRequest reserved() {
        var request = proposed();
        request.approve(COSTS, "marketing");
        request.reserve(DAY);
        return request;
    }

    private static CoFundingRequest accepted() {
        var request = reserved();
        request.claim(CLAIM);
        request.acceptClaim(ACCEPTED, false, "marketing");
        return request;
    }

    private static CoFundingRequest paid() {
        var request = accepted();
        request.pay();
        return request;
    }

    private static CoFundingTerms terms() {
        return new CoFundingTerms(
                new BigDecimal("0.5"), new BigDecimal("5000000"), new BigDecimal("1000000"), 14, 30, Set.of());
    }
}
