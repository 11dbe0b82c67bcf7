package kz.intelligentplatforms.partners.rewards.web;

import static kz.intelligentplatforms.partners.platform.identity.Group.ACCOUNT_MANAGERS;
import static kz.intelligentplatforms.partners.platform.identity.Group.CAMUNDA_ADMIN;
import static kz.intelligentplatforms.partners.platform.identity.Group.FINANCE;
import static kz.intelligentplatforms.partners.platform.identity.Group.PROGRAM_MANAGERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import kz.intelligentplatforms.partners.points.EntryKind;
import kz.intelligentplatforms.partners.points.NewEntry;
import kz.intelligentplatforms.partners.points.PointsBalance;
import kz.intelligentplatforms.partners.points.PointsLedger;
import kz.intelligentplatforms.partners.program.Quarter;
import kz.intelligentplatforms.partners.rewards.PointsRedemptionProcess;
import kz.intelligentplatforms.partners.rewards.RewardRequest;
import kz.intelligentplatforms.partners.rewards.RewardView;
import kz.intelligentplatforms.partners.rewards.Rewards;
import kz.intelligentplatforms.partners.testing.Desk;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Members.Member;
import kz.intelligentplatforms.partners.testing.People;
import kz.intelligentplatforms.partners.testing.TestClock;
import kz.intelligentplatforms.partners.testing.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

/** Partners at the catalogue of rewards, and the program managers who keep it. */
class RewardControllerIT extends IntegrationTest {

    private static final String CATALOGUE = "/portal/points/rewards";
    private static final String WITHDRAWAL = CATALOGUE + "/withdrawal";

    @Autowired
    private Rewards rewards;

    @Autowired
    private PointsRedemptionProcess process;

    @Autowired
    private PointsLedger ledger;

    private Member member;
    private Visitor partner;

    @BeforeEach
    void aPartnerWithPoints() {
        member = members.achieving();
        post(member.id(), 1_000);
        partner = visitor().signIn(member.email(), People.PASSWORD);
    }

    @Test
    void aPartnerAsksForARewardAndFollowsIt() {
        var title = "Кружка <b>" + mark();
        var reward = reward(title, "250", "3");
        var page = partner.get(CATALOGUE);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(HtmlUtils.htmlEscape(title, "UTF-8")).doesNotContain(title);
        assertThat(text(page)).contains("Баллы: 250", "Осталось: 3", "Останется доступно: 750");

        var fields = asking(reward, 250);
        fields.put("submissionKey", UUID.randomUUID().toString());
        var sent = partner.submit(CATALOGUE, CATALOGUE, fields);
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(partner.submit(CATALOGUE, CATALOGUE, fields).statusCode()).isEqualTo(303);
        var own = process.ofPartner(member.id());
        assertThat(own).hasSize(1);
        var number = own.get(0).caseNumber();
        var after = text(partner.get(Visitor.location(sent)));
        assertThat(after).contains("Запрос отправлен", number, "На рассмотрении", "зарезервировано 250");
        var ownCase = partner.get("/portal/cases/" + number);
        assertThat(text(ownCase)).contains("Обмен баллов на награду", "На рассмотрении", "Запрос и награды за баллы");
        assertThat(ownCase.body()).contains(CATALOGUE + "?partner=" + member.id() + "#" + number);

        var staff = member(ACCOUNT_MANAGERS).get("/staff/cases/" + number);
        assertThat(text(staff)).contains(title, "250", "На счёте 1 000, зарезервировано 250");

        var desk = new Desk(engine, people);
        desk.answer(number, "Task_ReviewRedemption", Map.of("decision", "APPROVE", "comment", "Между нами"));
        desk.answer(number, "Task_FulfilRedemption", Map.of("decision", "APPROVE", "comment", "Тоже между нами"));
        assertThat(text(partner.get("/portal/cases/" + number)))
                .contains("Награда передана", "баллы списаны")
                .doesNotContain("между нами");
        assertThat(text(partner.get(CATALOGUE))).contains("Награда передана").doesNotContain("Отозвать запрос");
    }

