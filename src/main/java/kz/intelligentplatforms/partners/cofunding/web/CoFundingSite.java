package kz.intelligentplatforms.partners.cofunding.web;

import static kz.intelligentplatforms.partners.platform.identity.AccessRule.only;

import java.time.Clock;
import java.time.Year;
import java.util.List;
import java.util.Map;
import kz.intelligentplatforms.partners.cofunding.CoFundingSearch;
import kz.intelligentplatforms.partners.cofunding.CoFundingSearch.Order;
import kz.intelligentplatforms.partners.cofunding.CoFundingSearch.Query;
import kz.intelligentplatforms.partners.funds.Budgets;
import kz.intelligentplatforms.partners.partner.PartnerPanel;
import kz.intelligentplatforms.partners.partner.PartnerPanel.Place;
import kz.intelligentplatforms.partners.platform.identity.AccessRules;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.platform.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Co-funding: who acts on approved requests, and what pages about a partner say of it. */
@Configuration(proxyBeanMethods = false)
class CoFundingSite {

    /** Who may give a partner more time for its claim, or cancel an approved request. */
    static final List<Group> MANAGE = List.of(Group.MARKETING_MANAGERS, Group.PROGRAM_MANAGERS);

    private static final int LAST_REQUESTS = 5;

    @Bean
    AccessRules coFundingAccess() {
        return AccessRules.of(only(MANAGE, "/staff/co-funding/requests/*/**"));
    }

    @Bean
    @org.springframework.core.annotation.Order(2)
    PartnerPanel coFundingAtHome(Budgets budgets, Clock clock) {
        return new PartnerPanel(Place.HOME, "cofunding/panels :: home", partner -> {
            int year = Year.now(clock).getValue();
            return Map.of("year", year, "coFunding", budgets.holdingOf(partner.id(), year));
        });
    }

    @Bean
    @org.springframework.core.annotation.Order(2)
    PartnerPanel coFundingForStaff(CoFundingSearch requests, Budgets budgets, Clock clock) {
        return new PartnerPanel(Place.STAFF_SECTION, "cofunding/panels :: staff", partner -> {
            int year = Year.now(clock).getValue();
            var own = Query.ofPartner(partner.id());
            return Map.of(
                    "year", year,
                    "coFunding", requests.totalsOf(own),
                    "coFundingRequests", requests.list(own, Order.NEWEST, 0, LAST_REQUESTS),
                    "coFundingOfYear", budgets.holdingOf(partner.id(), year));
        });
    }

    @Bean
    NavigationEntry toOwnCoFunding() {
        return new NavigationEntry(100, "/portal/co-funding", "cofunding.nav");
    }
}
