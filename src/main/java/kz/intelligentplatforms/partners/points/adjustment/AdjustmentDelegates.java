package kz.intelligentplatforms.partners.points.adjustment;

import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The delegates of {@code points-adjustment}: from the case number to one call each. */
@Configuration(proxyBeanMethods = false)
class AdjustmentDelegates {

    private final AdjustmentSteps adjustments;

    AdjustmentDelegates(AdjustmentSteps adjustments) {
        this.adjustments = adjustments;
    }

    @Bean
    JavaDelegate postAdjustmentDelegate() {
        return step(adjustments::post);
    }

    @Bean
    JavaDelegate tellPointsAdjustedDelegate() {
        return step(adjustments::sendMail);
    }

    @Bean
    JavaDelegate closeAdjustmentRejectedDelegate() {
        return step(adjustments::closeRejected);
    }

    private static JavaDelegate step(Consumer<String> step) {
        return execution -> step.accept(execution.getProcessBusinessKey());
    }
}
