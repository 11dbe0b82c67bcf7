package kz.intelligentplatforms.partners.platform.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class DecisionTablesTest {

    private static final String TABLE = "bpmn/tier-requirements.dmn";
    private static final Map<String, Object> PRIMARY = Map.of("target", "PRIMARY_RESELLER");

    private static RulesEngine engine;

    @BeforeAll
    static void start() {
        engine = new RulesEngine(TABLE);
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void answersWithTheLatestVersionThatIsDeployed() throws IOException {
        var tables = engine.tables();
        assertThat(tables.evaluateUnique("tier-requirements", PRIMARY).orElseThrow())
                .containsEntry("jointSalesPlan", false);

        var shipped = new ClassPathResource(TABLE).getContentAsString(StandardCharsets.UTF_8);
        engine.deploy(
                TABLE,
                shipped.replace(
                        "<outputEntry id=\"PrimaryReseller_JointSalesPlan\"><text>false</text>",
                        "<outputEntry id=\"PrimaryReseller_JointSalesPlan\"><text>true</text>"));

        assertThat(tables.evaluateUnique("tier-requirements", PRIMARY).orElseThrow())
                .containsEntry("jointSalesPlan", true);
    }

    @Test
    void answersNothingWhereNoRowMatches() {
        assertThat(engine.tables().evaluateUnique("tier-requirements", Map.of("target", "GOLD")))
                .isEmpty();
        assertThat(engine.tables().evaluate("tier-requirements", Map.of("target", "GOLD")))
                .isEmpty();
    }

    @Test
    void saysWhichTableIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine.tables().evaluate("tier-colours", PRIMARY))
                .withMessageContaining("tier-colours");
    }

    @Test
    void leavesNoHistoryBehind() {
        engine.tables().evaluate("tier-requirements", PRIMARY);

        assertThat(engine.historicDecisions()).isZero();
    }
}
