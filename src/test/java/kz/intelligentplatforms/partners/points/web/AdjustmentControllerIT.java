package kz.intelligentplatforms.partners.points.web;

import static kz.intelligentplatforms.partners.platform.identity.Group.ACCOUNT_MANAGERS;
import static kz.intelligentplatforms.partners.platform.identity.Group.PARTNERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.points.EntryKind;
import kz.intelligentplatforms.partners.points.NewEntry;
import kz.intelligentplatforms.partners.points.PointsEntry;
import kz.intelligentplatforms.partners.points.PointsLedger;
import kz.intelligentplatforms.partners.program.Quarter;
import kz.intelligentplatforms.partners.testing.Desk;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Members.Member;
import kz.intelligentplatforms.partners.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

/** Asking to adjust a partner's points, over HTTP. */
class AdjustmentControllerIT extends IntegrationTest {

    private static final String ACTION = "/staff/points/adjustments";
    private static final String FORM = "<form id=\"adjustment\"";
    private static final Pattern KEY = Pattern.compile("name=\"submissionKey\" value=\"([^\"]+)\"");

    @Autowired
    private PointsLedger ledger;

    private Member member;
    private Visitor manager;
    private String page;

    @BeforeEach
    void aManagerAndAPartner() {
        member = members.achieving();
        manager = member(ACCOUNT_MANAGERS);
        page = ACTION + "/new?partner=" + member.id();
    }

    @Test
    void aManagerAsksFromThePartnersCardAndLandsOnTheCase() {
        var card = manager.get("/staff/partners/" + member.id());
        assertThat(card.body()).contains("href=\"" + page + "\"");
        post(EntryKind.ACCRUAL, 1000);
        members.inTransaction(() -> ledger.reserve(member.id(), 250));
        var form = manager.get(page);
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(text(form))
                .contains(FORM, member.partner().company().name(), "1\u00A0000", "из них зарезервировано 250")
                .containsOnlyOnce("Баланс сейчас");

        var sent = manager.submit(page, ACTION, fields("−300", "Возврат <b>бонуса</b>"));
        assertThat(sent.statusCode()).describedAs(sent.body()).isEqualTo(303);
        assertThat(Visitor.location(sent)).contains("/staff/cases/ADJ-");

        var shown = manager.get(Visitor.location(sent));
        assertThat(text(shown))
                .contains("−300", "На утверждении", "Корректировка запрошена", "/staff/partners/" + member.id());
        assertThat(shown.body()).contains("Возврат &lt;b&gt;бонуса&lt;/b&gt;");
        assertThat(text(manager.get("/staff/partners/" + member.id()))).contains("Корректировка баллов", "ADJ-");
        assertThat(ledger.balanceOf(member.id()).balance()).isEqualTo(1000);
    }

    @ParameterizedTest
    @CsvSource({
        "ru, points, '', Заполните это поле.",
        "ru, points, 0, Целое число баллов",
        "kk, points, '1,5', бүтін саны керек",
        "en, points, 1000000000, A whole number of points",
        "ru, reason, ' ', Заполните это поле.",
        "kk, reason, TOO_LONG, 2000",
        "en, reason, TOO_LONG, 2000",
        "ru, reason, a\u0007b, невидимые символы"
    })
    void whatIsNotRightIsNamedAndNothingTypedIsLost(String language, String field, String typed, String message) {
        var fields = fields("1 500", "Обычная причина");
        fields.put("adjustment." + field, typed.replace("TOO_LONG", "ы".repeat(2001)));
        var answer = manager.submit(page, ACTION + "?lang=" + language, fields);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(text(answer)).contains(message, "id=\"adjustment-" + field + "-error\"", "#adjustment-" + field);
        assertThat(text(answer)).contains(field.equals("points") ? "Обычная причина" : "1 500");
        assertThat(cases()).isEmpty();
        assertThat(manager.get(page + "&lang=ru").statusCode()).isEqualTo(200);
    }

    @Test
    void aFormThatIsSentTwiceIsOneCase() {
        var fields = fields("10", "Бонус");
        var key = KEY.matcher(manager.get(page).body());
        assertThat(key.find()).isTrue();
        fields.put("submissionKey", key.group(1));
        var first = manager.submit(page, ACTION, fields);
        var second = manager.submit(page, ACTION, fields);
        assertThat(second.statusCode()).isEqualTo(303);
        assertThat(Visitor.location(second)).isEqualTo(Visitor.location(first));
        fields.remove("submissionKey");
        assertThat(Visitor.location(manager.submit(page, ACTION, fields))).isNotEqualTo(Visitor.location(first));
    }

    @Test
    void whatItWouldDoIsShownWhileSomebodyTypes() {
        post(EntryKind.ACCRUAL, 100);
        var effect = ACTION + "/effect?partner=" + member.id() + "&adjustment.points=";
        assertThat(text(manager.get(effect))).contains("укажите баллы").doesNotContain("<html");
        assertThat(text(manager.get(effect + "50"))).contains(">150<");
        assertThat(text(manager.get(effect + "-150"))).contains(">−50<", "станет отрицательным");
        assertThat(text(manager.get(effect + "many"))).contains("укажите баллы");
        assertThat(manager.get(page).body()).contains("hx-get=\"" + ACTION + "/effect?partner=" + member.id());
    }

