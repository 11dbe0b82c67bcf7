package kz.intelligentplatforms.partners.points;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import kz.intelligentplatforms.partners.points.Rates.Band;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.core.io.ClassPathResource;

/** The rates of the decision table that is shipped, without an engine around it. */
public final class ShippedRates {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final DmnDecision TABLE = table();

    private ShippedRates() {}

    public static Rates of(Calculation calculation) {
        return new Rates(ShippedRates::bands, calculation);
    }

    private static List<Band> bands(BigDecimal total) {
        return ENGINE.evaluateDecisionTable(TABLE, Variables.fromMap(Map.of("total", total))).getResultList().stream()
                .map(row -> new Band(number(row, "above"), number(row, "rate")))
                .toList();
    }

    private static BigDecimal number(Map<String, Object> row, String column) {
        return new BigDecimal(String.valueOf(row.get(column)));
    }

    private static DmnDecision table() {
        try (var model = new ClassPathResource("bpmn/points-rate.dmn").getInputStream()) {
            return ENGINE.parseDecision("points-rate", model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
