package kz.intelligentplatforms.partners.demo;

import static kz.intelligentplatforms.partners.platform.identity.AccessRule.everybody;

import kz.intelligentplatforms.partners.platform.identity.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The demo's mailbox; where there is no demo, there is nothing at its address. */
@Configuration(proxyBeanMethods = false)
class DemoSite {

    @Bean
    AccessRules demoAccess() {
        return AccessRules.of(everybody("/demo/**"));
    }
}