    @Test
    void anEntryIsTakenBackWithAReasonAndNothingElse() {
        var entry = post(EntryKind.ADJUSTMENT, 700);
        var reversal = page + "&reverses=" + entry.id();
        var form = manager.get(reversal);
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(text(form)).contains("Сторнируется запись", "+700", ">0<");
        assertThat(form.body()).doesNotContain("id=\"adjustment-points\"");

        var fields = fields("999", "");
        fields.put("reverses", "" + entry.id());
        assertThat(manager.submit(reversal, ACTION, fields).statusCode()).isEqualTo(422);
        fields.put("adjustment.reason", "Ошибка");
        var sent = manager.submit(reversal, ACTION, fields);
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(text(manager.get(Visitor.location(sent)))).contains("−700", "Сторнируется запись");

        var again = manager.submit(page, ACTION, fields);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(text(again)).contains("уже просят сторнировать");
        var late = manager.get(reversal);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).doesNotContain(FORM);
        new Desk(engine, people)
                .answer(cases().get(0), "Task_ApproveAdjustment", Map.of("decision", "APPROVE", "comment", ""));
        assertThat(text(manager.get(reversal))).contains("Эту запись уже сторнировали.");
    }

    @Test
    void whatWasAccruedIsRefusedWithAnExplanation() {
        var accrued = post(EntryKind.ACCRUAL, 700);
        var answer = manager.get(page + "&reverses=" + accrued.id() + "&lang=en");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(text(answer)).contains("they follow from purchases");
        assertThat(answer.body()).doesNotContain(FORM);
        manager.get(page + "&lang=ru");
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThat(manager.get(ACTION + "/new?partner=999999999").statusCode()).isEqualTo(404);
        assertThat(manager.get(page + "&reverses=999999999").statusCode()).isEqualTo(404);
        var entry = post(EntryKind.ADJUSTMENT, 5);
        var other = members.achieving();
        assertThat(manager.get(ACTION + "/new?partner=" + other.id() + "&reverses=" + entry.id())
                        .statusCode())
                .as("an entry of somebody else")
                .isEqualTo(404);
        assertThat(manager.get(ACTION + "/new").statusCode()).isEqualTo(400);
        var fields = fields("10", "Бонус");
        fields.put("partner", "999999999");
        assertThat(manager.submit(page, ACTION, fields).statusCode()).isIn(404, 409);
        fields.put("partner", "" + other.id());
        fields.put("reverses", "" + entry.id());
        assertThat(manager.submit(page, ACTION, fields).statusCode()).isEqualTo(404);
    }

    @Test
    void theSameFormInAnotherLanguageKeepsWhatWasTyped() {
        var answer = manager.submit(page, ACTION + "/language?lang=en", fields("12 345", "Набрано"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(text(answer)).contains("12 345", "Набрано", "Send for approval", "12\u00A0345");
        assertThat(cases()).isEmpty();
        assertThat(manager.get(ACTION).statusCode()).isEqualTo(303);
        assertThat(manager.get(ACTION + "/language?lang=ru").statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @EnumSource(
            value = Group.class,
            names = {"ACCOUNT_MANAGERS", "PROGRAM_MANAGERS", "FINANCE"})
    void whoMayAskDoes(Group group) {
        var visitor = member(group);
        assertThat(visitor.get(page).statusCode()).isEqualTo(200);
        assertThat(visitor.get("/staff/partners/" + member.id()).body()).contains(page);
    }

    static Stream<Group> whoMayNotAsk() {
        return Arrays.stream(Group.values()).filter(group -> !PointsSite.ADJUST.contains(group));
    }

    @ParameterizedTest
    @MethodSource("whoMayNotAsk")
    void nobodyElseSeesOrSendsTheForm(Group group) {
        var visitor = member(group);
        assertThat(visitor.get(page).statusCode()).isEqualTo(403);
        assertThat(visitor.get(ACTION + "/effect?partner=" + member.id() + "&adjustment.points=5")
                        .statusCode())
                .isEqualTo(403);
        var fields = fields("10", "Бонус");
        var home = group == PARTNERS ? "/portal" : "/";
        assertThat(visitor.submit(home, ACTION, fields).statusCode()).isEqualTo(403);
        assertThat(visitor.submit(home, ACTION + "/language", fields).statusCode())
                .isEqualTo(403);
        if (Group.STAFF.contains(group)) {
            assertThat(visitor.get("/staff/partners/" + member.id()).body()).doesNotContain(page);
        }
        assertThat(cases()).isEmpty();
    }

    @Test
    void whoIsNotSignedInOrHasNoTokenSendsNothing() {
        assertThat(visitor().get(page).statusCode()).isEqualTo(302);
        assertThat(manager.post(ACTION, fields("10", "Бонус")).statusCode()).isEqualTo(403);
        assertThat(cases()).isEmpty();
    }

    /** The partner's cases of this kind. */
    private List<String> cases() {
        return engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey("points-adjustment")
                .variableValueEquals(
                        "bin", member.partner().company().identity().taxNumber())
                .list()
                .stream()
                .map(instance -> instance.getBusinessKey())
                .toList();
    }

    private PointsEntry post(EntryKind kind, long points) {
        members.inTransaction(() -> ledger.post(new NewEntry(
                member.id(),
                kind,
                points,
                new Quarter(2026, 3),
                UUID.randomUUID().toString(),
                "somebody",
                null,
                "")));
        return ledger.entriesOf(member.id(), 0, 1).get(0);
    }

    private static String text(HttpResponse<String> page) {
        return HtmlUtils.htmlUnescape(page.body());
    }

    private Map<String, String> fields(String points, String reason) {
        var fields = new HashMap<String, String>();
        fields.put("partner", "" + member.id());
        fields.put("adjustment.points", points);
        fields.put("adjustment.reason", reason);
        return fields;
    }
}
