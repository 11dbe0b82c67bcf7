package kz.intelligentplatforms.partners.points.web;

import static kz.intelligentplatforms.partners.platform.identity.AccessRule.only;

import java.util.List;
import java.util.Map;
import kz.intelligentplatforms.partners.partner.PartnerPanel;
import kz.intelligentplatforms.partners.partner.PartnerPanel.Place;
import kz.intelligentplatforms.partners.platform.identity.AccessRules;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.platform.web.NavigationEntry;
import kz.intelligentplatforms.partners.points.PointsAccounts;
import kz.intelligentplatforms.partners.points.PointsLedger;
import kz.intelligentplatforms.partners.points.PointsSummaries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Points: who may ask to change them, and who checks the ledger. */
@Configuration(proxyBeanMethods = false)
class PointsSite {

    /** Who may ask to adjust a partner's points; somebody else decides. */
    static final List<Group> ADJUST = List.of(Group.ACCOUNT_MANAGERS, Group.PROGRAM_MANAGERS, Group.FINANCE);

    /** Who may check that nobody changed the ledger of points behind its back. */
    static final List<Group> CHECK_LEDGER =
            List.of(Group.FINANCE, Group.PROGRAM_MANAGERS, Group.MONITORS, Group.CAMUNDA_ADMIN);

    private static final int LAST_ENTRIES = 5;

    @Bean
    AccessRules pointsAccess() {
        return AccessRules.of(
                only(ADJUST, "/staff/points/adjustments/**"), only(CHECK_LEDGER, "/staff/points/integrity"));
    }

    @Bean
    @Order(1)
    PartnerPanel pointsAtHome(PointsLedger ledger) {
        return new PartnerPanel(
                Place.HOME, "points/panels :: home", partner -> Map.of("points", ledger.balanceOf(partner.id())));
    }

    @Bean
    PartnerPanel pointsForStaff(PointsAccounts accounts, PointsSummaries summaries) {
        return new PartnerPanel(
                Place.STAFF_CARD,
                "points/panels :: staff",
                partner -> Map.of("pointsAccount", accounts.exists(partner.id()), "points", summaries.of(partner)));
    }

    @Bean
    @Order(1)
    PartnerPanel entriesForStaff(PointsAccounts accounts, PointsLedger ledger) {
        return new PartnerPanel(
                Place.STAFF_SECTION,
                "points/panels :: entries",
                partner -> Map.of(
                        "pointsAccount", accounts.exists(partner.id()),
                        "entries", ledger.entriesOf(partner.id(), 0, LAST_ENTRIES)));
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
