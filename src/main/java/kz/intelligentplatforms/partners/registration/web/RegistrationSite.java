package kz.intelligentplatforms.partners.registration.web;

import static kz.intelligentplatforms.partners.platform.identity.AccessRule.everybody;

import java.util.ArrayList;
import java.util.Set;
import kz.intelligentplatforms.partners.platform.identity.AccessRules;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.platform.web.NavigationEntry;
import kz.intelligentplatforms.partners.platform.web.RateLimit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Registration is for whoever is nobody here yet; a case's address is a secret. */
@Configuration(proxyBeanMethods = false)
class RegistrationSite {

    @Bean
    AccessRules registrationAccess() {
        return AccessRules.of(
                everybody("/register/**"),
                everybody("/cases/**"),
                everybody("/api/v1/registrations").to(HttpMethod.POST),
                everybody("/api/v1/cases/*").to(HttpMethod.GET));
    }

    /** The form and the API together. */
    @Bean
    RateLimit applicationsAnHour(@Value("${program.limits.applications-per-hour}") int perHour) {
        return new RateLimit(perHour, Set.of("/register", "/api/v1/registrations"));
    }

    @Bean
    NavigationEntry toRegistration() {
        var known = new ArrayList<>(Group.STAFF);
        known.add(Group.PARTNERS);
        return new NavigationEntry(130, "/register", "registration.nav").notFor(known);
    }
}
