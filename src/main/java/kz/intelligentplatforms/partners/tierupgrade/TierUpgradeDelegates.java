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

    TierUpgradeDelegates(TierUpgradeSteps upgrades) {
        this.upgrades = upgrades;
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
        return step(upgrades::changeTier);
    }

    @Bean
    JavaDelegate grantBenefitsDelegate() {
        return step(upgrades::grantBenefits);
    }

    @Bean
    JavaDelegate updateDirectoryDelegate() {
        return step(upgrades::updateDirectory);
    }

    @Bean
    JavaDelegate closeTierRejectedDelegate() {
        return step(upgrades::closeRejected);
    }

    @Bean
    JavaDelegate closeTierUnansweredDelegate() {
        return step(upgrades::closeUnanswered);
    }

    @Bean
    JavaDelegate closeTierWithdrawnDelegate() {
        return execution -> upgrades.closeWithdrawn(
                execution.getProcessBusinessKey(), (String) execution.getVariable(TierUpgradeProcess.WITHDRAWN_BY));
    }

    /** The input {@code template} names the mail; inside the check of a requirement it is about that one. */
    @Bean
    JavaDelegate tellPartnerDelegate() {
        return execution -> {
            var check = (String) execution.getVariable("check");
            upgrades.sendMail(
                    execution.getProcessBusinessKey(),
                    TierUpgradeMail.valueOf((String) execution.getVariable("template")),
                    check == null ? null : Requirement.valueOf(check));
        };
    }

    private static JavaDelegate step(Consumer<String> step) {
        return execution -> step.accept(execution.getProcessBusinessKey());
    }
}
