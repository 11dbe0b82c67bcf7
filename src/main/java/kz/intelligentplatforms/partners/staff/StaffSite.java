package kz.intelligentplatforms.partners.staff;

import static kz.intelligentplatforms.partners.platform.identity.AccessRule.only;

import kz.intelligentplatforms.partners.platform.identity.AccessRules;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.platform.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The vendor's people: everyone of them, people who only watch included. */
@Configuration(proxyBeanMethods = false)
class StaffSite {

    @Bean
    AccessRules staffAccess() {
        return AccessRules.of(only(Group.STAFF, "/staff/**"));
    }

    @Bean
    NavigationEntry toPartners() {
        return new NavigationEntry(20, "/staff/partners", "staff.nav").alsoAt("/staff/cases");
    }
}
