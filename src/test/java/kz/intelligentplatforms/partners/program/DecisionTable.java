package kz.intelligentplatforms.partners.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.core.io.ClassPathResource;

/** A decision table as it is shipped, asked without the process engine. */
class DecisionTable {

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final DmnDecision table;

    DecisionTable(String key) {
        try (var model = new ClassPathResource("bpmn/" + key + ".dmn").getInputStream()) {
            table = engine.parseDecision(key, model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Map<String, Object>> rows(Map<String, Object> inputs) {
        return engine.evaluateDecisionTable(table, Variables.fromMap(inputs)).getResultList();
    }

    /** The columns that say true in the one row that matches; every column must say something. */
    Set<String> trueColumns(Map<String, Object> inputs, int columns) {
        var rows = rows(inputs);
        if (rows.size() != 1 || rows.get(0).size() != columns) {
            throw new AssertionError("Not one row of " + columns + " columns for " + inputs + ": " + rows);
        }
        return rows.get(0).entrySet().stream()
                .filter(cell -> Boolean.TRUE.equals(cell.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
