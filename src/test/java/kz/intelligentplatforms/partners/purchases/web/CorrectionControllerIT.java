package kz.intelligentplatforms.partners.purchases.web;

import static kz.intelligentplatforms.partners.platform.identity.Group.CAMUNDA_ADMIN;
import static kz.intelligentplatforms.partners.platform.identity.Group.FINANCE;
import static kz.intelligentplatforms.partners.platform.identity.Group.PARTNERS;
import static kz.intelligentplatforms.partners.platform.identity.Group.PROGRAM_MANAGERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.purchases.correction.PurchaseCorrectionProcess;
import kz.intelligentplatforms.partners.testing.Desk;
import kz.intelligentplatforms.partners.testing.ErpPurchases;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Members.Member;
import kz.intelligentplatforms.partners.testing.People;
import kz.intelligentplatforms.partners.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

/** Asking to void or correct a recorded purchase, and its history, over HTTP. */
class CorrectionControllerIT extends IntegrationTest {

    private static final String ACTION = "/staff/purchases/corrections";
    private static final String FORM = "<form id=\"correction\"";
    private static final Pattern KEY = Pattern.compile("name=\"submissionKey\" value=\"([^\"]+)\"");

    @Autowired
    private ErpPurchases erp;

    @Autowired
    private PurchaseCorrectionProcess process;

    @Autowired
    private Clock clock;

    private Member member;
    private Visitor finance;
    private String bin;
    private String document;
    private long purchase;
    private String page;
    private String history;

    @BeforeEach
    void aPurchase() {
        member = members.achieving();
        bin = member.partner().company().identity().taxNumber();
        document = "Т-" + UUID.randomUUID().toString().substring(0, 8);
        purchase = erp.sell(document, bin, today(), "500000");
        finance = member(FINANCE);
        page = ACTION + "/new?purchase=" + purchase;
        history = "/staff/points/purchases/" + purchase;
    }

    @Test
    void financeAsksFromTheListAndLandsOnTheCase() {
        var list = finance.get("/staff/purchases?q=" + bin);
        assertThat(list.body()).contains("href=\"" + page + "\"", "href=\"" + history + "\"");
        var form = finance.get(page);
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(text(form))
                .contains(
                        FORM,
                        "value=\"" + document + "\"",
                        "value=\"500000,00\"",
                        "value=\"" + bin + "\"",
                        "value=\"" + today().format(DateTimeFormatter.ofPattern("dd.MM.yyyy")) + "\"")
                .doesNotContain("checked=\"checked\"");

        var sent = finance.submit(page, ACTION, fields("CORRECT", "600 000,00", "Опечатка <b>в накладной</b>"));
        assertThat(sent.statusCode()).describedAs(sent.body()).isEqualTo(303);
        assertThat(Visitor.location(sent)).contains("/staff/cases/PUR-");
        var shown = finance.get(Visitor.location(sent));
        assertThat(text(shown))
                .contains(
                        "На подтверждении",
                        "500\u00A0000\u00A0₸",
                        "600\u00A0000\u00A0₸",
                        "/staff/partners/" + member.id(),
                        history);
        assertThat(shown.body()).contains("Опечатка &lt;b&gt;в накладной&lt;/b&gt;");

        answer("APPROVE");
        var told = text(member(PROGRAM_MANAGERS).get(history));
        assertThat(told)
                .contains(
                        "500\u00A0000,00",
                        "−500\u00A0000,00",
                        "600\u00A0000,00",
                        "Исправлена или аннулирована",
                        "Сторно прежней закупки",
                        "Исправленная закупка",
                        "подтверждено",
                        "Member of finance (the-finance)",
                        "Member of program-managers (the-program-managers)",
                        "Опечатка <b>в накладной</b>")
                .doesNotContain(ACTION);
        assertThat(finance.get(history).body())
                .as("what stands now can be corrected, not what stood before")
                .containsPattern(ACTION + "/new\\?purchase=\\d+")
                .doesNotContain(page + "\"");
    }

