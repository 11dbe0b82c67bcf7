package kz.intelligentplatforms.partners.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import kz.intelligentplatforms.partners.points.Rates.Band;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointsSummaryTest {

    private static final Band LOW = new Band(BigDecimal.ZERO, new BigDecimal("0.02"));
    private static final Band HIGH = new Band(new BigDecimal("3000000"), new BigDecimal("0.04"));

    @ParameterizedTest
    @CsvSource({
        "WHOLE_SUM, 2000000, 0.02, 1000000, 40000",
        "WHOLE_SUM, 3000000, 0.02, 0, 60000",
        "WHOLE_SUM, 3000000.01, 0.04, 0, 120000",
        "WHOLE_SUM, -100, 0.02, 3000100, -2",
        "MARGINAL, 3500000, 0.04, 0, 80000"
    })
    void rateWayToTheNextAndWhatIsExpected(
            Calculation calculation, BigDecimal purchases, BigDecimal rate, BigDecimal toNext, long expected) {
        var summary = summary(calculation, purchases, true, 0);
        assertThat(summary.rate()).isEqualByComparingTo(rate);
        assertThat(summary.toNext()).isEqualByComparingTo(toNext);
        assertThat(summary.expected()).isEqualTo(expected);
    }

    @Test
    void whatWasPostedIsNotExpectedAgain() {
        assertThat(summary(Calculation.WHOLE_SUM, new BigDecimal("2900000"), true, 140_000)
                        .expected())
                .isEqualTo(-82_000);
    }

    @Test
    void aLevelThatGivesNoPointsExpectsNone() {
        assertThat(summary(Calculation.WHOLE_SUM, new BigDecimal("2900000"), false, 0)
                        .expected())
                .isZero();
    }

    private static PointsSummary summary(Calculation calculation, BigDecimal purchases, boolean accrues, long posted) {
        var rates =
                new Rates(total -> total.compareTo(HIGH.above()) > 0 ? List.of(LOW, HIGH) : List.of(LOW), calculation);
        return new PointsSummary(new PointsBalance(0, 0), 2026, purchases, rates, accrues, posted);
    }
}
