package kz.intelligentplatforms.partners.points.accrual;

import java.util.function.Predicate;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The delegates of {@code points-accrual} and {@code points-quarter-end}: from the case number to one call each, whose answer the next gateway asks for. */
@Configuration(proxyBeanMethods = false)
class AccrualDelegates {

    private final AccrualSteps accruals;

    AccrualDelegates(AccrualSteps accruals) {
        this.accruals = accruals;
    }

    /** Keeps the quarter that has ended, however long it has to wait for another run. */
    @Bean
    JavaDelegate checkOpenRunDelegate() {
        return execution -> {
            if (!execution.hasVariable("quarter")) {
                execution.setVariable("quarter", accruals.lastQuarter().toString());
            }
            execution.setVariable("runIsFree", accruals.openRun().isEmpty());
        };
    }

    @Bean
    JavaDelegate calculateAccrualDelegate() {
        return step("allCalculated", accruals::calculateNext);
    }

    @Bean
    JavaDelegate checkAccrualDelegate() {
        return step("purchasesUnchanged", accruals::postUnlessChanged);
    }

    @Bean
    JavaDelegate postAccrualDelegate() {
        return step("allPosted", accruals::postNext);
    }

    @Bean
    JavaDelegate sendStatementsDelegate() {
        return step("allTold", accruals::sendNextMails);
    }

    @Bean
    JavaDelegate closeAccrualRejectedDelegate() {
        return execution -> accruals.closeRejected(execution.getProcessBusinessKey());
    }

    private static JavaDelegate step(String answer, Predicate<String> step) {
        return execution -> execution.setVariable(answer, step.test(execution.getProcessBusinessKey()));
    }
}
