package kz.intelligentplatforms.partners.funds.web;

import static kz.intelligentplatforms.partners.platform.identity.AccessRule.only;

import java.util.List;
import kz.intelligentplatforms.partners.platform.identity.AccessRules;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.platform.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The budget of co-funding is for staff to see, and for finance to fill. */
@Configuration(proxyBeanMethods = false)
class FundsSite {

    @Bean
    AccessRules fundsAccess() {
        return AccessRules.of(
                only(List.of(Group.FINANCE), "/staff/co-funding/funds/**").to(HttpMethod.POST));
    }

    /** Requests are in the same section. */
    @Bean
    NavigationEntry toBudget() {
        return new NavigationEntry(60, "/staff/co-funding", "cofunding.nav");
    }
}
