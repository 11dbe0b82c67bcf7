package kz.intelligentplatforms.partners.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import kz.intelligentplatforms.partners.points.Rates.Band;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked figures of program.md, and what lies around the threshold, with the table that is deployed. */
class RatesTest {

    private static final Rates WHOLE_SUM = ShippedRates.of(Calculation.WHOLE_SUM);
    private static final Rates MARGINAL = ShippedRates.of(Calculation.MARGINAL);

    @ParameterizedTest
    @CsvSource({
        "0.00,0,0",
        "0.01,0,0",
        "49.99,0,0",
        "50.00,1,1",
        "2000000.00,40000,40000",
        "2900000.00,58000,58000",
        "3000000.00,60000,60000",
        "3000000.01,120000,60000",
        "3000025.00,120001,60001",
        "3500000.00,140000,80000",
        "9999999999999.99,399999999999,399999939999",
        "-0.01,-1,-1",
        "-100000.00,-2000,-2000"
    })
    void pointsOfATotal(BigDecimal total, long wholeSum, long marginal) {
        assertThat(WHOLE_SUM.entitlement(total)).isEqualTo(wholeSum);
        assertThat(MARGINAL.entitlement(total)).isEqualTo(marginal);
    }

    @Test
    void theRateIsTheHighestReachedAndTheNextOneIsKnown() {
        assertThat(WHOLE_SUM.rate(new BigDecimal("3000000.00"))).isEqualByComparingTo("0.02");
        assertThat(WHOLE_SUM.rate(new BigDecimal("3000000.01"))).isEqualByComparingTo("0.04");
        assertThat(WHOLE_SUM.next(BigDecimal.ZERO).map(Band::above))
                .hasValueSatisfying(above -> assertThat(above).isEqualByComparingTo("3000000"));
        assertThat(WHOLE_SUM.next(new BigDecimal("3000001"))).isEmpty();
        assertThat(WHOLE_SUM.bands()).hasSize(2);
    }
}
