package kz.intelligentplatforms.partners.e2e;

import static kz.intelligentplatforms.partners.e2e.Browser.Screen.DESKTOP;
import static kz.intelligentplatforms.partners.e2e.Browser.Screen.PHONE;
import static kz.intelligentplatforms.partners.e2e.Browser.assertAccessible;
import static kz.intelligentplatforms.partners.e2e.Browser.assertFitsTheScreen;
import static kz.intelligentplatforms.partners.platform.identity.Group.CAMUNDA_ADMIN;
import static kz.intelligentplatforms.partners.platform.identity.Group.FINANCE;
import static kz.intelligentplatforms.partners.platform.identity.Group.MARKETING_MANAGERS;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.program.Activity;
import kz.intelligentplatforms.partners.program.TargetStatus;
import kz.intelligentplatforms.partners.testing.CoFunding;
import kz.intelligentplatforms.partners.testing.FundBook;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.People;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** The staff's pages on co-funding in a browser: everybody can use them, on any screen, in every language. */
@Tag("any-database")
class CoFundingPagesIT extends IntegrationTest {

    @RegisterExtension
    private final Browser browser = new Browser();

    @Autowired
    private FundBook book;

    @Autowired
    private CoFunding funding;

    @Test
    void budgetFundsRequestsAndCasesAreForEverybodyOnAnyScreenInEveryLanguage() {
        int year = book.newYear();
        var event = LocalDate.of(year, 5, 20);
        funding.forwardTo(LocalDate.of(year, 2, 10));
        people.of(CAMUNDA_ADMIN);
        var fund = book.allocate(year, null, "50000000.00");
        book.allocate(year, Activity.EXHIBITION, "12500000.50");
        var member = members.achieving(TargetStatus.CORPORATE_RESELLER);
        var other = members.achieving(TargetStatus.CORPORATE_RESELLER);
        var paid = book.holder(other.id());
        book.reserve(paid, year, Activity.EXHIBITION, "4200000.00");
        book.pay(paid, "4000000.00");
        var claimed = funding.submit(member, "EVENT", "Семинар по насосам для водоканалов", event);
        funding.approve(claimed);
        funding.submit(other, "WEBINAR", "Вебинар", event.plusDays(40));
        funding.passEvent(claimed);
        var paths = List.of(
                "/staff/co-funding?year=" + year,
                "/staff/co-funding/funds/" + fund,
                "/staff/co-funding/entries?year=" + year,
                "/staff/co-funding/requests?year=" + year,
                "/staff/cases/" + claimed,
                "/staff/co-funding/requests/" + claimed + "/extension",
                "/staff/co-funding/requests/" + claimed + "/cancellation",
                "/staff/partners/" + member.id());
        for (var window : List.of(Map.entry("ru-RU", PHONE), Map.entry("kk-KZ", PHONE), Map.entry("en-GB", DESKTOP))) {
            var finance = signedIn(FINANCE, window.getKey(), window.getValue());
            look(finance, paths.subList(0, 3));
            var marketing = signedIn(MARKETING_MANAGERS, window.getKey(), window.getValue());
            look(marketing, paths.subList(3, paths.size()));
        }
        funding.claimFirstLine(member, claimed, "17");
        look(signedIn(MARKETING_MANAGERS, "ru-RU", PHONE), List.of("/staff/cases/" + claimed));
    }

    private Page signedIn(Group group, String language, Browser.Screen screen) {
        var page = browser.open(language, screen);
        SignIn.as(page, people.of(group), People.PASSWORD);
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    private static void look(Page page, List<String> paths) {
        for (var path : paths) {
            page.navigate(path);
            assertFitsTheScreen(page);
            if ("ru".equals(page.locator("html").getAttribute("lang"))) {
                assertAccessible(page);
            }
        }
    }
}
