package kz.intelligentplatforms.partners.directory.web;

import static kz.intelligentplatforms.partners.platform.identity.AccessRule.everybody;

import kz.intelligentplatforms.partners.platform.identity.AccessRules;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.platform.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The directory is public. */
@Configuration(proxyBeanMethods = false)
class DirectorySite {

    @Bean
    AccessRules directoryAccess() {
        return AccessRules.of(
                everybody("/partners/**"),
                everybody("/service-partners"),
                everybody("/api/v1/directory").to(HttpMethod.GET));
    }

    /** The vendor's people have a list of partners of their own. */
    @Bean
    NavigationEntry toDirectory() {
        return new NavigationEntry(120, "/partners", "directory.nav")
                .alsoAt("/service-partners")
                .notFor(Group.STAFF);
    }
}
