package kz.intelligentplatforms.partners.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static kz.intelligentplatforms.partners.e2e.Browser.Screen.DESKTOP;
import static kz.intelligentplatforms.partners.e2e.Browser.Screen.PHONE;
import static kz.intelligentplatforms.partners.e2e.Browser.assertAccessible;
import static kz.intelligentplatforms.partners.e2e.Browser.assertFitsTheScreen;
import static kz.intelligentplatforms.partners.platform.identity.Group.CAMUNDA_ADMIN;
import static kz.intelligentplatforms.partners.platform.identity.Group.FINANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import kz.intelligentplatforms.partners.points.PointsEntry;
import kz.intelligentplatforms.partners.points.PointsLedger;
import kz.intelligentplatforms.partners.points.accrual.AccrualStatus;
import kz.intelligentplatforms.partners.points.accrual.PointsAccrualProcess;
import kz.intelligentplatforms.partners.program.Quarter;
import kz.intelligentplatforms.partners.rewards.RewardRequest;
import kz.intelligentplatforms.partners.rewards.Rewards;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Members.Member;
import kz.intelligentplatforms.partners.testing.People;
import kz.intelligentplatforms.partners.testing.SampleFileBuyers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Points as people live them: in a browser, with the engine working by itself. */
@Tag("any-database")
class PointsStoryIT extends IntegrationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    private final Browser browser = new Browser();

    @Autowired
    private SampleFileBuyers buyers;

    @Autowired
    private PointsAccrualProcess process;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private Rewards rewards;

    @Autowired
    private Clock clock;

    @TempDir
    private Path folder;

    private Quarter quarter;

    @BeforeEach
    void letTheEngineWork() {
        quarter = Quarter.of(LocalDate.now(clock)).previous();
        // Without an administrator the webapps ask for one.
        people.of(CAMUNDA_ADMIN);
        startJobExecutor();
    }

    @AfterEach
    void stopTheEngine() {
        stopJobExecutor();
    }

    @Test
    void theSampleFilesBecomeTheFiguresOfTheProgramAndAPartnerSpendsThem() throws Exception {
        var finance = browser.open("ru-RU", DESKTOP);
        SignIn.as(finance, people.of(FINANCE), People.PASSWORD);
        takeIn(finance, "purchases.csv", 4);
        takeIn(finance, "commerceml.xml", 4);
        accrueInTasklist(finance);

        assertThat(pointsOf(0)).containsExactly(40_000L);
        assertThat(pointsOf(1)).containsExactly(140_000L);
        assertThat(pointsOf(2)).containsExactly(58_000L);
        assertThat(pointsOf(3)).containsExactly(60_000L);

        var partner = browser.open("ru-RU", PHONE);
        SignIn.as(partner, buyers.members().get(0).email(), People.PASSWORD);
        partner.waitForURL("**/portal");
        readStatement(partner);
        spend(partner);
    }

    private void takeIn(Page page, String sample, int rows) throws IOException {
        page.navigate("/staff/purchases");
        assertAccessible(page);
        var download = page.waitForDownload(
                () -> page.locator("a[href$='samples/" + sample + "']").click());
        var file = folder.resolve(sample);
        Files.copy(download.path(), file);
        page.locator("input[type=file]").setInputFiles(file);
        page.getByRole(AriaRole.BUTTON, named("Проверить файл")).click();
        assertThat(page.locator("#checked + dl")).containsText(String.valueOf(rows));
        assertAccessible(page);
        page.getByRole(AriaRole.BUTTON, named("Записать все закупки")).click();
        assertThat(page.locator(".notice-good")).isVisible();
    }

    private void accrueInTasklist(Page page) {
        page.navigate("/camunda/app/tasklist/default/");
        var tasklist = new Tasklist(page);
        tasklist.openStartForm("Начисление баллов");
        tasklist.startForm()
                .getByLabel("Квартал")
                .fill(Quarter.of(LocalDate.now(clock)).toString());
        tasklist.start();
        assertThat(page.getByText("ещё не закончился").first()).isVisible();
        tasklist.startForm().getByLabel("Квартал").fill(quarter.toString());
        tasklist.start();
        await().atMost(PATIENCE)
                .until(() -> process.latest().stream()
                        .anyMatch(run -> run.quarter().equals(quarter) && run.status() == AccrualStatus.REVIEW));
        var number = process.latest().get(0).caseNumber();

        page.navigate("/camunda/app/tasklist/default/");
        tasklist.chooseFilter("Задачи моей группы");
        tasklist.open(tasklist.find(number, quarter.toString()));
        assertThat(tasklist.form()).containsText("Провести баллов");
        tasklist.claim();
        tasklist.choose("Одобрить и провести");
        tasklist.completeForGood();
        await().atMost(PATIENCE)
                .until(() -> process.byCaseNumber(number).orElseThrow().status() == AccrualStatus.POSTED);

        page.navigate("/staff/points/runs/" + number);
        assertThat(page.locator("main")).containsText("Проведено");
        assertAccessible(page);
    }

    private void readStatement(Page page) {
        page.navigate("/portal/points");
        assertThat(page.locator("main")).containsText("40\u00a0000");
        assertFitsTheScreen(page);
        assertAccessible(page);
        page.navigate("/portal/points/statements/" + quarter);
        assertThat(page.locator("main")).containsText("+40\u00a0000");
        assertThat(page.locator("main")).containsText("2\u00a0000\u00a0000");
        assertFitsTheScreen(page);
        assertAccessible(page);
        var pdf = page.waitForDownload(
                () -> page.locator("a[href*='.pdf']").first().click());
        assertThat(pdf.suggestedFilename()).endsWith(".pdf");
    }

    private void spend(Page page) {
        var title = "Курс для инженера " + quarter;
        rewards.add(new RewardRequest(title, "Два дня в Алматы", "", "", "", "", "30000", "2"), "somebody");
        page.navigate("/portal/points/rewards");
        assertFitsTheScreen(page);
        assertAccessible(page);
        var card = page.locator(".reward").filter(new Locator.FilterOptions().setHasText(title));
        card.locator("summary").click();
        card.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator(".notice-good")).isVisible();
        assertThat(ledger.balanceOf(buyers.members().get(0).id()).available()).isEqualTo(10_000);
    }

    private List<Long> pointsOf(int buyer) {
        Member member = buyers.members().get(buyer);
        return ledger.entriesOf(member.id(), quarter).stream()
                .map(PointsEntry::points)
                .toList();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
