package kz.intelligentplatforms.partners.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static kz.intelligentplatforms.partners.e2e.Browser.Screen.DESKTOP;
import static kz.intelligentplatforms.partners.e2e.Browser.Screen.PHONE;
import static kz.intelligentplatforms.partners.e2e.Browser.assertAccessible;
import static kz.intelligentplatforms.partners.e2e.Browser.assertFitsTheScreen;
import static kz.intelligentplatforms.partners.platform.identity.Group.CAMUNDA_ADMIN;
import static kz.intelligentplatforms.partners.platform.identity.Group.CERTIFICATION_MANAGERS;
import static kz.intelligentplatforms.partners.platform.identity.Group.PROGRAM_MANAGERS;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.partner.TaxIdentity;
import kz.intelligentplatforms.partners.program.TargetStatus;
import kz.intelligentplatforms.partners.registration.PartnerRegistrationProcess;
import kz.intelligentplatforms.partners.registration.RegistrationRequest;
import kz.intelligentplatforms.partners.testing.Companies;
import kz.intelligentplatforms.partners.testing.Desk;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Mails;
import kz.intelligentplatforms.partners.testing.People;
import kz.intelligentplatforms.partners.testing.SampleFiles;
import kz.intelligentplatforms.partners.tierupgrade.Samples;
import kz.intelligentplatforms.partners.tierupgrade.TierApplicationView;
import kz.intelligentplatforms.partners.tierupgrade.TierUpgradeProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** The change of a level as people live it: in a browser, with the engine working by itself. */
@Tag("any-database")
class LevelStoryIT extends IntegrationTest {

    private static final String PASSWORD = "четыре спокойных слова подряд";
    private static final String REASON = "Приложите скан сертификата.";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    private final Browser browser = new Browser();

    @Autowired
    private PartnerRegistrationProcess registration;

    @Autowired
    private TierUpgradeProcess process;

    @Autowired
    private Partners partners;

    @Autowired
    private Cases cases;

    private Desk desk;

    @BeforeEach
    void letTheEngineWork() {
        people.of(CAMUNDA_ADMIN);
        desk = new Desk(engine, people);
        startJobExecutor();
    }

    @AfterEach
    void stopTheEngine() {
        stopJobExecutor();
    }

    @Test
    void aNewCompanyThatWishesCorporateGetsItIsListedAndThenGetsTheServiceStatus() {
        var company = wishingCorporate(Companies.application());
        var bin = company.company().bin();
        var partner = browser.open("ru-RU", DESKTOP);
        var caseNumber = registeredAndSignedIn(company, partner);
        partner.navigate("/portal/cases/" + caseNumber);
        assertThat(partner.locator(".case-facts")).containsText("Проверка требований");
        assertAccessible(partner);

        returnCertificates(caseNumber, bin);
        // The page asks for news by itself; nobody reloads it.
        assertThat(partner.locator(".case-facts")).containsText("Нужен ваш ответ");
        correctWithAFile(partner, caseNumber);
        confirm(caseNumber, "Task_AgreeSalesPlan");
        confirm(caseNumber, "Task_CheckSalesSpecialist");
        confirm(caseNumber, "Task_CheckTechnicalCertification");
        approveInTasklist(caseNumber, bin);
        seeChanged(partner, caseNumber);

        var anybody = browser.open("ru-RU", PHONE);
        anybody.navigate("/partners");
        findInDirectory(anybody, company.company().name());
        anybody.navigate("/service-partners");
        assertThat(anybody.locator("main")).not().containsText(company.company().name());

        applyForService(partner);
        var service = partner.locator("h1").textContent();
        confirm(service, "Task_VerifyServicePrograms");
        confirm(service, "Task_CheckProductEngineer");
        waitFor(service, "Task_DecideTierChange");
        desk.answer(service, "Task_DecideTierChange", Map.of("decision", "APPROVE", "comment", ""));
        seeChanged(partner, service);
        anybody.navigate("/service-partners");
        assertThat(anybody.locator("main")).containsText(company.company().name());
        assertFitsTheScreen(anybody);
    }

