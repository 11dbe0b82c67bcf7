package kz.intelligentplatforms.partners.rewards;

import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The delegates of {@code points-redemption}: from the case number to one call each. */
@Configuration(proxyBeanMethods = false)
class RedemptionDelegates {

    private final RedemptionSteps redemptions;

    RedemptionDelegates(RedemptionSteps redemptions) {
        this.redemptions = redemptions;
    }

    @Bean
    JavaDelegate postRedemptionDelegate() {
        return step(redemptions::post);
    }

    @Bean
    JavaDelegate releaseReservationDelegate() {
        return step(redemptions::release);
    }

    /** The input {@code template} names the mail. */
    @Bean
    JavaDelegate tellRedemptionPartnerDelegate() {
        return execution -> redemptions.sendMail(
                execution.getProcessBusinessKey(), RedemptionMail.valueOf((String) execution.getVariable("template")));
    }

    private static JavaDelegate step(Consumer<String> step) {
        return execution -> step.accept(execution.getProcessBusinessKey());
    }
}
