package kz.intelligentplatforms.partners.platform.engine;

import java.util.ArrayList;
import kz.intelligentplatforms.partners.platform.ProgramSettings;
import kz.intelligentplatforms.partners.platform.forms.FormKeyListener;
import kz.intelligentplatforms.partners.platform.identity.BCryptEncryptor;
import kz.intelligentplatforms.partners.platform.identity.PasswordRules;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the engine's settings in {@code application.yaml} cannot say. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    ProcessEnginePlugin spin() {
        return new SpinProcessEnginePlugin();
    }

    @Bean
    ProcessEnginePlugin retries() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void postInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setFailedJobCommandFactory(PatientRetry::new);
            }
        };
    }

    @Bean
    ProcessEnginePlugin timeZone(ProgramSettings settings) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void postInit(ProcessEngineConfigurationImpl configuration) {
                ((MapBusinessCalendarManager) configuration.getBusinessCalendarManager())
                        .addBusinessCalendar(CycleBusinessCalendar.NAME, new ProgramCycle(settings.timeZone()));
            }
        };
    }

    @Bean
    ProcessEnginePlugin identityStore() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setPasswordEncryptor(new BCryptEncryptor());
                configuration.setCustomPasswordChecker(new ArrayList<>());
                configuration.setPasswordPolicy(new PasswordRules());
                configuration.setEnablePasswordPolicy(true);
                // A candidate may claim and complete a task, not assign it to others or rewrite its variables.
                configuration.setDefaultUserPermissionNameForTask("TASK_WORK");
                configuration.setResourceAuthorizationProvider(new TaskRights());
                // Whoever works a task reads its history, and so its comments.
                configuration.setEnableHistoricInstancePermissions(true);
            }
        };
    }

    @Bean
    ProcessEnginePlugin eligibility(ObjectProvider<TaskEligibility> eligibility) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                // The engine's defaults are null until something is added.
                var listeners = new ArrayList<BpmnParseListener>();
                if (configuration.getCustomPreBPMNParseListeners() != null) {
                    listeners.addAll(configuration.getCustomPreBPMNParseListeners());
                }
                listeners.add(new EligibilityListener(eligibility::getObject));
                listeners.add(new FormKeyListener());
                configuration.setCustomPreBPMNParseListeners(listeners);
            }
        };
    }
}
