package kz.intelligentplatforms.partners.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code tier-requirements.dmn} against the source's table (program.md, "Levels"). */
class TierRequirementsTest {

    private static final DecisionTable TABLE = new DecisionTable("tier-requirements");

    @ParameterizedTest
    @CsvSource({
        "PRIMARY_RESELLER, registration",
        "PROFESSIONAL_RESELLER, registration jointSalesPlan salesSpecialist",
        "CORPORATE_RESELLER, registration jointSalesPlan salesSpecialist certifiedTechnicalStaff",
        "SOLUTION_PROVIDER, registration jointSalesPlan jointSolutions",
        "SERVICE, servicePrograms productEngineer"
    })
    void asksForWhatTheSourceSays(String target, String requirements) {
        assertThat(TABLE.trueColumns(Map.of("target", target), Requirement.values().length))
                .containsExactlyInAnyOrderElementsOf(Set.of(requirements.split(" ")));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "GOLD", "primary_reseller", "PRIMARY_RESELLER "})
    void saysNothingOfALevelThatDoesNotExist(String target) {
        assertThat(TABLE.rows(Collections.singletonMap("target", target))).isEmpty();
    }
}
