package kz.intelligentplatforms.partners.points.web;

import static kz.intelligentplatforms.partners.platform.identity.AccessRule.only;

import java.util.List;
import kz.intelligentplatforms.partners.platform.identity.AccessRules;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.platform.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Points: who may ask to change them, and who checks the ledger. */
@Configuration(proxyBeanMethods = false)
class PointsSite {

    /** Who may ask to adjust a partner's points; somebody else decides. */
    static final List<Group> ADJUST = List.of(Group.ACCOUNT_MANAGERS, Group.PROGRAM_MANAGERS, Group.FINANCE);

    /** Who may check that nobody changed the ledger of points behind its back. */
    static final List<Group> CHECK_LEDGER =
            List.of(Group.FINANCE, Group.PROGRAM_MANAGERS, Group.MONITORS, Group.CAMUNDA_ADMIN);

    @Bean
    AccessRules pointsAccess() {
        return AccessRules.of(
                only(ADJUST, "/staff/points/adjustments/**"), only(CHECK_LEDGER, "/staff/points/integrity"));
    }

    @Bean
    NavigationEntry toPoints() {
        return new NavigationEntry(40, "/staff/points", "points.nav");
    }

    @Bean
    NavigationEntry toOwnPoints() {
        return new NavigationEntry(90, "/portal/points", "points.nav");
    }
}
