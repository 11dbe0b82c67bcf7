package kz.intelligentplatforms.partners.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code co-funding-rules.dmn} as it is shipped: the conditions of every activity, and the levels they are for. */
class CoFundingRulesTest {

    private static final DecisionTable RULES = new DecisionTable("co-funding-rules");
    private static final DecisionTable BENEFITS = new DecisionTable("tier-benefits");

    @ParameterizedTest
    @CsvSource({
        "EVENT, 0.5, 3000000, 1000000, 21, 30, 'INVOICE,PHOTOS,PARTICIPANTS,REPORT'",
        "EXHIBITION, 0.5, 5000000, 1000000, 45, 30, 'INVOICE,PHOTOS,REPORT'",
        "ADVERTISING, 0.5, 2000000, 1000000, 14, 30, 'INVOICE,PUBLICATION'",
        "WEBINAR, 0.5, 500000, 1000000, 7, 30, 'INVOICE,PARTICIPANTS,REPORT'",
        "PRINT, 0.5, 1000000, 1000000, 14, 30, 'INVOICE,PUBLICATION'",
        "OTHER, 0.3, 500000, 300000, 21, 30, 'INVOICE,REPORT'"
    })
    void everyActivityHasItsConditionsOnBothLevels(
            String activity,
            double maxShare,
            double maxAmount,
            double financeAbove,
            int daysBefore,
            int claimDays,
            String proofs) {
        var conditions = Map.of(
                "maxShare", maxShare,
                "maxAmount", maxAmount,
                "financeAbove", financeAbove,
                "daysBefore", daysBefore,
                "claimDays", claimDays,
                "proofs", proofs);

        assertThat(RULES.rows(inputs("CORPORATE_RESELLER", activity)))
                .singleElement()
                .isEqualTo(conditions);
        assertThat(RULES.rows(inputs("SOLUTION_PROVIDER", activity)))
                .singleElement()
                .isEqualTo(conditions);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "PRIMARY_RESELLER, EVENT",
                "PROFESSIONAL_RESELLER, EXHIBITION",
                "GOLD, EVENT",
                "CORPORATE_RESELLER, PARTY",
                "CORPORATE_RESELLER, GENERAL",
                "CORPORATE_RESELLER, null",
                "null, EVENT",
                "null, null"
            },
            nullValues = "null")
    void nothingElseIsFunded(String tier, String activity) {
        assertThat(RULES.rows(inputs(tier, activity))).isEmpty();
    }

    /** Two tables say who is funded; they must not drift apart. */
    @ParameterizedTest
    @EnumSource(Tier.class)
    void theLevelsAreThoseWithTheBenefit(Tier tier) {
        var benefits = BENEFITS.trueColumns(Map.of("tier", tier.name(), "service", false), Benefit.values().length);

        assertThat(RULES.rows(inputs(tier.name(), "EVENT"))).hasSize(benefits.contains("marketingCoFunding") ? 1 : 0);
    }

    private static Map<String, Object> inputs(String tier, String activity) {
        var inputs = new HashMap<String, Object>();
        inputs.put("tier", tier);
        inputs.put("activity", activity);
        return inputs;
    }
}
