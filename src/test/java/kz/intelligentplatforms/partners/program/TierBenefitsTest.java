package kz.intelligentplatforms.partners.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code tier-benefits.dmn} against the source's table (program.md, "Levels", and reading 2: every level accrues points). */
class TierBenefitsTest {

    private static final DecisionTable TABLE = new DecisionTable("tier-benefits");

    @ParameterizedTest
    @CsvSource({
        "PRIMARY_RESELLER, false, pointsProgram",
        "PROFESSIONAL_RESELLER, false, pointsProgram partnerDirectory specialSupplyTerms jointExhibitions",
        "CORPORATE_RESELLER, false,"
                + " pointsProgram partnerDirectory specialSupplyTerms marketingCoFunding demoEquipment distanceLearning",
        "SOLUTION_PROVIDER, false, pointsProgram partnerDirectory specialSupplyTerms marketingCoFunding",
        "PROFESSIONAL_RESELLER, true, pointsProgram partnerDirectory specialSupplyTerms jointExhibitions"
                + " additionalSupplyTerms serviceDirectory",
        "CORPORATE_RESELLER, true,"
                + " pointsProgram partnerDirectory specialSupplyTerms marketingCoFunding demoEquipment distanceLearning"
                + " additionalSupplyTerms serviceDirectory",
        "SOLUTION_PROVIDER, true, pointsProgram partnerDirectory specialSupplyTerms marketingCoFunding"
                + " additionalSupplyTerms serviceDirectory"
    })
    void givesWhatTheSourceSays(String tier, boolean service, String benefits) {
        assertThat(TABLE.trueColumns(Map.of("tier", tier, "service", service), Benefit.values().length))
                .containsExactlyInAnyOrderElementsOf(Set.of(benefits.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            value = {"PRIMARY_RESELLER, true", "GOLD, false", "GOLD, true", "null, false", "CORPORATE_RESELLER, null"},
            nullValues = "null")
    void saysNothingOfACombinationThatDoesNotExist(String tier, Boolean service) {
        var inputs = new HashMap<String, Object>();
        inputs.put("tier", tier);
        inputs.put("service", service);
        assertThat(TABLE.rows(inputs)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void accruesPointsOnEveryLevel(Tier tier) {
        assertThat(TABLE.trueColumns(Map.of("tier", tier.name(), "service", false), Benefit.values().length))
                .contains("pointsProgram");
    }
}
