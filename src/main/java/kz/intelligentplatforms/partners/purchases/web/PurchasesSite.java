package kz.intelligentplatforms.partners.purchases.web;

import static kz.intelligentplatforms.partners.platform.identity.AccessRule.only;

import java.util.List;
import kz.intelligentplatforms.partners.platform.identity.AccessRules;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.platform.web.NavigationEntry;
import kz.intelligentplatforms.partners.platform.web.RequestLimit;
import kz.intelligentplatforms.partners.purchases.PurchaseSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Purchases come from the ERP, by its API or in files that people hand in. */
@Configuration(proxyBeanMethods = false)
class PurchasesSite {

    /** Who hands in the ERP's files and says whose an unknown company's purchases are. */
    static final List<Group> HANDLE = List.of(Group.FINANCE, Group.CAMUNDA_ADMIN);

    /** Who may ask to void or correct a recorded purchase; somebody else confirms. */
    static final List<Group> CORRECT = List.of(Group.FINANCE);

    @Bean
    AccessRules purchasesAccess() {
        return AccessRules.of(only(HANDLE, "/staff/purchases/**"), only(CORRECT, "/staff/purchases/corrections/**"));
    }

    @Bean
    RequestLimit purchaseLists(PurchaseSettings settings) {
        return RequestLimit.ofForm("/api/v1/purchases", settings.maxRequest());
    }

    @Bean
    RequestLimit purchaseFiles(PurchaseSettings settings) {
        return RequestLimit.ofFile("/staff/purchases", settings.maxFile()).withRightsFirst();
    }

    @Bean
    NavigationEntry toPurchases() {
        return new NavigationEntry(30, "/staff/purchases", "purchases.nav");
    }
}
