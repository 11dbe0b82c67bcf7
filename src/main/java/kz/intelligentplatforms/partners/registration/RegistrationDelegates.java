package kz.intelligentplatforms.partners.registration;

import java.util.function.Consumer;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.CommonEvent;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The delegates of {@code partner-registration}: from the case number to one call each. */
@Configuration(proxyBeanMethods = false)
class RegistrationDelegates {

    private final RegistrationSteps registrations;

    RegistrationDelegates(RegistrationSteps registrations) {
        this.registrations = registrations;
    }

    @Bean
    JavaDelegate checkIdentityDelegate() {
        return step(registrations::checkIdentity);
    }

    @Bean
    JavaDelegate checkDuplicatesDelegate() {
        return step(registrations::claimIdentity);
    }

    @Bean
    JavaDelegate registerPartnerDelegate() {
        return step(registrations::registerPartner);
    }

    @Bean
    JavaDelegate openPointsAccountDelegate() {
        return step(registrations::openPointsAccount);
    }

    @Bean
    JavaDelegate invitePartnerDelegate() {
        return step(registrations::invite);
    }

    @Bean
    JavaDelegate applyForLevelDelegate() {
        return step(registrations::applyForLevel);
    }

    @Bean
    JavaDelegate closeRejectedDelegate() {
        return step(registrations::closeRejected);
    }

    @Bean
    JavaDelegate closeUnansweredDelegate() {
        return step(registrations::closeUnanswered);
    }

    @Bean
    JavaDelegate closeWithdrawnDelegate() {
        return step(registrations::closeWithdrawn);
    }

    /** The input {@code template} names the mail. */
    @Bean
    JavaDelegate tellApplicantDelegate(Cases cases) {
        return execution -> {
            var template = RegistrationMail.valueOf((String) execution.getVariable("template"));
            var number = execution.getProcessBusinessKey();
            registrations.sendMail(number, template);
            if (template == RegistrationMail.REGISTRATION_REMINDER) {
                cases.record(number, Actor.SYSTEM, CommonEvent.REMINDED, null);
            }
        };
    }

    private static JavaDelegate step(Consumer<String> step) {
        return execution -> step.accept(execution.getProcessBusinessKey());
    }
}