    @Test
    void whatAPartnerCannotHaveSaysWhy() {
        var mark = mark();
        var dear = reward("Станок " + mark, "1 001", "");
        var gone = reward("Кружка " + mark, "10", "0");
        var dearCard = card(partner.get(CATALOGUE), "Станок " + mark);
        assertThat(dearCard).contains("Не хватает баллов: 1").doesNotContain("<form");
        assertThat(card(partner.get(CATALOGUE), "Кружка " + mark))
                .contains("Разобрали")
                .doesNotContain("<form");

        var refused = partner.submit(CATALOGUE, CATALOGUE, asking(dear, 1_001));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(text(refused)).contains("Баллов не хватает: сейчас доступно 1 000");
        assertThat(text(partner.submit(CATALOGUE, CATALOGUE, asking(gone, 10)))).contains("разобрали");
        assertThat(text(partner.submit(CATALOGUE, CATALOGUE, asking(dear, 1)))).contains("цена награды изменилась");
        rewards.offer(dear, false, "program");
        assertThat(text(partner.get(CATALOGUE))).doesNotContain("Станок " + mark);
        assertThat(text(partner.submit(CATALOGUE, CATALOGUE, asking(dear, 1_001))))
                .contains("больше нет в каталоге");
        assertThat(ledger.balanceOf(member.id())).isEqualTo(new PointsBalance(1_000, 0));

        TestClock.forward(Duration.ofDays(400));
        var later = visitor().signIn(member.email(), People.PASSWORD).get(CATALOGUE);
        assertThat(text(later)).contains("Участие компании в программе сейчас не действует");
        assertThat(later.body()).doesNotContain("name=\"submissionKey\"");
    }

    @Test
    void aPartnerWithdrawsUntilTheDecision() {
        var reward = reward("Кружка " + mark(), "250", "3");
        partner.submit(CATALOGUE, CATALOGUE, asking(reward, 250));
        var number = process.ofPartner(member.id()).get(0).caseNumber();
        var fields = Map.of("partner", "" + member.id(), "case", number);
        var withdrawn = partner.submit(CATALOGUE, WITHDRAWAL, fields);
        assertThat(withdrawn.statusCode()).isEqualTo(303);
        assertThat(text(partner.get(Visitor.location(withdrawn)))).contains("Запрос отозван", "Отозвано");
        assertThat(ledger.balanceOf(member.id())).isEqualTo(new PointsBalance(1_000, 0));
        var late = partner.submit(CATALOGUE, WITHDRAWAL, fields);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(text(late)).contains("уже есть решение или он закрыт");
        assertThat(Visitor.location(partner.get(WITHDRAWAL))).endsWith(CATALOGUE);
    }

