package kz.intelligentplatforms.partners.notification;

import java.util.List;
import kz.intelligentplatforms.partners.platform.engine.EngineRight;
import kz.intelligentplatforms.partners.platform.identity.Group;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MailRights {

    /**
     * A mail waits as an external task, and to retry one takes the right to its instance; the guard of the webapps allows no more.
     */
    @Bean
    EngineRight retryMails() {
        return new EngineRight(
                Group.MONITORS,
                "notification",
                List.of(
                        Permissions.READ,
                        Permissions.READ_INSTANCE,
                        Permissions.READ_HISTORY,
                        ProcessDefinitionPermissions.RETRY_JOB,
                        Permissions.UPDATE_INSTANCE));
    }
}
