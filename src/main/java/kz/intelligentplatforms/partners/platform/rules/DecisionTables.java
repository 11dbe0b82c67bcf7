package kz.intelligentplatforms.partners.platform.rules;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
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

    /** A version of a table gives the same answer to the same question for ever. */
    private final Cache<Question, List<Map<String, Object>>> answers =
            Caffeine.newBuilder().maximumSize(10_000).build();

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

    private record Question(String table, Map<String, Object> inputs) {}

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
        var definition = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .latestVersion()
                .singleResult();
        if (definition == null) {
            throw new IllegalArgumentException("No decision table \"" + key + "\" is deployed");
        }
        var decision = parsed.get(definition.getId(), id -> parse(key, id));
        return inputs -> answers.get(
                new Question(definition.getId(), Map.copyOf(inputs)), question -> answer(decision, question.inputs()));
    }

    private DmnDecision parse(String key, String id) {
        try (var model = repository.getDecisionModel(id)) {
            return engine.parseDecision(key, model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Map<String, Object>> answer(DmnDecision decision, Map<String, Object> inputs) {
        return engine.evaluateDecisionTable(decision, Variables.fromMap(inputs)).getResultList().stream()
                .map(Collections::unmodifiableMap)
                .toList();
    }
}
