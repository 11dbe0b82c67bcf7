package kz.intelligentplatforms.partners.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a timeout of a task is tried again, on a small engine in memory. */
class PatientRetryTest {

    private static final TaskListener FAILING = task -> {
        throw new IllegalStateException("no mail today");
    };

    private ProcessEngine engine;

    @BeforeEach
    void startEngine() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("retry");
        configuration.setJdbcUrl("jdbc:h2:mem:retry");
        configuration.setMetricsEnabled(false);
        configuration.setEnableCmdExceptionLogging(false);
        configuration.setDefaultNumberOfRetries(5);
        configuration.setFailedJobCommandFactory(PatientRetry::new);
        configuration.setBeans(Map.of("failing", FAILING));
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "overdue.bpmn",
                        Bpmn.createExecutableProcess("overdue")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .userTask()
                                .camundaTaskListenerDelegateExpressionTimeoutWithDuration(
                                        "Timeout_Failing", "${failing}", "PT1H")
                                .endEvent()
                                .done())
                .deploy();
    }

    @AfterEach
    void stopEngine() {
        ClockUtil.reset();
        engine.close();
    }

    @Test
    void aTimeoutThatFailsIsTriedAgainFiveTimesAMinuteApart() {
        engine.getRuntimeService().startProcessInstanceByKey("overdue");
        ClockUtil.offset(Duration.ofHours(2).toMillis());

        for (int left = 4; left >= 0; left--) {
            assertThatThrownBy(() -> engine.getManagementService().executeJob(job().getId()))
                    .isInstanceOf(ProcessEngineException.class);
            assertThat(job().getRetries()).isEqualTo(left);
            assertThat(job().getDuedate().toInstant()).isAfter(now().plusSeconds(55));
        }

        assertThat(engine.getRuntimeService().createIncidentQuery().count()).isEqualTo(1);
    }

    private Job job() {
        return engine.getManagementService().createJobQuery().singleResult();
    }

    private static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }
}
