package kz.intelligentplatforms.partners.purchases.correction;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The delegates of {@code purchase-correction}: from the case number to one call each. */
@Configuration(proxyBeanMethods = false)
class CorrectionDelegates {

    @Bean
    JavaDelegate recordPurchaseCorrectionDelegate(CorrectionSteps corrections) {
        return execution -> corrections.apply(execution.getProcessBusinessKey());
    }

    @Bean
    JavaDelegate closePurchaseCorrectionRejectedDelegate(CorrectionSteps corrections) {
        return execution -> corrections.closeRejected(execution.getProcessBusinessKey());
    }
}
