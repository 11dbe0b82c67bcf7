package kz.intelligentplatforms.partners.cofunding;

import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The delegates of {@code co-funding}: from the case number to one call each. */
@Configuration(proxyBeanMethods = false)
class CoFundingDelegates {

    private final CoFundingSteps steps;

    CoFundingDelegates(CoFundingSteps steps) {
        this.steps = steps;
    }

    @Bean
    JavaDelegate checkCoFundingEligibilityDelegate() {
        return execution -> execution.setVariable(
                "eligibility", steps.checkEligibility(execution.getProcessBusinessKey()) ? "ELIGIBLE" : "INELIGIBLE");
    }

    @Bean
    JavaDelegate reserveBudgetDelegate() {
        return execution -> execution.setVariable(
                "reservation", steps.reserve(execution.getProcessBusinessKey()) ? "RESERVED" : "SHORT");
    }

    @Bean
    JavaDelegate releaseFundsDelegate() {
        return step(steps::release);
    }

    @Bean
    JavaDelegate askForProofDelegate() {
        return step(steps::eventOver);
    }

    @Bean
    JavaDelegate postPaymentDelegate() {
        return step(steps::postPayment);
    }

    /** Tells whether the new days are approved: then there is nothing that speaks against them. */
    @Bean
    JavaDelegate tellChangeDecisionDelegate() {
        return execution -> steps.sendMail(
                execution.getProcessBusinessKey(),
                "APPROVE".equals(execution.getVariable("changeDecision"))
                        ? CoFundingMail.CO_FUNDING_CHANGE_APPROVED
                        : CoFundingMail.CO_FUNDING_CHANGE_REJECTED);
    }

    /** The input {@code template} names the mail. */
    @Bean
    JavaDelegate tellCoFundingDelegate() {
        return execution -> steps.sendMail(
                execution.getProcessBusinessKey(), CoFundingMail.valueOf((String) execution.getVariable("template")));
    }

    /** The input {@code outcome} names the stage in which the case is closed. */
    @Bean
    JavaDelegate closeCoFundingDelegate() {
        return execution -> steps.close(
                execution.getProcessBusinessKey(), Stage.valueOf((String) execution.getVariable("outcome")));
    }

    private static JavaDelegate step(Consumer<String> step) {
        return execution -> step.accept(execution.getProcessBusinessKey());
    }
}
