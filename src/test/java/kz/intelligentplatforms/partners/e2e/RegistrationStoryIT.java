package kz.intelligentplatforms.partners.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static kz.intelligentplatforms.partners.e2e.Browser.Screen.DESKTOP;
import static kz.intelligentplatforms.partners.e2e.Browser.Screen.PHONE;
import static kz.intelligentplatforms.partners.e2e.Browser.assertAccessible;
import static kz.intelligentplatforms.partners.e2e.Browser.assertFitsTheScreen;
import static kz.intelligentplatforms.partners.platform.identity.Group.ACCOUNT_MANAGERS;
import static kz.intelligentplatforms.partners.platform.identity.Group.CAMUNDA_ADMIN;
import static kz.intelligentplatforms.partners.platform.identity.Group.MONITORS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.partner.TaxIdentity;
import kz.intelligentplatforms.partners.registration.PartnerRegistrationProcess;
import kz.intelligentplatforms.partners.registration.PartnerRegistrationProcess.Submitted;
import kz.intelligentplatforms.partners.registration.RegistrationRequest;
import kz.intelligentplatforms.partners.testing.Companies;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Mails;
import kz.intelligentplatforms.partners.testing.People;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Registration as people live it: in a browser, with the engine working by itself. */
class RegistrationStoryIT extends IntegrationTest {

    private static final String PASSWORD = "четыре спокойных слова подряд";
    private static final String REASON = "Адрес не совпадает с адресом в реестре.";
    private static final Duration MAIL_DELIVERY = Duration.ofSeconds(60);

    /** Each piece would do or show something else if anything took it for more than text. */
    private static final String MARKUP =
            "<img src=x onerror=alert(1)> {{7331*7}} ${7331*7} **b** [x](javascript:alert(1))";

    private static final String COMPUTED = String.valueOf(7331 * 7);

    @RegisterExtension
    private final Browser browser = new Browser();

    @Autowired
    private PartnerRegistrationProcess process;

    @Autowired
    private Partners partners;

    @BeforeEach
    void letTheEngineWork() {
        // As in production there is an administrator; without one the webapps lead everybody to Camunda's set-up.
        people.of(CAMUNDA_ADMIN);
        startJobExecutor();
    }

    @AfterEach
    void stopTheEngine() {
        stopJobExecutor();
    }

    @Test
    void aCompanyAppliesIsReturnedCorrectedApprovedAndInvitedAndAMonitorWatches() {
        var bin = Companies.newBin();
        var company = wishing("CORPORATE_RESELLER", Companies.application(bin));
        var applicant = browser.open("ru-RU", DESKTOP);

        var caseNumber = apply(applicant, company);
        var manager = browser.open("ru-RU", DESKTOP);
        var tasklist = Tasklist.of(manager, people.of(ACCOUNT_MANAGERS), People.PASSWORD);
        returnForCorrection(tasklist, caseNumber, company);
        correct(applicant);
        approve(tasklist, caseNumber, bin);

        assertThat(applicant.locator(".case-facts")).containsText("Компания зарегистрирована");
        assertAccessible(applicant);
        acceptInvitation(applicant, company.contact().email(), caseNumber);
        var partner = partners.byIdentity(new TaxIdentity("KZ", bin)).orElseThrow();
        int year = LocalDate.ofInstant(partner.registeredAt(), ZoneId.of("Asia/Almaty"))
                .getYear();
        seePortal(applicant, company, caseNumber, year);
        seeCard(manager, company, caseNumber);

        watchInCockpit();
        tasklist.signOut();
        assertThat(manager.getByRole(AriaRole.STATUS)).hasText("Вы вышли.");
        manager.navigate("/staff/partners");
        assertThat(manager).hasURL(Pattern.compile("/login$"));
        manager.navigate("/camunda/app/tasklist/default/");
        assertThat(manager).hasURL(Pattern.compile("/login$"));
    }

