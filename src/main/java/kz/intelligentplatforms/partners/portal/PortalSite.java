package kz.intelligentplatforms.partners.portal;

import static kz.intelligentplatforms.partners.platform.identity.AccessRule.everybody;
import static kz.intelligentplatforms.partners.platform.identity.AccessRule.only;

import java.util.List;
import java.util.Set;
import kz.intelligentplatforms.partners.platform.identity.AccessRules;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.platform.web.NavigationEntry;
import kz.intelligentplatforms.partners.platform.web.RateLimit;
import kz.intelligentplatforms.partners.platform.web.RequestLimit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** The program's page and the way in are for everybody, the portal for partners. */
@Configuration(proxyBeanMethods = false)
class PortalSite {

    @Bean
    AccessRules portalAccess() {
        return AccessRules.of(
                everybody("/"),
                everybody("/login"),
                everybody("/invitation/*"),
                everybody("/password/**"),
                only(List.of(Group.PARTNERS), "/portal/**"));
    }

    @Bean
    RateLimit signInMails(@Value("${program.limits.sign-in-mails-per-hour}") int perHour) {
        return new RateLimit(perHour, Set.of("/password/forgot"));
    }

    /** Evidence for a level is longer than what a stranger has to say. */
    @Bean
    RequestLimit portalForms(@Value("${program.limits.portal-form-size}") DataSize size) {
        return RequestLimit.ofForm("/portal", size);
    }

    @Bean
    NavigationEntry toPortal() {
        return new NavigationEntry(80, "/portal", "portal.nav");
    }

    @Bean
    NavigationEntry toProgram() {
        return new NavigationEntry(110, "/", "program.nav");
    }
}
