package kz.intelligentplatforms.partners.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CompensateEventDefinition;
import org.camunda.community.process_test_coverage.core.model.DefaultCollector;
import org.camunda.community.process_test_coverage.core.model.Model;
import org.camunda.community.process_test_coverage.core.model.Run;
import org.camunda.community.process_test_coverage.core.model.Suite;
import org.camunda.community.process_test_coverage.engine.platform7.ExecutionContextModelProvider;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessEngineAdapter;

/** Which parts of the models the tests have reached. Each process has one test class that must reach all of its model. */
public final class ProcessCoverage extends AbstractProcessEnginePlugin {

    private static final DefaultCollector COLLECTOR = new DefaultCollector(new ExecutionContextModelProvider());
    private static final Suite SUITE = new Suite("tests", "tests");

    ProcessCoverage() {}

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        ProcessCoverageConfigurator.initializeProcessCoverageExtensions(configuration);
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        COLLECTOR.setExcludedProcessDefinitionKeys(List.of());
        COLLECTOR.createSuite(SUITE);
        COLLECTOR.activateSuite(SUITE.getId());
        COLLECTOR.createRun(new Run("all", "all"), SUITE.getId());
        COLLECTOR.activateRun("all");
        new ProcessEngineAdapter(engine, COLLECTOR).initializeListeners();
    }

    /** Prints how much of a process's model has been reached, and fails if it is not every node and flow. */
    @SuppressWarnings("SystemOut") // the figure is for whoever reads the build
    public static void assertComplete(String processKey) {
        var model = COLLECTOR.getModels().stream()
                .filter(candidate -> candidate.getKey().equals(processKey))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No test has run " + processKey));
        var coverage = SUITE.calculateCoverage(withoutCompensationEvents(model));
        System.out.printf("Process coverage of %s: %.1f %%%n", processKey, coverage * 100);
        assertThat(coverage)
                .describedAs("coverage of %s; reached: %s", processKey, reached(processKey))
                .isEqualTo(1.0);
    }

    /**
     * The library listens for compensation with a handler of an older engine's signature, which 7.24 never calls: an event that
     * waits for compensation can never be reached. Its handler, a node like any other, is still asked for, and nothing else leads there.
     */
    private static Model withoutCompensationEvents(Model model) {
        var xml = new ByteArrayInputStream(model.getXml().getBytes(StandardCharsets.UTF_8));
        var events = Bpmn.readModelFromStream(xml).getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event ->
                        event.getEventDefinitions().stream().anyMatch(CompensateEventDefinition.class::isInstance))
                .count();
        return new Model(
                model.getKey(),
                Math.toIntExact(model.getTotalElementCount() - events),
                model.getVersion(),
                model.getXml());
    }

    private static List<String> reached(String processKey) {
        return SUITE.getEventsDistinct(processKey).stream()
                .map(event -> event.getDefinitionKey())
                .sorted()
                .toList();
    }
}
