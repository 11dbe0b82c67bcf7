package kz.intelligentplatforms.partners.points.accrual;

import java.util.List;
import kz.intelligentplatforms.partners.platform.engine.EngineRight;
import kz.intelligentplatforms.partners.platform.identity.Group;
import org.camunda.bpm.engine.authorization.Permissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccrualRights {

    /** Finance starts a quarter's run. */
    @Bean
    EngineRight startAccrual() {
        return new EngineRight(
                Group.FINANCE, PointsAccrualProcess.KEY, List.of(Permissions.READ, Permissions.CREATE_INSTANCE));
    }
}
