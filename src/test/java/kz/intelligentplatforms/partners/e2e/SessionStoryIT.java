package kz.intelligentplatforms.partners.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static kz.intelligentplatforms.partners.e2e.Browser.Screen.DESKTOP;
import static kz.intelligentplatforms.partners.e2e.Browser.assertAccessible;
import static kz.intelligentplatforms.partners.platform.identity.Group.FINANCE;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.intelligentplatforms.partners.testing.Companies;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.People;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody types for long, the session ends meanwhile, and nothing typed is lost. */
@Tag("any-database")
class SessionStoryIT extends IntegrationTest {

    private static final String WORDS = "Строка первая, «кавычки» & <b>знаки</b>\nстрока вторая";

    @RegisterExtension
    private final Browser browser = new Browser();

    @Test
    void aPartnersFormComesBackWithEveryRowAfterTheSignIn() {
        var partner = members.achieving().email();
        var page = browser.open("ru-RU", DESKTOP);
        SignIn.typing(page, partner, People.PASSWORD);
        page.waitForURL("**/portal");
        page.navigate("/portal/level/CORPORATE_RESELLER");
        // A row without a word in it is none.
        field(page, "evidence.technicalStaff[0].name").fill("Марат Оспанов");
        page.locator("button[name=add][value=technicalStaff]").click();
        var typed = new LinkedHashMap<String, String>();
        typed.put("evidence.salesPlan.q1", "12 млн");
        typed.put("evidence.salesPlan.marketing", WORDS);
        typed.put("evidence.salesSpecialist.name", "Әсел Қуанышқызы");
        typed.put("evidence.technicalStaff[0].name", "Марат Оспанов");
        typed.put("evidence.technicalStaff[1].name", "Пётр Ли");
        typed.put("evidence.technicalStaff[1].certificates[0].number", "E-2");
        type(page, typed);
        page.locator("[name='evidence.salesPlan.year']").selectOption(new SelectOption().setIndex(1));

        page.context().clearCookies();
        save(page).click();
        page.waitForURL("**/login*");
        assertThat(page.getByText("Войдите — введённое вернётся в форму")).isVisible();
        assertAccessible(page);
        signIn(page, partner);
        assertThat(page.getByText("форма не отправлена")).isVisible();
        assertTyped(page, typed);
        assertAccessible(page);

        save(page).click();
        page.waitForURL("**saved");
        assertTyped(page, typed);
        assertThat(page.getByText("форма не отправлена")).hasCount(0);
    }

    @Test
    void anApplicantsFormComesBackAtOnceAndIsSentByHand() {
        var request = Companies.application();
        var page = browser.open("ru-RU", DESKTOP);
        var form = ApplicationPage.open(page).fill(request);
        page.context().clearCookies();
        form.send();
        assertThat(page.getByText("форма не отправлена")).isVisible();
        assertThat(form.field("company.bin")).hasValue(request.company().bin());
        assertThat(form.field("contact.email")).hasValue(request.contact().email());
        assertThat(form.field("consent")).isChecked();
        assertThat(page.locator("[name=wishedTier][value=" + request.wishedTier() + "]"))
                .isChecked();
        assertThat(page.locator("[data-unsent] details")).hasCount(0);
        form.send();
        page.waitForURL("**/cases/*?sent");
    }

    @Test
    void aStaffFormComesBackAndWithoutScriptsItsTextCanBeRead() {
        var page = browser.openWithoutScripts("ru-RU");
        SignIn.typing(page, people.of(FINANCE), People.PASSWORD);
        page.navigate("/staff/co-funding");
        page.locator("[name='allocation.reason']").fill(WORDS);
        page.context().clearCookies();
        page.locator("#allocation button[type=submit]").click();
        signIn(page, people.of(FINANCE));
        page.getByText("Что было введено").click();
        assertThat(page.locator(".unsent")).containsText("Строка первая, «кавычки» & <b>знаки</b>");
    }

    private static void type(Page page, Map<String, String> typed) {
        typed.forEach((name, value) -> field(page, name).fill(value));
    }

    private static void assertTyped(Page page, Map<String, String> typed) {
        typed.forEach((name, value) -> assertThat(field(page, name)).hasValue(value));
    }

    private static Locator field(Page page, String name) {
        return page.locator("[name='" + name + "']");
    }

    private static Locator save(Page page) {
        return page.locator(".buttons button[name=save]");
    }

    private static void signIn(Page page, String name) {
        page.locator("#username").fill(name);
        page.locator("#password").fill(People.PASSWORD);
        page.locator("#password").press("Enter");
    }
}
