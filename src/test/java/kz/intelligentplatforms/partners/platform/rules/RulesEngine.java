package kz.intelligentplatforms.partners.platform.rules;

import java.util.Arrays;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

/** A small engine in memory with decision tables deployed, for tests that ask them the way the application does. */
public final class RulesEngine implements AutoCloseable {

    private final ProcessEngine engine;

    public RulesEngine(String... resources) {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("rules-" + System.identityHashCode(this));
        configuration.setJdbcUrl("jdbc:h2:mem:rules-" + System.identityHashCode(this));
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        engine = configuration.buildProcessEngine();
        deploy(resources);
    }

    private void deploy(String... resources) {
        var deployment = engine.getRepositoryService().createDeployment();
        Arrays.stream(resources).forEach(deployment::addClasspathResource);
        deployment.deploy();
    }

    /** A new version of a table. */
    void deploy(String name, String dmn) {
        engine.getRepositoryService().createDeployment().addString(name, dmn).deploy();
    }

    public DecisionTables tables() {
        return new DecisionTables(engine.getRepositoryService());
    }

    long historicDecisions() {
        return engine.getHistoryService().createHistoricDecisionInstanceQuery().count();
    }

    @Override
    public void close() {
        engine.close();
    }
}
