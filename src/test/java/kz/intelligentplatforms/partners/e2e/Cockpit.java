package kz.intelligentplatforms.partners.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Camunda Cockpit in Russian, as the people who watch use it. */
record Cockpit(Page page) {

    /** Signed in as somebody whose work begins here. */
    static Cockpit of(Page page, String user, String password) {
        SignIn.as(page, user, password);
        page.waitForURL("**/camunda/app/cockpit/**");
        return new Cockpit(page);
    }

    /** How many tasks are open, on the first page. */
    Locator openTasks() {
        return page.locator(".open-human-tasks a.value");
    }

    void openProcess(String name) {
        page.getByRole(AriaRole.LINK, named("Процессы")).first().click();
        page.getByRole(AriaRole.LINK, named(name)).click();
        assertThat(step("Task_ReviewRegistration")).isVisible();
    }

    /** Opens the running case of the process in view. */
    void openCase(String caseNumber) {
        new SearchField(page, "Добавить условие").add("Бизнес-ключ", caseNumber);
        var rows = page.locator("table.process-instances tbody tr")
                .filter(new Locator.FilterOptions().setHasText(caseNumber));
        assertThat(rows).hasCount(1);
        rows.getByRole(AriaRole.LINK).last().click();
        page.waitForURL("**/process-instance/**");
    }

    Locator businessKey() {
        return page.locator("dd.business-key");
    }

    /** A step in the diagram. */
    Locator step(String id) {
        return page.locator(".djs-container .djs-element[data-element-id='" + id + "']");
    }

    /** How many instances are at a step, in the diagram. */
    Locator instancesAt(String id) {
        return page.locator(".djs-overlays[data-container-id='" + id + "'] .instance-count");
    }

    Locator variables() {
        return page.locator(".ctn-tabbed-content");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