    private String apply(Page applicant, RegistrationRequest company) {
        applicant.navigate("/");
        assertAccessible(applicant);
        applicant
                .locator("article.level", new Page.LocatorOptions().setHasText("Corporate Reseller"))
                .getByRole(AriaRole.LINK)
                .click();
        var form = new ApplicationPage(applicant);
        assertThat(applicant.getByLabel("Corporate Reseller")).isChecked();
        form.fill(company);
        var bin = company.company().bin();
        form.type("company.bin", bin.substring(0, 11) + (bin.charAt(11) - '0' + 1) % 10);
        form.send();
        assertThat(form.errorAt("company.bin")).containsText("контрольная цифра не сходится");
        assertThat(applicant.getByRole(AriaRole.ALERT)).isFocused();
        assertThat(applicant.getByRole(AriaRole.ALERT).getByRole(AriaRole.LISTITEM))
                .hasCount(1);
        assertThat(form.field("company.name")).hasValue(company.company().name());
        assertThat(form.field("contact.email")).hasValue(company.contact().email());
        assertThat(applicant.getByLabel("Corporate Reseller")).isChecked();
        assertThat(form.field("consent")).isChecked();
        assertAccessible(applicant);

        form.type("company.bin", bin);
        form.send();
        applicant.waitForURL("**/cases/*?sent");
        var caseNumber = applicant.locator("h1").textContent();
        assertThat(caseNumber).matches("REG-\\d{4}-\\d{6}");
        var facts = applicant.locator(".case-facts");
        assertThat(facts).containsText("На рассмотрении");
        assertThat(facts).containsText("Менеджер по работе с партнёрами");
        assertThat(facts.locator("time"))
                .hasAttribute(
                        "datetime", taskOf(caseNumber).getDueDate().toInstant().toString());
        assertThat(applicant.locator("main")).containsText("Желаемый Corporate Reseller сохранён в заявке");
        assertAccessible(applicant);
        return caseNumber;
    }

    private void returnForCorrection(Tasklist tasklist, String caseNumber, RegistrationRequest company) {
        tasklist.chooseFilter("Задачи моей группы");
        var card = tasklist.find(caseNumber, company.company().bin());
        assertThat(card).containsText("Рассмотреть заявку");
        assertThat(card.locator(".variable-value")).hasText(new String[] {
            company.company().name(), company.company().bin()
        });
        tasklist.open(card);
        assertThat(tasklist.form()).containsText(company.company().name());
        assertThat(tasklist.form()).containsText("БИН/ИИН " + company.company().bin());
        assertThat(tasklist.form()).containsText("Corporate Reseller");
        var staffPage = tasklist.page()
                .waitForPopup(() -> tasklist.form().getByText("Дело").click());
        assertThat(staffPage.locator("h1")).hasText(company.company().name());
        assertAccessible(staffPage);
        staffPage.close();

        tasklist.claim();
        tasklist.choose("Вернуть на исправление");
        tasklist.complete();
        assertThat(tasklist.notifications()).containsText("Напишите комментарий: заявитель прочитает его как причину.");
        tasklist.choose("Адрес и город");
        tasklist.comment(REASON);
        tasklist.completeForGood();
    }

    private void correct(Page applicant) {
        // The page asks for news by itself; nobody reloads it.
        assertThat(applicant.locator(".case-facts")).containsText("Нужны исправления");
        assertThat(applicant.locator(".case-facts")).containsText("Ваш");
        assertThat(applicant.locator(".history blockquote")).hasText(REASON);
        assertThat(applicant.locator("#case-news")).containsText("Нужны исправления");
        applicant
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Исправить заявку"))
                .click();
        assertThat(applicant.locator("#correction-part blockquote")).hasText(REASON);
        var fields = applicant.locator("#correction input:not([type=hidden])");
        assertThat(fields).hasCount(2);
        assertThat(fields.first()).hasValue("Караганда");
        assertAccessible(applicant);
        var form = new ApplicationPage(applicant);
        form.type("company.address", "");
        sendCorrection(applicant);
        assertThat(form.errorAt("company.address")).containsText("Заполните это поле.");
        assertAccessible(applicant);
        form.type("company.address", "пр. Бухар-Жырау, 49");
        sendCorrection(applicant);
        applicant.waitForURL("**/cases/*?corrected");
        assertThat(applicant.locator(".case-facts")).containsText("На рассмотрении");
        assertThat(applicant.locator("#correction-part")).hasCount(0);
    }