    @Test
    void whatIsVoidedNeedsNoFieldsAndIsRestoredByTheSamePage() {
        var voiding = fields("VOID", "не сумма", "Не отгружали");
        assertThat(finance.submit(page, ACTION, voiding).statusCode()).isEqualTo(303);
        assertThat(text(finance.get(history))).contains("ждёт подтверждения").doesNotContain(ACTION);
        answer("APPROVE");
        assertThat(text(finance.get("/staff/cases/" + cases().get(0)))).contains("Закупка аннулирована");

        var form = finance.get(page);
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(text(form))
                .contains("value=\"RESTORE\"", "Закупка аннулирована")
                .doesNotContain("value=\"VOID\"");
        assertThat(finance.submit(page, ACTION, fields("RESTORE", "500000", "Отгружали"))
                        .statusCode())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({
        "ru, action, '', 'Выберите, исправить закупку или аннулировать.'",
        "kk, action, SOMETHING, Таңдаңыз",
        "ru, documentNumber, '', Заполните это поле.",
        "ru, date, 31.02.2026, Укажите день",
        "en, date, 01.01.2999, This day",
        "kk, amount, '1,234', үтірден кейін",
        "ru, amount, 0, Сумма не может быть нулевой.",
        "en, amount, many, Give the amount in digits",
        "ru, kind, GIFT, Вид —",
        "ru, buyer, 123, ровно 12 цифр",
        "ru, buyer, RU 1, Налоговый номер",
        "en, reason, '', Fill in",
        "ru, reason, TOO_LONG, 2000"
    })
    void whatIsNotRightIsNamedAndNothingTypedIsLost(String language, String field, String typed, String message) {
        var fields = fields("CORRECT", "612 345,00", "Обычная причина");
        fields.put("correction." + field, typed.replace("TOO_LONG", "ы".repeat(2001)));
        var answer = finance.submit(page, ACTION + "?lang=" + language, fields);
        finance.get(page + "&lang=ru");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(text(answer)).contains("id=\"correction-" + field + "-error\"", "#correction-" + field);
        assertThat(text(answer)).contains(message);
        assertThat(text(answer)).contains(field.equals("amount") ? "Обычная причина" : "612 345,00");
        assertThat(cases()).isEmpty();
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        var fields = fields("CORRECT", "", "");
        fields.put("correction.date", "");
        var answer = finance.submit(page, ACTION, fields);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(text(answer))
                .contains("correction-date-error", "correction-amount-error", "correction-reason-error");
    }

    @Test
    void whatCannotBeCorrectedIsRefusedWithWords() {
        var same = finance.submit(page, ACTION, fields("CORRECT", "500 000", "Ничего"));
        assertThat(same.statusCode()).isEqualTo(409);
        assertThat(text(same)).contains("Исправлять нечего", FORM, "Ничего");
        var other = "Т-" + UUID.randomUUID().toString().substring(0, 8);
        erp.sell(other, bin, today(), "7");
        var taken = fields("CORRECT", "500 000", "Не тот номер");
        taken.put("correction.documentNumber", other);
        assertThat(text(finance.submit(page, ACTION, taken)))
                .contains("уже записан с другим содержанием", "correction-documentNumber-error");

        finance.submit(page, ACTION, fields("VOID", "", "Ошибка"));
        var open = finance.submit(page, ACTION, fields("VOID", "", "Ещё раз"));
        assertThat(open.statusCode()).isEqualTo(409);
        assertThat(text(open)).contains("уже просят исправить", cases().get(0)).doesNotContain(FORM);
        assertThat(finance.get(page).statusCode()).isEqualTo(409);

        erp.correct(document, bin, today(), "1");
        var changed = finance.submit(page, ACTION, fields("VOID", "", "Ошибка"));
        assertThat(changed.statusCode()).isEqualTo(409);
        assertThat(text(changed)).contains("уже исправили или аннулировали", history);
        assertThat(text(finance.get(history))).contains("Исправленная закупка");
    }

    @Test
    void aFormThatIsSentTwiceIsOneCaseAndWithOtherContentItIsSaidSo() {
        var fields = fields("VOID", "", "Ошибка");
        var key = KEY.matcher(finance.get(page).body());
        assertThat(key.find()).isTrue();
        fields.put("submissionKey", key.group(1));
        var first = finance.submit(page, ACTION, fields);
        var second = finance.submit(page, ACTION, fields);
        assertThat(second.statusCode()).isEqualTo(303);
        assertThat(Visitor.location(second)).isEqualTo(Visitor.location(first));
        fields.put("correction.reason", "Другая");
        var other = finance.submit(page, ACTION, fields);
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(text(other)).contains(cases().get(0), "Другая");
        assertThat(cases()).hasSize(1);
    }

    @Test
    void theSameFormInAnotherLanguageKeepsWhatWasTyped() {
        var answer = finance.submit(page, ACTION + "/language?lang=en", fields("CORRECT", "12 345", "Набрано"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(text(answer)).contains("12 345", "Набрано", "Send for confirmation");
        assertThat(cases()).isEmpty();
        assertThat(finance.get(ACTION).statusCode()).isEqualTo(303);
        assertThat(finance.get(ACTION + "/language?lang=ru").statusCode()).isEqualTo(303);
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThat(finance.get(ACTION + "/new?purchase=999999999").statusCode()).isEqualTo(404);
        assertThat(finance.get("/staff/points/purchases/999999999").statusCode())
                .isEqualTo(404);
        var fields = fields("VOID", "", "Ошибка");
        fields.put("purchase", "999999999");
        assertThat(finance.submit(page, ACTION, fields).statusCode()).isEqualTo(404);
    }

    static Stream<Group> whoMayNotAsk() {
        return Arrays.stream(Group.values()).filter(group -> group != FINANCE);
    }

    @ParameterizedTest
    @MethodSource("whoMayNotAsk")
    void onlyFinanceSeesAndSendsTheForm(Group group) {
        var visitor = member(group);
        assertThat(visitor.get(page).statusCode()).isEqualTo(403);
        var home = group == PARTNERS ? "/portal" : "/";
        assertThat(visitor.submit(home, ACTION, fields("VOID", "", "Ошибка")).statusCode())
                .isEqualTo(403);
        assertThat(visitor.get(history).statusCode()).isEqualTo(Group.STAFF.contains(group) ? 200 : 403);
        if (group == CAMUNDA_ADMIN) {
            assertThat(visitor.get("/staff/purchases?q=" + bin).body())
                    .contains(history)
                    .doesNotContain(page);
        }
        assertThat(cases()).isEmpty();
    }

    @Test
    void whoIsNotSignedInOrHasNoTokenSendsNothing() {
        assertThat(visitor().get(page).statusCode()).isEqualTo(302);
        assertThat(finance.post(ACTION, fields("VOID", "", "Ошибка")).statusCode())
                .isEqualTo(403);
        assertThat(cases()).isEmpty();
    }

    @Test
    void tasklistSaysWhyAnAnswerIsRefused() {
        finance.submit(page, ACTION, fields("VOID", "", "Ошибка"));
        var task = "/camunda/api/engine/engine/default/task/"
                + new Desk(engine, people)
                        .task(cases().get(0), "Task_ConfirmPurchaseCorrection")
                        .getId();
        var approval = "{\"variables\":{\"decision\":{\"value\":\"APPROVE\"},\"comment\":{\"value\":\"\"}}}";
        finance.get("/camunda/app/tasklist/default/");
        var own = finance.postJson(task + "/submit-form", approval);
        assertThat(own.statusCode()).isBetween(400, 499);
        assertThat(own.body()).contains("Вы запросили это исправление");

        erp.correct(document, bin, today(), "1");
        var manager = member(PROGRAM_MANAGERS);
        manager.get("/camunda/app/tasklist/default/");
        manager.postJson(task + "/claim", "{\"userId\":\"" + people.of(PROGRAM_MANAGERS) + "\"}");
        var late = manager.postJson(task + "/submit-form", approval);
        assertThat(late.statusCode()).isBetween(400, 499);
        assertThat(late.body()).contains("после запроса закупку изменили");
    }

    @Test
    void aPartnersPurchasesLeadStaffToTheHistoryAndTheProgramsPartnerNot() {
        var list = "/staff/points/partners/" + member.id() + "/purchases";
        assertThat(member(PROGRAM_MANAGERS).get(list).body()).contains(history);
        var partner = visitor().signIn(member.user(), People.PASSWORD);
        assertThat(text(partner.get("/portal/points/purchases")))
                .contains(document)
                .doesNotContain(history);
    }

    private void answer(String decision) {
        var desk = new Desk(engine, people);
        var task = desk.task(cases().get(0), "Task_ConfirmPurchaseCorrection").getId();
        desk.answerAs(people.of(PROGRAM_MANAGERS), PROGRAM_MANAGERS, task, Map.of("decision", decision, "comment", ""));
    }

    /** The cases about the purchase, the first first. */
    private List<String> cases() {
        return process.ofPurchases(List.of(purchase)).stream()
                .map(correction -> correction.caseNumber())
                .toList();
    }

    private static String text(HttpResponse<String> page) {
        return HtmlUtils.htmlUnescape(page.body());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Map<String, String> fields(String action, String amount, String reason) {
        var fields = new HashMap<String, String>();
        fields.put("purchase", "" + purchase);
        fields.put("correction.action", action);
        fields.put("correction.documentNumber", document);
        fields.put("correction.kind", "SALE");
        fields.put("correction.date", today().toString());
        fields.put("correction.amount", amount);
        fields.put("correction.buyer", bin);
        fields.put("correction.reason", reason);
        return fields;
    }
}
