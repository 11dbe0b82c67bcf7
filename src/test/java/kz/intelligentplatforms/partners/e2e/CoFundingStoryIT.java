package kz.intelligentplatforms.partners.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static kz.intelligentplatforms.partners.e2e.Browser.Screen.DESKTOP;
import static kz.intelligentplatforms.partners.e2e.Browser.Screen.PHONE;
import static kz.intelligentplatforms.partners.e2e.Browser.assertAccessible;
import static kz.intelligentplatforms.partners.e2e.Browser.assertFitsTheScreen;
import static kz.intelligentplatforms.partners.platform.identity.Group.CAMUNDA_ADMIN;
import static kz.intelligentplatforms.partners.platform.identity.Group.FINANCE;
import static kz.intelligentplatforms.partners.platform.identity.Group.MARKETING_MANAGERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.program.TargetStatus;
import kz.intelligentplatforms.partners.testing.CoFunding;
import kz.intelligentplatforms.partners.testing.FundBook;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Mails;
import kz.intelligentplatforms.partners.testing.Members.Member;
import kz.intelligentplatforms.partners.testing.People;
import kz.intelligentplatforms.partners.testing.SampleFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Co-funding as people live it: in a browser, from the vendor's budget to what a partner is paid. In a year that has no other
 * funds, so that its budget shows these stories' figures only; the engine's jobs are run by hand, as the clock moves for everybody.
 */
class CoFundingStoryIT extends IntegrationTest {

    @RegisterExtension
    private final Browser browser = new Browser();

    @Autowired
    private FundBook book;

    @Autowired
    private CoFunding funding;

    private int year;
    private LocalDate day;
    private Member member;

    @BeforeEach
    void aPartnerInAYearWithoutFunds() {
        year = book.newYear();
        day = LocalDate.of(year, 5, 20);
        funding.forwardTo(LocalDate.of(year, 3, 10));
        // Without an administrator the webapps ask for one.
        people.of(CAMUNDA_ADMIN);
        member = members.achieving(TargetStatus.CORPORATE_RESELLER);
    }

    @Test
    void moneyIsAllocatedAskedForApprovedInPartClaimedAcceptedInPartAndPaid() {
        var finance = staff(FINANCE);
        allocate(finance, "10 000 000");

        var partner = partner(DESKTOP);
        var number = request(partner);
        var marketing = staff(MARKETING_MANAGERS);
        approveLess(marketing, number);
        authorize(finance, number, "1\u00a0400\u00a0000");
        jobs.runDue(number);

        readApproval(partner, number);
        funding.passEvent(number);
        claim(partner, number);
        acceptInPart(marketing, number);
        authorize(finance, number, "1\u00a0150\u00a0000");
        settle(finance, number);

        readPayment(partner, number);
        readBudget(finance, number);
    }

    @Test
    void aRequestThatIsNeverProvedExpiresAndItsMoneyIsFreeAgain() {
        book.allocate(year, null, "500000.00");
        var number = funding.submit(member, "EVENT", "Семинар по насосам", day);
        funding.approve(number);
        var finance = staff(FINANCE);
        finance.navigate("/staff/co-funding?year=" + year);
        assertThat(card(finance, "reserved")).hasText(money("300 000"));
        funding.passEvent(number);
        funding.forwardTo(day.plusDays(17));
        jobs.runDue(number);
        funding.forwardTo(day.plusDays(28));
        jobs.runDue(number);
        assertThat(Mails.to(member.email()))
                .filteredOn(mail -> mail.subject().contains("ждём счета и подтверждения до"))
                .hasSize(2);
        funding.forwardTo(day.plusDays(31));
        jobs.runDue(number);

        var partner = partner(PHONE);
        partner.navigate(Mails.lastTo(member.email()).link());
        assertThat(partner.locator("h1")).hasText(number);
        assertThat(partner.locator("#case-status")).containsText("Срок вышел");
        assertThat(partner.locator("#case-status")).containsText("деньги вернулись в фонд");
        assertAccessible(partner);
        assertFitsTheScreen(partner);
        finance.reload();
        assertThat(card(finance, "reserved")).hasText(money("0"));
        assertThat(card(finance, "available")).hasText(money("500 000"));
    }