    @Test
    void thereIsNoServiceStatusForThePrimaryLevel() {
        var page = browser.open("ru-RU", PHONE);
        SignIn.as(page, members.achieving().email(), People.PASSWORD);
        page.waitForURL("**/portal");
        page.navigate("/portal/level");
        assertAccessible(page);
        assertFitsTheScreen(page);
        page.navigate("/portal/level/SERVICE");
        assertThat(page.locator("main")).containsText("На текущем уровне сервисного статуса нет");
        assertThat(page.locator("#application")).hasCount(0);
        assertAccessible(page);
    }

    @Test
    void theFormKeepsWhatWasTypedNamesWhatIsWrongAndWorksOnAPhone() {
        var page = browser.open("ru-RU", PHONE);
        SignIn.as(page, members.achieving().email(), People.PASSWORD);
        page.waitForURL("**/portal");
        page.navigate("/portal/level/CORPORATE_RESELLER");
        assertAccessible(page);
        assertFitsTheScreen(page);
        page.locator("[name='evidence.salesPlan.q1']").fill("-5");
        page.locator("[name='evidence.technicalStaff[0].certificates[0].validUntil']")
                .fill("01.01.2001");
        send(page);
        assertThat(page.locator("#evidence-salesPlan-q1-error")).isVisible();
        assertThat(page.locator("[name='evidence.salesPlan.q1']")).hasValue("-5");
        assertThat(page.locator("main")).containsText("Этот день уже прошёл");
        assertAccessible(page);
        assertFitsTheScreen(page);
    }

    private String registeredAndSignedIn(RegistrationRequest company, Page page) {
        var number = registration.submit(company, UUID.randomUUID().toString()).caseNumber();
        desk.answer(number, "Task_ReviewRegistration", Map.of("decision", "APPROVE", "comment", ""));
        var email = company.contact().email();
        var invitation = await("the invitation")
                .atMost(PATIENCE)
                .until(
                        () -> Mails.to(email).stream()
                                .filter(mail -> mail.text().contains("/invitation/"))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        page.navigate(invitation.link());
        page.locator("#password").fill(PASSWORD);
        page.locator("#password").press("Enter");
        page.waitForURL("**/login?welcome");
        SignIn.as(page, email, PASSWORD);
        page.waitForURL("**/portal");
        var identity = new TaxIdentity("KZ", company.company().bin());
        var id = partners.byIdentity(identity).orElseThrow().id();
        return await("the application for the level")
                .atMost(PATIENCE)
                .until(() -> process.openOf(id), open -> !open.isEmpty())
                .stream()
                .filter(open -> open.target() == TargetStatus.CORPORATE_RESELLER)
                .map(TierApplicationView::caseNumber)
                .findFirst()
                .orElseThrow();
    }

    private void returnCertificates(String caseNumber, String bin) {
        var tasklist = Tasklist.of(browser.open("ru-RU", DESKTOP), people.of(CERTIFICATION_MANAGERS), People.PASSWORD);
        tasklist.chooseFilter("Задачи моей группы");
        tasklist.open(tasklist.find(caseNumber, bin));
        assertThat(tasklist.form()).containsText("Марат Оспанов");
        tasklist.claim();
        tasklist.choose("Вернуть партнёру");
        tasklist.complete();
        assertThat(tasklist.notifications()).containsText("Напишите комментарий");
        tasklist.comment(REASON);
        tasklist.completeForGood();
    }

    private static void correctWithAFile(Page page, String caseNumber) {
        page.navigate("/portal/cases/" + caseNumber);
        var part = page.locator("#part-CERTIFIED_TECHNICAL_STAFF");
        assertThat(part.locator("blockquote")).hasText(REASON);
        assertAccessible(page);
        part.locator("input[type=file]")
                .setInputFiles(new FilePayload("сертификат.pdf", "application/pdf", SampleFiles.pdf("certificate")));
        part.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Загрузить"))
                .click();
        assertThat(page.locator("#part-CERTIFIED_TECHNICAL_STAFF .files")).containsText("сертификат.pdf");
        page.locator("#part-CERTIFIED_TECHNICAL_STAFF .buttons button").first().click();
        page.waitForURL("**corrected**");
        assertThat(page.locator(".case-facts")).containsText("Проверка требований");
    }

    private void approveInTasklist(String caseNumber, String bin) {
        waitFor(caseNumber, "Task_DecideTierChange");
        var tasklist = Tasklist.of(browser.open("ru-RU", DESKTOP), people.of(PROGRAM_MANAGERS), People.PASSWORD);
        tasklist.chooseFilter("Задачи моей группы");
        tasklist.open(tasklist.find(caseNumber, bin));
        assertThat(tasklist.form()).containsText("Уровень станет Corporate Reseller");
        assertThat(tasklist.form()).containsText("подтверждено");
        tasklist.claim();
        tasklist.choose("Одобрить");
        tasklist.completeForGood();
    }

    /** Looks again once it is done, instead of waiting for the page to ask. */
    private void seeChanged(Page page, String caseNumber) {
        await(caseNumber + " is through")
                .atMost(PATIENCE)
                .until(() -> cases.byNumber(caseNumber).orElseThrow().isClosed());
        page.reload();
        assertThat(page.locator(".case-facts")).containsText("Уровень изменён");
    }

    private static void findInDirectory(Page page, String name) {
        page.getByRole(AriaRole.SEARCHBOX).fill(name);
        page.getByRole(AriaRole.SEARCHBOX).press("Enter");
        assertThat(page.locator("main")).containsText(name);
        assertAccessible(page);
        assertFitsTheScreen(page);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).click();
        assertThat(page.locator("h1")).hasText(name);
        assertAccessible(page);
        assertFitsTheScreen(page);
    }

