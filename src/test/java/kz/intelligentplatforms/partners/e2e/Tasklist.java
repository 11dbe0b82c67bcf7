package kz.intelligentplatforms.partners.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Camunda Tasklist in Russian, as the people who decide use it. */
record Tasklist(Page page) {

    /** Signed in as somebody whose work begins here. */
    static Tasklist of(Page page, String user, String password) {
        SignIn.as(page, user, password);
        page.waitForURL("**/camunda/app/tasklist/**");
        return new Tasklist(page);
    }

    void chooseFilter(String name) {
        page.locator(".task-filters").getByText(name).click();
    }

    /** Opens the start form of a process. */
    void openStartForm(String process) {
        page.getByText("Запустить процесс").first().click();
        page.locator(".modal-dialog").getByText(process).click();
        assertThat(startForm()).isVisible();
    }

    Locator startForm() {
        return page.locator(".modal-dialog .task-form");
    }

    /** Tries to start the process; what is wrong with the answers shows in the dialog. */
    void start() {
        startDialog()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Запустить").setExact(true))
                .click();
    }

    Locator startDialog() {
        return page.locator(".modal-dialog");
    }

    /** Leaves only the tasks of one case in the list. */
    Locator find(String caseNumber, String words) {
        new SearchField(page, "Найти задачи").add("Бизнес-ключ экземпляра процесса", caseNumber);
        var cards = page.locator("li.task");
        assertThat(cards).hasCount(1);
        assertThat(cards).containsText(words);
        return cards;
    }

    /** Opens the task; its form can be read but not answered before it is claimed. */
    void open(Locator card) {
        card.locator("h4.task a").click();
        assertThat(form()).isVisible();
    }

    Locator form() {
        return page.locator(".task-form");
    }

    void claim() {
        page.getByRole(AriaRole.BUTTON, named("Взять в работу")).click();
        assertThat(page.locator(".disabled-form")).hasCount(0);
    }

    /** Whose the task is; the button that takes it, where it is nobody's. */
    Locator holder() {
        return page.locator(".meta.actors .assignee");
    }

    /** Gives one's own task back to the group. */
    void giveBack() {
        holder().locator(".unclaim").click();
    }

    /** Takes the task from whoever holds it. */
    void free() {
        holder().locator(".reset-assignee").click();
    }

    void addComment(String text) {
        page.locator(".createCommentLink").click();
        startDialog().locator("textarea").fill(text);
        startDialog().locator("button[type=submit]").click();
        assertThat(startDialog()).hasCount(0);
    }

    /** What happened to the task. */
    Locator history() {
        page.locator(".nav-tabs").getByText("История").click();
        return page.locator(".history-pane");
    }

    /** Ticks a decision or a field to correct. */
    void choose(String label) {
        form().getByText(label, new Locator.GetByTextOptions().setExact(true)).click();
    }

    void comment(String text) {
        form().getByLabel("Комментарий").fill(text);
        form().getByLabel("Комментарий").press("Tab");
    }

    /** Tries to complete the task; {@link #notifications()} tell when the answers are refused. */
    void complete() {
        page.getByRole(AriaRole.BUTTON, named("Завершить")).click();
    }

    /** Completes the task, after which none is open. */
    void completeForGood() {
        complete();
        assertThat(page.getByText("Выберите задачу в списке.")).isVisible();
    }

    /** What Tasklist answers to the last click, at the top of the page. */
    Locator notifications() {
        return page.locator(".page-notifications");
    }

    void signOut() {
        page.locator(".account .dropdown-toggle").click();
        page.locator(".account .logout a").click();
        page.waitForURL("**/login?logout");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