    private void allocate(Page page, String amount) {
        page.navigate("/staff/co-funding?year=" + year);
        var form = page.locator("#allocation");
        form.getByLabel("Год").selectOption(String.valueOf(year));
        form.getByLabel("Фонд").selectOption("ADVERTISING");
        form.getByLabel("Сумма").fill(amount);
        form.getByLabel("Основание").fill("Бюджет года");
        form.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator(".notice-good")).isVisible();
        assertThat(card(page, "available")).hasText(money(amount));
    }

    /** Kept as a draft first, then sent with too much asked for, then right. */
    private String request(Page page) {
        page.navigate("/portal/co-funding");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Отправить запрос"))
                .click();
        page.getByLabel("Вид мероприятия").selectOption("ADVERTISING");
        type(page, "title", "Насосы в журнале «Горное дело»");
        type(page, "costs[0].title", "Щиты на трассе");
        type(page, "costs[0].cost", "1 200 000");
        page.getByRole(AriaRole.BUTTON, named("Сохранить черновик")).last().click();
        assertThat(page.locator(".notice-good")).containsText("Черновик сохранён");
        type(page, "description", "Статья и щиты о насосах для горных предприятий.");
        type(page, "city", "Караганда");
        type(page, "startsOn", day.toString());
        type(page, "endsOn", day.plusDays(1).toString());
        type(page, "audience", "Главные механики");
        type(page, "expectedLeads", "40");
        for (int line = 1; line < 3; line++) {
            var field = page.locator("[name='costs[" + line + "].title']");
            if (field.count() == 0) {
                page.getByRole(AriaRole.BUTTON, named("Добавить строку")).click();
            }
            field.fill(line == 1 ? "Статья в журнале" : "Сувениры");
            type(page, "costs[" + line + "].cost", line == 1 ? "1 200 000" : "800 000");
        }
        type(page, "asked", "1 900 000");
        send(page, "Отправить запрос");
        assertThat(page.locator("#asked-error")).containsText("не больше 50\u00a0% расходов");
        assertThat(page.locator("[name='costs[2].title']")).hasValue("Сувениры");
        assertAccessible(page);
        type(page, "asked", "1 600 000");
        send(page, "Отправить запрос");
        page.waitForURL("**/cases/*?sent**");
        assertThat(page.locator("#case-status")).containsText("На рассмотрении");
        return page.locator("h1").textContent();
    }

    private void approveLess(Page page, String number) {
        var tasklist = new Tasklist(page);
        tasklist.chooseFilter("Задачи моей группы");
        tasklist.open(tasklist.find(number, member.partner().company().name()));
        taken(page, number, "1\u00a0600\u00a0000");
        assertThat(tasklist.form()).containsText("10\u00a0000\u00a0000");
        tasklist.choose("Одобрить с меньшими суммами");
        var last = tasklist.form().getByLabel("Одобрить по строке 3: Сувениры");
        assertThat(last).isVisible();
        assertThat(tasklist.form().getByLabel("Одобрить по строке 4")).hasCount(0);
        last.fill("400000");
        tasklist.comment("Сувениры оплачиваем наполовину.");
        tasklist.completeForGood();
    }

    private void authorize(Page page, String number, String sum) {
        var tasklist = takeTask(page, number, sum);
        tasklist.choose("Согласовать");
        tasklist.completeForGood();
    }

    private void readApproval(Page page, String number) {
        page.reload();
        assertThat(page.locator("#case-status")).containsText("Одобрен, деньги зарезервированы");
        assertThat(page.locator("main")).containsText(money("1 400 000"));
        assertAccessible(page);
        var letter =
                page.waitForDownload(() -> page.getByText("Письмо об одобрении").click());
        assertThat(letter.suggestedFilename()).contains(number).endsWith(".pdf");
    }

    private void claim(Page page, String number) {
        page.reload();
        type(page, "costs[0].spent", "1 200 000");
        for (var proof : new String[] {"INVOICE", "PUBLICATION"}) {
            var files = page.locator("#files-" + proof);
            files.locator("input[type=file]")
                    .setInputFiles(new FilePayload(proof + ".pdf", "application/pdf", SampleFiles.pdf(number + proof)));
            files.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Загрузить"))
                    .click();
            assertThat(files.locator(".files")).containsText(proof + ".pdf");
        }
        assertThat(page.locator("[name='costs[0].spent']")).hasValue("1 200 000");
        type(page, "costs[1].spent", "1 300 000");
        type(page, "costs[2].spent", "400 000");
        for (int line = 0; line < 3; line++) {
            type(page, "costs[" + line + "].invoiceNumber", number + "/" + line);
            type(page, "costs[" + line + "].invoicedOn", day.toString());
        }
        type(page, "claimed", "1 400 000");
        type(page, "report", "Позвонили 42 предприятия.");
        assertAccessible(page);
        send(page, "Отправить заявку на выплату");
        page.waitForURL("**done=claimed**");
    }

    private void acceptInPart(Page page, String number) {
        var tasklist = takeTask(page, number, "1\u00a0400\u00a0000");
        var form = tasklist.form();
        tasklist.choose("Одобрить выплату");
        answer(form, "Строка 1: Щиты на трассе", "Принять");
        answer(form, "Строка 2: Статья в журнале", "Принять меньше");
        form.getByLabel("Принять по строке 2").fill("1100000");
        form.getByLabel("Причина по строке 2").fill("Второй разворот не согласован.");
        answer(form, "Строка 3: Сувениры", "Не принять");
        form.getByLabel("Причина по строке 3").fill("Нет нашего логотипа.");
        tasklist.complete();
        assertThat(form.locator("[data-field=proofs] [data-error]"))
                .containsText("Отметьте обязательные подтверждения");
        form.getByLabel("Счета и акты").check();
        form.getByLabel("Образец публикации или рекламы").check();
        tasklist.completeForGood();
    }

    private void settle(Page page, String number) {
        var tasklist = takeTask(page, number, "1\u00a0150\u00a0000");
        var form = tasklist.form();
        form.getByLabel("№ платёжного поручения").fill("ПП " + number);
        form.getByLabel("День оплаты").fill(day.plusDays(2).format(DateTimeFormatter.ofPattern("dd.MM.yyyy")));
        tasklist.completeForGood();
    }

    private void readPayment(Page page, String number) {
        page.reload();
        assertThat(page.locator("#case-status")).containsText("Выплачено");
        var money = page.locator("main");
        assertThat(money).containsText(money("1 150 000"));
        assertThat(money).containsText("Платёжное поручение № ПП " + number);
        assertThat(money).containsText("Принято частично: Второй разворот не согласован.");
        assertThat(money).containsText("Отклонено: Нет нашего логотипа.");
        assertAccessible(page);
    }

    private void readBudget(Page page, String number) {
        page.navigate("/staff/co-funding?year=" + year);
        assertThat(card(page, "allocated")).hasText(money("10 000 000"));
        assertThat(card(page, "reserved")).hasText(money("0"));
        assertThat(card(page, "available")).hasText(money("8 850 000"));
        assertThat(card(page, "paid")).hasText(money("1 150 000"));
        card(page, "paid").click();
        var entries = page.locator("table.list-table tbody tr");
        assertThat(entries).hasCount(1);
        assertThat(entries).containsText(number);
        assertThat(entries).containsText("ПП " + number);
        page.navigate("/staff/co-funding?year=" + year);
        card(page, "reserved").click();
        assertThat(entries.filter(new Locator.FilterOptions().setHasText("Возврат резерва")))
                .containsText("250\u00a0000");
    }

    /** Takes the one task of the case; by its address, which spares looking for it. */
    private Tasklist takeTask(Page page, String number, String shown) {
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .singleResult();
        page.navigate("/camunda/app/tasklist/default/?" + task.getId() + "#/?task=" + task.getId());
        return taken(page, number, shown);
    }

    private static Tasklist taken(Page page, String number, String shown) {
        var tasklist = new Tasklist(page);
        assertThat(tasklist.form()).containsText(number);
        assertThat(tasklist.form()).containsText(shown);
        tasklist.claim();
        return tasklist;
    }

    private static void answer(Locator form, String question, String answer) {
        form.locator(".task-choices", new Locator.LocatorOptions().setHasText(question))
                .getByText(answer, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private Page staff(Group group) {
        var page = browser.open("ru-RU", DESKTOP);
        SignIn.as(page, people.of(group), People.PASSWORD);
        page.waitForURL("**/camunda/app/tasklist/**");
        return page;
    }

    private Page partner(Browser.Screen screen) {
        var page = browser.open("ru-RU", screen);
        SignIn.as(page, member.email(), People.PASSWORD);
        page.waitForURL("**/portal");
        return page;
    }

    private static Locator card(Page page, String figure) {
        return page.locator("section[aria-labelledby=" + figure + "] .figure a");
    }

    /** As the pages write a sum. */
    private static String money(String sum) {
        return sum.replace(' ', '\u00a0') + "\u00a0₸";
    }

    private static void type(Page page, String field, String value) {
        page.locator("[name='" + field + "']").fill(value);
    }

    private static void send(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, named(button)).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
