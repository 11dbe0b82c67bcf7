package kz.intelligentplatforms.partners.platform.rules;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/**
 * The deployed decision tables, asked by key. The latest deployed version answers, so a table changed in the running
 * system changes pages and processes together. Asking leaves no history row behind, so a public page may do it.
 */
@Component
public class DecisionTables {

    private final RepositoryService repository;
    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final Cache<String, DmnDecision> parsed =
            Caffeine.newBuilder().maximumSize(50).build();

    DecisionTables(RepositoryService repository) {
        this.repository = repository;
    }

    /**
     * The rows that match, in the table's order.
     *
     * @throws IllegalArgumentException when no such table is deployed
     */
    public List<Map<String, Object>> evaluate(String key, Map<String, Object> inputs) {
        return latest(key).evaluate(inputs);
    }

    /** The one row that matches, or nothing; for tables with the hit policy UNIQUE. */
    public Optional<Map<String, Object>> evaluateUnique(String key, Map<String, Object> inputs) {
        return evaluate(key, inputs).stream().findFirst();
    }

    /** A table as it is now, to be asked many times. */
    public interface Table {

        /** The rows that match, in the table's order. */
        List<Map<String, Object>> evaluate(Map<String, Object> inputs);
    }

    /**
     * The latest deployed version of a table.
     *
     * @throws IllegalArgumentException when no such table is deployed
     */
    public Table latest(String key) {
        var decision = decisionOf(key);
        return inputs -> engine.evaluateDecisionTable(decision, Variables.fromMap(inputs))
                .getResultList();
    }

    private DmnDecision decisionOf(String key) {
        var definition = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .latestVersion()
                .singleResult();
        if (definition == null) {
            throw new IllegalArgumentException("No decision table \"" + key + "\" is deployed");
        }
        return parsed.get(definition.getId(), id -> {
            try (var model = repository.getDecisionModel(id)) {
                return engine.parseDecision(key, model);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