    private static void applyForService(Page page) {
        page.navigate("/portal/level/SERVICE");
        var typed = new HashMap<String, String>();
        for (int program = 0; program < 2; program++) {
            var path = "evidence.servicePrograms[" + program + "].";
            typed.put(path + "commitment", "Склад запасных частей, выезд за два дня");
            typed.put(path + "region", "Карагандинская область");
            typed.put(path + "contact", "Пётр Ли, +7 701 000 00 00");
        }
        typed.put("evidence.engineer.name", "Пётр Ли");
        typed.put("evidence.engineer.certificate.course", "Ремонт и наладка");
        typed.put("evidence.engineer.certificate.number", "E-" + UUID.randomUUID());
        typed.put(
                "evidence.engineer.certificate.issued",
                Samples.today().minusYears(1).toString());
        typed.put(
                "evidence.engineer.certificate.validUntil",
                Samples.today().plusYears(1).toString());
        typed.forEach((name, value) -> page.locator("[name='" + name + "']").fill(value));
        send(page);
        page.waitForURL("**/portal/level/cases/*?sent");
        assertAccessible(page);
    }

    private static void send(Page page) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Отправить заявку").setExact(true))
                .click();
    }

    private void confirm(String caseNumber, String task) {
        waitFor(caseNumber, task);
        var answers = new HashMap<String, Object>(Map.of("verdict", "CONFIRMED", "comment", ""));
        if (List.of("Task_CheckTechnicalCertification", "Task_CheckProductEngineer")
                .contains(task)) {
            answers.put("validUntil", Samples.today().plusMonths(6).toString());
        }
        desk.answer(caseNumber, task, answers);
    }

    private void waitFor(String caseNumber, String task) {
        await(caseNumber + " at " + task)
                .atMost(PATIENCE)
                .until(() -> desk.openTasks(caseNumber).contains(task));
    }

    private static RegistrationRequest wishingCorporate(RegistrationRequest request) {
        return new RegistrationRequest(
                "CORPORATE_RESELLER",
                request.company(),
                request.contact(),
                request.language(),
                request.consent(),
                Samples.complete());
    }
}