    private void approve(Tasklist tasklist, String caseNumber, String bin) {
        tasklist.page().navigate("/camunda/app/tasklist/default/");
        tasklist.chooseFilter("Задачи моей группы");
        tasklist.open(tasklist.find(caseNumber, bin));
        assertThat(tasklist.form()).containsText("пр. Бухар-Жырау, 49");
        assertThat(tasklist.form()).containsText(REASON);
        tasklist.claim();
        tasklist.choose("Принять");
        tasklist.completeForGood();
    }

    private void acceptInvitation(Page applicant, String email, String caseNumber) {
        var mail = invitationTo(email);
        assertThat(mail.text()).contains(caseNumber);
        applicant.navigate(mail.link());
        applicant.locator("#password").fill("слишком");
        applicant.locator("#password").press("Enter");
        assertThat(applicant.locator("#password-error")).containsText("Слишком коротко");
        assertAccessible(applicant);
        choosePassword(applicant);
        assertThat(applicant.getByRole(AriaRole.STATUS)).containsText("Пароль сохранён");
        applicant.navigate(mail.link());
        assertThat(applicant.locator("h1")).hasText("Ссылка больше не действует");
        SignIn.typing(applicant, email, PASSWORD);
        applicant.waitForURL("**/portal");
    }

    private static void seePortal(Page applicant, RegistrationRequest company, String caseNumber, int year) {
        assertThat(applicant.locator("h1")).hasText(company.company().name());
        assertThat(section(applicant, "Уровень")).containsText("Primary Reseller");
        assertThat(section(applicant, "Участие в программе")).containsText("До 31 декабря " + year);
        assertAccessible(applicant);
        section(applicant, "Заявки").getByText(caseNumber).click();
        assertThat(applicant.locator("h1")).hasText(caseNumber);
        assertThat(applicant.locator(".case-facts")).containsText("Компания зарегистрирована");
        assertAccessible(applicant);
    }