    @Test
    void anotherPartnersRequestsDoNotExist() {
        var other = members.achieving();
        post(other.id(), 1_000);
        var reward = reward("Кружка " + mark(), "250", "3");
        var number = process.request(other.id(), reward, 250, mark(), other.user());
        var id = "" + other.id();
        assertThat(partner.get(CATALOGUE + "?partner=" + id).statusCode()).isEqualTo(404);
        assertThat(text(partner.get(CATALOGUE))).doesNotContain(number);
        assertThat(partner.get("/portal/cases/" + number).statusCode()).isEqualTo(404);
        var fields = asking(reward, 250);
        fields.put("partner", id);
        assertThat(partner.submit(CATALOGUE, CATALOGUE, fields).statusCode()).isEqualTo(404);
        for (var acting : List.of(id, "" + member.id())) {
            assertThat(partner.submit(CATALOGUE, WITHDRAWAL, Map.of("partner", acting, "case", number))
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(process.byCaseNumber(number).orElseThrow().isUndecided()).isTrue();
        assertThat(process.ofPartner(other.id())).hasSize(1);
        assertThat(partner.post(CATALOGUE, asking(reward, 250)).statusCode()).isEqualTo(403);
        assertThat(visitor().get(CATALOGUE).statusCode()).isEqualTo(302);
        assertThat(member(PROGRAM_MANAGERS).get(CATALOGUE).statusCode()).isEqualTo(403);
    }

    @Test
    void onlyProgramManagersAndAdministratorsKeepTheCatalogue() {
        var reward = reward("Кружка " + mark(), "250", "3");
        var paths = List.of("/staff/rewards", "/staff/rewards/new", "/staff/rewards/" + reward);
        for (var reader : List.of(partner, member(ACCOUNT_MANAGERS), member(FINANCE))) {
            assertThat(paths)
                    .allSatisfy(
                            path -> assertThat(reader.get(path).statusCode()).isEqualTo(403));
            assertThat(reader.submit("/", "/staff/rewards/new", typed(mark())).statusCode())
                    .isEqualTo(403);
        }
        for (var reader : List.of(member(PROGRAM_MANAGERS), member(CAMUNDA_ADMIN))) {
            assertThat(paths)
                    .allSatisfy(
                            path -> assertThat(reader.get(path).statusCode()).isEqualTo(200));
        }
    }

    @Test
    void aProgramManagerAddsChangesAndStopsOfferingAReward() {
        var keeper = member(PROGRAM_MANAGERS);
        var title = "Термос " + mark();
        var added = keeper.submit("/staff/rewards/new", "/staff/rewards/new", typed(title));
        assertThat(added.statusCode()).isEqualTo(303);
        assertThat(text(keeper.get(Visitor.location(added)))).contains("Сохранено.", title, "1 500");
        var reward = named(title);
        assertThat(reward.offered()).isTrue();
        assertThat(reward.stock()).isEqualTo(7);
        assertThat(partner.get(CATALOGUE + "?lang=en").body()).contains("Flask");

        var fields = typed(title + " 2");
        fields.put("version", "" + reward.version());
        fields.put("stock", "");
        var address = "/staff/rewards/" + reward.id();
        assertThat(keeper.submit(address, address, fields).statusCode()).isEqualTo(303);
        var changed = rewards.byId(reward.id()).orElseThrow();
        assertThat(changed.title().ru()).isEqualTo(title + " 2");
        assertThat(changed.stock()).isNull();

        assertThat(keeper.submit(address, address + "/offer", Map.of("offered", "false"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(rewards.offered()).extracting(RewardView::id).doesNotContain(reward.id());
        keeper.submit(address, address + "/offer", Map.of("offered", "true"));
        assertThat(rewards.offered()).extracting(RewardView::id).contains(reward.id());
        assertThat(keeper.get("/staff/rewards/999999999").statusCode()).isEqualTo(404);
        assertThat(Visitor.location(keeper.get(address + "/offer"))).endsWith("/staff/rewards");
    }

    @Test
    void ofTwoWhoChangeAtOnceTheSecondIsShownTheFirstAndLosesNothing() {
        var keeper = member(PROGRAM_MANAGERS);
        var id = reward("Кружка " + mark(), "250", "3");
        var address = "/staff/rewards/" + id;
        var fields = typed("Мой вариант");
        fields.put("version", "" + rewards.byId(id).orElseThrow().version());
        // Somebody asks for one meanwhile: what is left is not what was shown.
        process.request(member.id(), id, 250, mark(), member.user());

        var conflict = keeper.submit(address, address, fields);
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(text(conflict))
                .contains("изменил другой сотрудник или её запросил партнёр", "Мой вариант", "<dd>2</dd>");
        assertThat(rewards.byId(id).orElseThrow().stock()).isEqualTo(2);

        fields.put("version", versionIn(conflict));
        assertThat(keeper.submit(address, address, fields).statusCode()).isEqualTo(303);
        assertThat(rewards.byId(id).orElseThrow().title().ru()).isEqualTo("Мой вариант");
    }

    @ParameterizedTest
    @CsvSource({
        "ru, titleRu, '', Заполните это поле.",
        "ru, titleKk, TOO_LONG, Слишком длинно",
        "kk, descriptionRu, '', Бұл өрісті толтырыңыз",
        "ru, descriptionEn, a\u0007b, невидимые символы",
        "ru, price, 0, Целое число от 1 до",
        "kk, price, abc, бүтін сан",
        "en, price, '1,5', A whole number from 1 to",
        "en, stock, -1, A whole number from 0 to"
    })
    void whatIsNotRightIsNamedByFieldAndNothingTypedIsLost(
            String language, String field, String typed, String message) {
        var keeper = member(PROGRAM_MANAGERS);
        keeper.get("/staff/rewards?lang=" + language);
        var mark = mark();
        var fields = typed("Кружка");
        fields.put("descriptionKk", mark);
        fields.put(field, typed.replace("TOO_LONG", "ы".repeat(201)));
        var answer = keeper.submit("/staff/rewards/new", "/staff/rewards/new", fields);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(text(answer)).contains(message, "id=\"" + field + "-error\"", mark);
        assertThat(rewards.all()).noneMatch(reward -> reward.description().kk().equals(mark));
    }

    @Test
    void theSameFormInAnotherLanguageKeepsWhatWasTyped() {
        var keeper = member(PROGRAM_MANAGERS);
        var id = reward("Кружка " + mark(), "250", "3");
        var fields = typed("Набрано");
        fields.put("id", "" + id);
        fields.put("version", "41");
        var answer = keeper.submit("/staff/rewards/" + id, "/staff/rewards/language?lang=en", fields);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(text(answer)).contains("Набрано", "Change the reward", "/staff/rewards/" + id);
        assertThat(versionIn(answer)).isEqualTo("41");
        var blank = keeper.submit("/staff/rewards/new", "/staff/rewards/language?lang=kk", typed("Набрано"));
        assertThat(text(blank)).contains("Набрано", "Сыйлық қосу");
    }

    private Map<String, String> asking(long reward, long points) {
        var fields = new HashMap<String, String>();
        fields.put("partner", "" + member.id());
        fields.put("reward", "" + reward);
        fields.put("points", "" + points);
        return fields;
    }

    private static Map<String, String> typed(String title) {
        var fields = new HashMap<String, String>();
        fields.put("titleRu", title);
        fields.put("titleKk", "");
        fields.put("titleEn", "Flask");
        fields.put("descriptionRu", "Описание");
        fields.put("descriptionKk", "");
        fields.put("descriptionEn", "");
        fields.put("price", "1 500");
        fields.put("stock", "7");
        return fields;
    }

    private long reward(String title, String price, String stock) {
        return rewards.add(new RewardRequest(title, "Описание", "", "", "", "", price, stock), "program");
    }

    private RewardView named(String title) {
        return rewards.all().stream()
                .filter(reward -> reward.title().ru().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private void post(long who, long points) {
        members.inTransaction(() -> ledger.post(new NewEntry(
                who, EntryKind.ADJUSTMENT, points, new Quarter(2026, 3), mark(), "somebody", null, "Because")));
    }

    /** The markup of one reward's card. */
    private static String card(HttpResponse<String> page, String title) {
        for (var card : text(page).split("<li class=\"reward\"", -1)) {
            if (card.contains(title)) {
                return card.substring(0, card.indexOf("</li>"));
            }
        }
        throw new AssertionError("No card " + title);
    }

    private static @Nullable String versionIn(HttpResponse<String> page) {
        var match = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(page.body());
        return match.find() ? match.group(1) : null;
    }

    private static String mark() {
        return UUID.randomUUID().toString();
    }

    /** The spaces that group digits are of different kinds. */
    private static String text(HttpResponse<String> page) {
        return HtmlUtils.htmlUnescape(page.body()).replace('\u00A0', ' ');
    }
}
