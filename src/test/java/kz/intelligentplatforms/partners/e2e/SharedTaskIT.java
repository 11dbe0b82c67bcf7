package kz.intelligentplatforms.partners.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static kz.intelligentplatforms.partners.e2e.Browser.Screen.DESKTOP;
import static kz.intelligentplatforms.partners.platform.identity.Group.ACCOUNT_MANAGERS;
import static kz.intelligentplatforms.partners.platform.identity.Group.CAMUNDA_ADMIN;
import static kz.intelligentplatforms.partners.platform.identity.Group.MONITORS;
import static kz.intelligentplatforms.partners.platform.identity.Group.PROGRAM_MANAGERS;

import java.util.UUID;
import java.util.regex.Pattern;
import kz.intelligentplatforms.partners.registration.PartnerRegistrationProcess;
import kz.intelligentplatforms.partners.testing.Companies;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Colleagues who share a queue in Tasklist: taken, given back, commented on, freed by a program manager; and a monitor who watches. */
@Tag("any-database")
class SharedTaskIT extends IntegrationTest {

    private static final String GROUPS_TASKS = "Задачи моей группы";

    @RegisterExtension
    private final Browser browser = new Browser();

    @Autowired
    private PartnerRegistrationProcess process;

    @BeforeEach
    void haveAnAdministrator() {
        // Without one the webapps lead everybody to Camunda's set-up.
        people.of(CAMUNDA_ADMIN);
    }

    @Test
    void aTaskIsTakenCommentedOnSeenByColleaguesGivenBackAndFreed() {
        var company = Companies.application();
        var number = process.submit(company, UUID.randomUUID().toString()).caseNumber();
        var bin = company.company().bin();
        var manager = of(people.of(ACCOUNT_MANAGERS));
        manager.chooseFilter(GROUPS_TASKS);
        manager.open(manager.find(number, bin));
        manager.claim();
        manager.addComment("Жду звонка директора");
        assertThat(manager.history()).containsText("Жду звонка директора");

        var colleague = of(people.another(ACCOUNT_MANAGERS));
        colleague.chooseFilter(GROUPS_TASKS);
        var card = colleague.find(number, bin);
        assertThat(card.locator(".assignee")).hasText("Member of account-managers");
        colleague.open(card);
        assertThat(colleague.holder()).containsText("Member of account-managers");

        manager.giveBack();
        assertThat(manager.holder()).hasText("Взять в работу");
        manager.claim();

        var head = of(people.of(PROGRAM_MANAGERS));
        head.chooseFilter("В работе у сотрудников");
        head.open(head.find(number, bin));
        head.free();
        assertThat(head.holder()).hasText("Взять в работу");

        colleague.page().reload();
        colleague.claim();
        colleague.choose("Принять");
        colleague.completeForGood();
    }

    @Test
    void aMonitorSeesWhoseTaskACaseWaitsFor() {
        var number = process.submit(Companies.application(), UUID.randomUUID().toString())
                .caseNumber();
        var cockpit = Cockpit.of(browser.open("ru-RU", DESKTOP), people.of(MONITORS), People.PASSWORD);
        assertThat(cockpit.openTasks()).hasText(Pattern.compile("[1-9]"));
        cockpit.openProcess("Регистрация партнёра");
        cockpit.openCase(number);
        cockpit.page().getByText("Пользовательские задачи").first().click();
        assertThat(cockpit.page().locator(".ctn-tabbed-content")).containsText("Рассмотреть заявку");
    }

    private Tasklist of(String user) {
        return Tasklist.of(browser.open("ru-RU", DESKTOP), user, People.PASSWORD);
    }
}