    private static void seeCard(Page manager, RegistrationRequest company, String caseNumber) {
        manager.navigate("/staff/partners");
        manager.getByRole(AriaRole.SEARCHBOX).fill(company.company().bin());
        manager.getByRole(AriaRole.SEARCHBOX).press("Enter");
        assertThat(manager.locator("tbody tr")).hasCount(1);
        assertAccessible(manager);
        manager.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(company.company().name()))
                .click();
        assertThat(section(manager, "Уровень")).containsText("Primary Reseller");
        assertThat(section(manager, "Баллы")).containsText("Доступно");
        assertThat(section(manager, "Заявки")).containsText(caseNumber);
        assertAccessible(manager);
        manager.navigate("/camunda/app/tasklist/default/");
    }

    private void watchInCockpit() {
        var running = submit(Companies.application());
        var cockpit = Cockpit.of(browser.open("ru-RU", DESKTOP), people.of(MONITORS), People.PASSWORD);
        cockpit.openProcess("Регистрация партнёра");
        cockpit.openCase(running.caseNumber());
        assertThat(cockpit.businessKey()).hasText(running.caseNumber());
        assertThat(cockpit.step("Task_ReviewRegistration")).isVisible();
        assertThat(cockpit.instancesAt("Task_ReviewRegistration")).hasText("1");
    }

    @Tag("any-database")
    @ParameterizedTest
    @ValueSource(strings = {"ru-RU", "kk-KZ", "en-GB"})
    void anApplicantGetsAlongOnAPhoneInEveryLanguage(String language) {
        var page = browser.open(language, PHONE);
        page.navigate("/");
        assertThat(page.locator("html")).hasAttribute("lang", language.substring(0, 2));
        assertUsable(page, language);
        var form = ApplicationPage.open(page);
        assertUsable(page, language);
        form.send();
        assertThat(form.errorAt("consent")).isVisible();
        assertUsable(page, language);
        var company = Companies.application();
        form.fill(company);
        form.type("company.phone", "нет");
        form.send();
        assertThat(page.locator(".field-error")).hasCount(1);
        assertThat(form.errorAt("company.phone")).isVisible();
        form.fill(company).send();
        page.waitForURL("**/cases/*?sent");
        assertUsable(page, language);

        var caseNumber = page.locator("h1").textContent();
        review(caseNumber, "RETURN", REASON, "company.name", "company.identity", "company.address", "contact");
        page.reload();
        assertThat(page.locator("#correction-part blockquote")).hasText(REASON);
        assertUsable(page, language);
        form.type("contact.email", "не адрес");
        sendCorrection(page);
        assertThat(form.errorAt("contact.email")).isVisible();
        assertUsable(page, language);
        form.type("contact.email", company.contact().email());
        sendCorrection(page);
        page.waitForURL("**/cases/*?corrected");
        assertUsable(page, language);

        page.locator(".withdraw summary").click();
        assertUsable(page, language);
        page.locator(".withdraw button").click();
        page.waitForURL("**/cases/*?withdrawn");
        assertThat(page.locator(".withdraw")).hasCount(0);
        assertUsable(page, language);
    }

    @Tag("any-database")
    @Test
    void everyPageOfPartnersAndStaffIsAccessibleAndFitsAPhoneInEveryLanguage() {
        var company = Companies.application();
        var registered = submit(company);
        review(registered.caseNumber(), "APPROVE", "");
        var rejected = submit(Companies.application());
        review(rejected.caseNumber(), "REJECT", REASON);
        var email = company.contact().email();
        var invitation = invitationTo(email);
        var partner = partners.byIdentity(
                        new TaxIdentity("KZ", company.company().bin()))
                .orElseThrow();

        var guest = browser.open("ru-RU", PHONE);
        assertUsableInEveryLanguage(
                guest,
                "/login",
                "/login?error",
                "/password/forgot",
                "/password/forgot?sent",
                "/register/no-such-page",
                "/cases/no-such-case",
                "/cases/" + registered.token(),
                "/cases/" + rejected.token(),
                invitation.link());
        guest.navigate(invitation.link());
        choosePassword(guest);
        assertUsable(guest);
        assertUsableInEveryLanguage(guest, invitation.link());
        SignIn.as(guest, email, PASSWORD);
        guest.waitForURL("**/portal");
        assertUsableInEveryLanguage(
                guest, "/portal", "/portal/cases/" + registered.caseNumber(), "/portal/cases/no-such-case");
        guest.navigate("/staff/partners");
        assertUsable(guest);

        var staff = browser.open("ru-RU", PHONE);
        SignIn.as(staff, people.of(MONITORS), People.PASSWORD);
        staff.waitForURL("**/cockpit/**");
        assertUsableInEveryLanguage(
                staff,
                "/staff/partners",
                "/staff/partners?q=nobody+is+called+this",
                "/staff/partners/" + partner.id(),
                "/staff/cases/" + registered.caseNumber(),
                "/staff/cases/" + rejected.caseNumber());
    }

    @Tag("any-database")
    @Test
    void theFormWorksWithoutScripts() {
        var company = Companies.application();
        var page = browser.openWithoutScripts("ru-RU");
        var form = ApplicationPage.open(page);
        form.send();
        assertThat(form.errorAt("company.name")).containsText("Заполните это поле.");
        form.fill(company).send();
        page.waitForURL("**/cases/*?sent");
        assertThat(page.locator(".case-facts")).containsText("На рассмотрении");
        assertThat(casesOf(company)).isOne();
    }

    @Test
    void aDoubleClickMakesOneCase() {
        var company = Companies.application();
        var page = browser.open("ru-RU", DESKTOP);
        ApplicationPage.open(page).fill(company).sendButton().dblclick();
        page.waitForURL("**/cases/*?sent");
        assertThat(casesOf(company)).isOne();
    }

    @Test
    void aFormSentAgainLeadsToTheSameCase() {
        var company = Companies.application();
        var page = browser.open("ru-RU", DESKTOP);
        var form = ApplicationPage.open(page).fill(company);
        var key = page.locator("[name=submissionKey]").inputValue();
        form.send();
        page.waitForURL("**/cases/*?sent");
        var tracker = page.url();

        page.goBack();
        // A browser that keeps pages keeps the key too; this one is told not to keep any.
        page.locator("[name=submissionKey]").evaluate("(field, key) => field.value = key", key);
        form.fill(company).send();
        page.waitForURL(tracker);
        assertThat(casesOf(company)).isOne();
    }

    @Test
    void aFormSentAgainAsANewOneMakesNoSecondCase() {
        var company = Companies.application();
        var page = browser.open("ru-RU", DESKTOP);
        ApplicationPage.open(page).fill(company).send();
        page.waitForURL("**/cases/*?sent");
        var again = ApplicationPage.open(page).fill(company);
        again.send();
        assertThat(again.errorAt("company.bin")).containsText("её заявка рассматривается");
        assertThat(casesOf(company)).isOne();
    }

    @Tag("any-database")
    @Test
    void markupIsShownAsTextEverywhere() {
        var bin = Companies.newBin();
        var plain = Companies.application(bin);
        var applicant = browser.open("ru-RU", DESKTOP);
        var form = ApplicationPage.open(applicant).fill(plain);
        var freeTexts = List.of("company.name", "company.city", "company.address", "contact.name", "contact.position");
        var strictTexts = List.of("company.bin", "company.phone", "company.website", "contact.email", "contact.phone");
        freeTexts.forEach(name -> form.type(name, MARKUP));
        strictTexts.forEach(name -> form.type(name, MARKUP));
        form.send();
        strictTexts.forEach(name -> {
            assertThat(form.errorAt(name)).isVisible();
            assertThat(form.field(name)).hasValue(MARKUP);
        });
        assertThat(applicant.locator(".field-error")).hasCount(strictTexts.size());
        form.fill(plain);
        freeTexts.forEach(name -> form.type(name, MARKUP));
        form.send();
        applicant.waitForURL("**/cases/*?sent");
        assertShownAsText(applicant.locator("main"), 2);
        var caseNumber = applicant.locator("h1").textContent();

        review(caseNumber, "RETURN", MARKUP, "company.address");
        applicant.reload();
        assertShownAsText(applicant.locator("main"), 4);
        var lookalike =
                submit(withMarkup(Companies.application(), plain.company().phone()));
        sendCorrection(applicant);
        applicant.waitForURL("**/cases/*?corrected");

        var manager = browser.open("ru-RU", DESKTOP);
        var tasklist = Tasklist.of(manager, people.of(ACCOUNT_MANAGERS), People.PASSWORD);
        tasklist.chooseFilter("Задачи моей группы");
        var card = tasklist.find(caseNumber, bin);
        assertShownAsText(card, 1);
        tasklist.open(card);
        // Five facts, the earlier reason, and the name in the hint that another company has the same phone.
        assertShownAsText(tasklist.form(), 7);
        manager.navigate("/staff/cases/" + caseNumber);
        assertShownAsText(manager.locator("main"), 5);

        review(caseNumber, "APPROVE", MARKUP);
        var email = plain.contact().email();
        var invitation = invitationTo(email);
        applicant.navigate(invitation.link());
        assertShownAsText(applicant.locator("main"), 1);
        choosePassword(applicant);
        SignIn.as(applicant, email, PASSWORD);
        applicant.waitForURL("**/portal");
        assertShownAsText(applicant.locator("main"), 4);
        manager.navigate("/staff/partners?q=" + bin);
        assertShownAsText(manager.locator("main"), 2);
        manager.locator("tbody a").click();
        assertShownAsText(manager.locator("main"), 5);

        var cockpit = Cockpit.of(browser.open("ru-RU", DESKTOP), people.of(MONITORS), People.PASSWORD);
        cockpit.openProcess("Регистрация партнёра");
        cockpit.openCase(lookalike.caseNumber());
        assertThat(cockpit.variables()).containsText("<img src=x");
    }

    /** At least so many times, literally, and nothing has become of it. */
    private static void assertShownAsText(Locator part, int times) {
        assertThat(part).containsText(MARKUP);
        var text = part.textContent();
        assertThat(text.split(Pattern.quote(MARKUP), -1)).hasSizeGreaterThan(times);
        assertThat(text).doesNotContain(COMPUTED);
        assertThat(part.locator("img, a[href^='javascript']")).hasCount(0);
    }

    private static RegistrationRequest wishing(String tier, RegistrationRequest request) {
        return new RegistrationRequest(
                tier, request.company(), request.contact(), request.language(), request.consent());
    }

    private static RegistrationRequest withMarkup(RegistrationRequest request, String phone) {
        var company = request.company();
        return new RegistrationRequest(
                request.wishedTier(),
                new RegistrationRequest.Company(
                        MARKUP, company.country(), company.bin(), "", MARKUP, MARKUP, phone, ""),
                new RegistrationRequest.Contact(
                        MARKUP,
                        MARKUP,
                        request.contact().email(),
                        request.contact().phone()),
                request.language(),
                request.consent());
    }

    /** Whether nobody is kept out of a page does not depend on its language. */
    private static void assertUsable(Page page, String language) {
        if (language.startsWith("ru")) {
            assertAccessible(page);
        }
        assertFitsTheScreen(page);
    }

    private static void assertUsable(Page page) {
        assertAccessible(page);
        assertFitsTheScreen(page);
    }

    private static void assertUsableInEveryLanguage(Page page, String... addresses) {
        for (var address : addresses) {
            for (var language : List.of("kk", "en", "ru")) {
                page.navigate(address + (address.contains("?") ? "&" : "?") + "lang=" + language);
                assertThat(page.locator("html")).hasAttribute("lang", language);
                assertFitsTheScreen(page);
            }
            assertAccessible(page);
        }
    }

    private static Locator section(Page page, String heading) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(heading).setExact(true));
    }

    private static void sendCorrection(Page page) {
        page.locator("#correction button[type=submit]").click();
    }

    private static void choosePassword(Page page) {
        page.locator("#password").fill(PASSWORD);
        page.locator("#password").press("Enter");
        page.waitForURL("**/login?welcome");
    }

    private static Mails.Received invitationTo(String email) {
        return await("the invitation")
                .atMost(MAIL_DELIVERY)
                .until(
                        () -> Mails.to(email),
                        mails -> mails.stream().anyMatch(mail -> mail.text().contains("/invitation/")))
                .stream()
                .filter(mail -> mail.text().contains("/invitation/"))
                .findFirst()
                .orElseThrow();
    }

    private Submitted submit(RegistrationRequest request) {
        return process.submit(request, UUID.randomUUID().toString());
    }

    private void review(String caseNumber, String decision, String comment, String... fields) {
        engine.getIdentityService().setAuthentication(people.of(ACCOUNT_MANAGERS), List.of(ACCOUNT_MANAGERS.id()));
        engine.getFormService()
                .submitTaskForm(
                        taskOf(caseNumber).getId(),
                        Map.of("decision", decision, "comment", comment, "returnedFields", Spin.JSON(List.of(fields))));
        engine.getIdentityService().clearAuthentication();
    }

    private Task taskOf(String caseNumber) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .singleResult();
    }

    private long casesOf(RegistrationRequest request) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey("partner-registration")
                .variableValueEquals("bin", request.company().bin())
                .count();
    }
}
