package kz.intelligentplatforms.partners.directory;

import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The delegates of {@code directory-listing}: from the case number to one call each. */
@Configuration(proxyBeanMethods = false)
class ListingDelegates {

    private final PublicationSteps publications;

    ListingDelegates(PublicationSteps publications) {
        this.publications = publications;
    }

    @Bean
    JavaDelegate publishListingDelegate() {
        return step(publications::publish);
    }

    @Bean
    JavaDelegate closeListingRejectedDelegate() {
        return step(publications::closeRejected);
    }

    @Bean
    JavaDelegate closeListingUnansweredDelegate() {
        return step(publications::closeUnanswered);
    }

    @Bean
    JavaDelegate closeListingWithdrawnDelegate() {
        return step(publications::closeWithdrawn);
    }

    /** The input {@code template} names the mail. */
    @Bean
    JavaDelegate tellListingPartnerDelegate() {
        return execution -> publications.sendMail(
                execution.getProcessBusinessKey(), ListingMail.valueOf((String) execution.getVariable("template")));
    }

    private static JavaDelegate step(Consumer<String> step) {
        return execution -> step.accept(execution.getProcessBusinessKey());
    }
}
