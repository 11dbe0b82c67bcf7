package kz.intelligentplatforms.partners.tierupgrade;

import java.util.function.Consumer;
import kz.intelligentplatforms.partners.program.Requirement;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The delegates of {@code tier-upgrade}: from the case number to one call each. */
@Configuration(proxyBeanMethods = false)
class TierUpgradeDelegates {

    private final TierUpgradeSteps upgrades;
    private final TierDecisionSteps decisions;
    private final TierUpgradeMails mails;

    TierUpgradeDelegates(TierUpgradeSteps upgrades, TierDecisionSteps decisions, TierUpgradeMails mails) {
        this.upgrades = upgrades;
        this.decisions = decisions;
        this.mails = mails;
    }

    @Bean
    JavaDelegate checkEligibilityDelegate() {
        return step(upgrades::checkEligibility);
    }

    @Bean
    JavaDelegate determineChecksDelegate() {
        return execution -> execution.setVariable(
                "checks",
                Variables.objectValue(upgrades.determineChecks(execution.getProcessBusinessKey()))
                        .serializationDataFormat(Variables.SerializationDataFormats.JSON)
                        .create());
    }

    @Bean
    JavaDelegate changeTierDelegate() {
        return step(decisions::changeTier);
    }

    @Bean
    JavaDelegate grantBenefitsDelegate() {
        return step(decisions::grantBenefits);
    }

    @Bean
    JavaDelegate updateDirectoryDelegate() {
        return step(decisions::updateDirectory);
    }

    @Bean
    JavaDelegate closeTierRejectedDelegate() {
        return step(decisions::closeRejected);
    }

    @Bean
    JavaDelegate closeTierUnansweredDelegate() {
        return step(decisions::closeUnanswered);
    }

    @Bean
    JavaDelegate closeTierWithdrawnDelegate() {
        return execution -> decisions.closeWithdrawn(
                execution.getProcessBusinessKey(), (String) execution.getVariable(TierUpgradeProcess.WITHDRAWN_BY));
    }

    /** The input {@code template} names the mail; inside the check of a requirement it is about that one. */
    @Bean
    JavaDelegate tellPartnerDelegate() {
        return execution -> {
            var check = (String) execution.getVariable("check");
            mails.send(
                    execution.getProcessBusinessKey(),
                    TierUpgradeMail.valueOf((String) execution.getVariable("template")),
                    check == null ? null : Requirement.valueOf(check));
        };
    }

    private static JavaDelegate step(Consumer<String> step) {
        return execution -> step.accept(execution.getProcessBusinessKey());
    }
}
