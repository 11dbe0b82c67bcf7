package kz.intelligentplatforms.partners.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static kz.intelligentplatforms.partners.e2e.Browser.Screen.DESKTOP;
import static kz.intelligentplatforms.partners.platform.identity.Group.ACCOUNT_MANAGERS;
import static kz.intelligentplatforms.partners.platform.identity.Group.CAMUNDA_ADMIN;
import static kz.intelligentplatforms.partners.platform.identity.Group.FINANCE;
import static kz.intelligentplatforms.partners.platform.identity.Group.MARKETING_MANAGERS;
import static kz.intelligentplatforms.partners.platform.identity.Group.PROGRAM_MANAGERS;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import java.util.Map;
import java.util.UUID;
import kz.intelligentplatforms.partners.cofunding.CoFundingProcess;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.points.adjustment.AdjustmentRequest;
import kz.intelligentplatforms.partners.points.adjustment.PointsAdjustmentProcess;
import kz.intelligentplatforms.partners.program.Activity;
import kz.intelligentplatforms.partners.program.TargetStatus;
import kz.intelligentplatforms.partners.testing.CoFunding;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.People;
import kz.intelligentplatforms.partners.tierupgrade.Samples;
import kz.intelligentplatforms.partners.tierupgrade.TierUpgradeProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** What people type into Tasklist's forms key by key, right after a number, arrives letter for letter. */
@Tag("any-database")
class InputTextIT extends IntegrationTest {

    private static final String WORDS =
            "Запись беседы с «Алатау»: договорились о поставке датчиков, ұсыныс қабылданды. ";

    /** In each of the five forms that have a number and a text: a thousand letters together. */
    private static final int LENGTH = 200;

    @RegisterExtension
    private final Browser browser = new Browser();

    @Autowired
    private CoFunding funding;

    @Autowired
    private CoFundingProcess process;

    @Autowired
    private PointsAdjustmentProcess adjustments;

    @Autowired
    private TierUpgradeProcess upgrades;

    @Test
    void ofTheLettersAfterANumberNoneIsLost() {
        var asked = funding.submit(funding.partner(), funding.proposal(Activity.EVENT));
        funding.leave(Activity.EVENT, "5000000");
        var marketing = at(MARKETING_MANAGERS);
        open(marketing, funding.desk().task(asked, CoFunding.REVIEW).getId());
        marketing.choose("Одобрить с меньшими суммами");
        type(marketing, "Одобрить по строке 1", "100000", "Комментарий");
    }

    @Test
    void norInTheReviewOfAClaim() {
        var member = funding.partner();
        funding.leave(Activity.EVENT, "5000000");
        var claimed = funding.claimed(member, Activity.EVENT);
        var marketing = at(MARKETING_MANAGERS);
        open(marketing, funding.desk().task(claimed, CoFunding.REVIEW_CLAIM).getId());
        marketing.choose("Одобрить выплату");
        marketing.form().getByText("Принять меньше").first().click();
        type(marketing, "Принять по строке 1", "100000", "Комментарий");
    }

    @Test
    void norInThatOfASalesPlan() {
        var member = members.achieving();
        var number = upgrades.submit(
                member.id(),
                TargetStatus.PROFESSIONAL_RESELLER,
                Samples.complete(),
                UUID.randomUUID().toString(),
                member.user());
        jobs.runDue(number);
        var manager = at(ACCOUNT_MANAGERS);
        open(manager, funding.desk().task(number, "Task_AgreeSalesPlan").getId());
        manager.choose("Вернуть партнёру");
        type(manager, "I квартал, ₸", "2000000", "Комментарий");
    }

    @Test
    void norInTheDecisionOnAnAppeal() {
        var member = funding.partner();
        funding.leave(Activity.EVENT, "5000000");
        var refused = funding.claimed(member, Activity.EVENT);
        funding.answer(refused, CoFunding.REVIEW_CLAIM, "REJECT", "Нет списка участников");
        process.appeal(refused, "Список приложен", member.user());
        var manager = at(PROGRAM_MANAGERS);
        open(manager, funding.desk().task(refused, CoFunding.DECIDE_APPEAL).getId());
        manager.choose("Удовлетворить: выплатить то, что принято ниже");
        manager.form().getByText("Принять меньше").first().click();
        type(manager, "Принять по строке 1", "100000", "Комментарий");
    }

    @Test
    void norInTheCorrectionOfAnAdjustment() {
        var wish = new AdjustmentRequest("15000", "Бонус");
        var number = adjustments.request(
                members.achieving().id(),
                wish,
                people.of(FINANCE),
                UUID.randomUUID().toString());
        funding.desk()
                .answerAs(
                        people.of(PROGRAM_MANAGERS),
                        PROGRAM_MANAGERS,
                        funding.desk().task(number, "Task_ApproveAdjustment").getId(),
                        Map.of("decision", "RETURN", "comment", "Лишний ноль?"));
        var finance = at(FINANCE);
        open(finance, funding.desk().task(number, "Task_CorrectAdjustment").getId());
        type(finance, "Баллы", "1500", "Причина");
    }

    private Tasklist at(Group group) {
        // Without one, the webapps ask for their set-up.
        people.of(CAMUNDA_ADMIN);
        return Tasklist.of(browser.open("ru-RU", DESKTOP), people.of(group), People.PASSWORD);
    }

    private void open(Tasklist tasklist, String task) {
        tasklist.page().navigate("/camunda/app/tasklist/default/#/?task=" + task);
        assertThat(tasklist.form()).isVisible();
        tasklist.claim();
    }

    /** Goes from the number on to the text by the tab key; a part is typed as people do, the rest as fast as keys come. */
    private static void type(Tasklist tasklist, String number, String digits, String text) {
        var keyboard = tasklist.page().keyboard();
        var field = field(tasklist, number);
        field.click();
        keyboard.press("Control+A");
        keyboard.type(digits, new Keyboard.TypeOptions().setDelay(90));
        var words = field(tasklist, text);
        words.click();
        keyboard.press("Control+A");
        var all = WORDS.repeat(LENGTH / WORDS.length() + 1).substring(0, LENGTH);
        keyboard.type(all.substring(0, 20), new Keyboard.TypeOptions().setDelay(90));
        keyboard.type(all.substring(20));
        keyboard.press("Home");
        assertThat(words).hasValue(all);
        keyboard.press("Control+Home");
        keyboard.type("Итак. ", new Keyboard.TypeOptions().setDelay(60));
        field.click();
        assertThat(words).hasValue("Итак. " + all);
    }

    private static Locator field(Tasklist tasklist, String label) {
        return tasklist.form().getByLabel(label).first();
    }
}
