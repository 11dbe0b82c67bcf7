package kz.intelligentplatforms.partners.cofunding.web;

import static kz.intelligentplatforms.partners.platform.identity.AccessRule.only;

import java.util.List;
import kz.intelligentplatforms.partners.platform.identity.AccessRules;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.platform.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Co-funding: who puts money in, and who acts on approved requests. */
@Configuration(proxyBeanMethods = false)
class CoFundingSite {

    /** Who puts money into the funds, and corrects what is there. */
    static final List<Group> ALLOCATE = List.of(Group.FINANCE);

    /** Who may give a partner more time for its claim, or cancel an approved request. */
    static final List<Group> MANAGE = List.of(Group.MARKETING_MANAGERS, Group.PROGRAM_MANAGERS);

    @Bean
    AccessRules coFundingAccess() {
        return AccessRules.of(
                only(ALLOCATE, "/staff/co-funding/funds/**").to(HttpMethod.POST),
                only(MANAGE, "/staff/co-funding/requests/*/**"));
    }

    @Bean
    NavigationEntry toCoFunding() {
        return new NavigationEntry(60, "/staff/co-funding", "cofunding.nav");
    }

    @Bean
    NavigationEntry toOwnCoFunding() {
        return new NavigationEntry(100, "/portal/co-funding", "cofunding.nav");
    }
}
