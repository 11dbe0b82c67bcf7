package kz.intelligentplatforms.partners.platform.engine;

import java.util.ArrayList;
import kz.intelligentplatforms.partners.platform.ProgramSettings;
import kz.intelligentplatforms.partners.platform.identity.BCryptEncryptor;
import kz.intelligentplatforms.partners.platform.identity.PasswordRules;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
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
            }
        };
    }
}
