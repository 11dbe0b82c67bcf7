package kz.intelligentplatforms.partners.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.points.EntryKind;
import kz.intelligentplatforms.partners.points.NewEntry;
import kz.intelligentplatforms.partners.points.PointsLedger;
import kz.intelligentplatforms.partners.program.Activity;
import kz.intelligentplatforms.partners.program.Quarter;
import kz.intelligentplatforms.partners.program.TargetStatus;
import kz.intelligentplatforms.partners.rewards.RewardRequest;
import kz.intelligentplatforms.partners.rewards.Rewards;
import kz.intelligentplatforms.partners.testing.Companies;
import kz.intelligentplatforms.partners.testing.FundBook;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Members.Member;
import kz.intelligentplatforms.partners.testing.People;
import kz.intelligentplatforms.partners.testing.TestClock;
import kz.intelligentplatforms.partners.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/** Every form that carries a key: sent, sent again, and then "back, edit, send". Nobody is told "done" of what was not done. */
class SentTwiceIT extends IntegrationTest {

    /** Buys, and is no member. */
    private static final String STRANGER = Companies.newBin();

    private static final String NEW = "/portal/co-funding/new";
    private static final String EDITED = "Изменено и отправлено снова";

    @Autowired
    private FundBook book;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private Rewards rewards;

    @Autowired
    private MessageSource messages;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Member member;
    private Visitor partner;
    private Visitor finance;

    /**
     * A form and how it is filled in.
     *
     * @param edited what is typed instead, after "back"
     * @param again where the form of the answer goes to; empty where the rules allow no second one
     */
    private record Form(
            String name,
            Visitor user,
            String page,
            String action,
            Map<String, String> typed,
            Map<String, String> edited,
            String again) {

        Map<String, String> filledIn() {
            var fields = new LinkedHashMap<>(typed);
            var html = user.get(page).body();
            fields.put("_csrf", Visitor.csrfOf(html));
            fields.put("submissionKey", keyIn(html));
            return fields;
        }
    }

    @BeforeEach
    void people() {
        // Room for an activity in this membership's year.
        var day = LocalDate.now(clock);
        TestClock.forward(Duration.ofDays(LocalDate.of(day.getYear() + 1, 1, 15).toEpochDay() - day.toEpochDay()));
        member = members.achieving(TargetStatus.SOLUTION_PROVIDER);
        adjusted(1000);
        partner = visitor().signIn(member.email(), People.PASSWORD);
        finance = member(Group.FINANCE);
    }

    @TestFactory
    Stream<DynamicTest> theSameKeyWithOtherContentIsRefusedInPlainWordsAndNothingTypedIsLost() {
        return Stream.of(
                        allocation(),
                        correction(),
                        adjustment(),
                        reversal(),
                        request(NEW),
                        request(draft()),
                        level(),
                        reward())
                .map(form -> DynamicTest.dynamicTest(form.name(), () -> isRefused(form)));
    }

    private void isRefused(Form form) {
        var fields = form.filledIn();
        var sent = form.user().post(form.action(), fields);
        assertThat(sent.statusCode()).as(text(sent)).isEqualTo(303);
        var again = form.user().post(form.action(), fields);
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(Visitor.location(again)).isEqualTo(Visitor.location(sent));

        var done = done();
        fields.putAll(form.edited());
        var refused = form.user().post(form.action(), fields);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(text(refused)).contains(message("form.sent-before"), message("form.sent-before.now"));
        assertThat(text(refused))
                .contains(resultIn(Visitor.location(sent)))
                .contains(form.edited().values());
        assertThat(keyIn(refused.body())).isNotEqualTo(fields.get("submissionKey"));
        assertThat(done()).as("nothing was done").isEqualTo(done);

        if (!form.again().isEmpty()) {
            fields.put("submissionKey", keyIn(refused.body()));
            assertThat(form.user().post(form.again(), fields).statusCode()).isEqualTo(303);
            assertThat(done()).as("sent as a new one").isGreaterThan(done);
        }
    }

    @Test
    void anotherFileFromTheSamePageIsNotTakenForTheFirst() {
        var key = Map.of("submissionKey", UUID.randomUUID().toString());
        var sent = upload(key, "first");
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(Visitor.location(upload(key, "first"))).isEqualTo(Visitor.location(sent));
        var done = done();
        var refused = upload(key, "second");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(text(refused)).contains(message("form.sent-before"), resultIn(Visitor.location(sent)), "first.csv");
        assertThat(done()).isEqualTo(done);
        finance.submit(Visitor.location(sent), Visitor.location(sent) + "/discard", Map.of());
        assertThat(text(upload(key, "first"))).contains(message("purchases.refused.GONE"));
    }

    @Test
    void aDraftThatWasSentKeepsWhatIsTypedLater() {
        var form = request(draft());
        var fields = form.filledIn();
        partner.post(form.action(), fields);
        fields.put("title", EDITED);
        for (var button : List.of("save", "add")) {
            var late = new LinkedHashMap<>(fields);
            late.put(button, "yes");
            var answer = partner.post(form.action(), late);
            assertThat(answer.statusCode()).as(button).isEqualTo(409);
            assertThat(text(answer)).contains(EDITED, message("form.sent-before"), "action=\"" + NEW);
        }
        assertThat(partner.post(form.action() + "/language?lang=ru", fields).body())
                .contains(EDITED);
    }

    @Test
    void ofAFormThatReleaseOneTookTheContentIsNotKnown() {
        var form = adjustment();
        var fields = form.filledIn();
        finance.post(form.action(), fields);
        jdbc.sql("update submission set fingerprint = null where sent_at >= ?")
                .param(Timestamp.from(clock.instant().minusSeconds(600)))
                .update();
        var done = done();
        assertThat(text(finance.post(form.action(), fields))).contains(message("form.sent-before"));
        assertThat(done()).isEqualTo(done);
    }

    private Form allocation() {
        var page = "/staff/co-funding";
        var typed = Map.of(
                "allocation.year",
                String.valueOf(today().getYear()),
                "allocation.purpose",
                "PRINT",
                "allocation.amount",
                "100 000",
                "allocation.reason",
                "Приказ 7");
        var action = page + "/funds";
        return new Form(
                "money for a fund", finance, page, action, typed, Map.of("allocation.amount", "900 000"), action);
    }

    private Form correction() {
        var page = "/staff/co-funding/funds/" + book.allocate(book.newYear(), Activity.EVENT, "1000000.00");
        var typed = Map.of("fundChange.amount", "-500", "fundChange.reason", "Перенос");
        return new Form("correction of a fund", finance, page, page, typed, Map.of("fundChange.reason", EDITED), page);
    }

    private Form adjustment() {
        var action = "/staff/points/adjustments";
        var page = action + "/new?partner=" + member.id();
        var typed =
                Map.of("partner", String.valueOf(member.id()), "adjustment.points", "10", "adjustment.reason", "Бонус");
        return new Form("adjustment", finance, page, action, typed, Map.of("adjustment.points", "7 000"), action);
    }

    private Form reversal() {
        var entry = String.valueOf(adjusted(50));
        var action = "/staff/points/adjustments";
        var page = action + "/new?partner=" + member.id() + "&reverses=" + entry;
        var typed = Map.of("partner", String.valueOf(member.id()), "reverses", entry, "adjustment.reason", "Ошибка");
        return new Form("reversal", finance, page, action, typed, Map.of("adjustment.reason", EDITED), "");
    }

    private Form request(String page) {
        var name = page.equals(NEW) ? "request for co-funding" : "draft of a request";
        return new Form(name, partner, page, page, proposal(), Map.of("title", EDITED), NEW);
    }

    private Map<String, String> proposal() {
        var typed = new LinkedHashMap<String, String>();
        typed.put("partner", String.valueOf(member.id()));
        typed.put("activity", "EVENT");
        typed.put("title", "Семинар «Учёт тепла»");
        typed.put("description", "Программа на день");
        typed.put("city", "Алматы");
        typed.put("startsOn", today().plusDays(30).toString());
        typed.put("endsOn", today().plusDays(31).toString());
        typed.put("audience", "Проектировщики");
        typed.put("expectedLeads", "15");
        typed.put("costs[0].title", "Зал");
        typed.put("costs[0].cost", "600 000");
        typed.put("asked", "300 000");
        return typed;
    }

    private String draft() {
        var typed = new LinkedHashMap<>(proposal());
        typed.put("save", "draft");
        return Visitor.location(partner.submit(NEW, NEW, typed))
                .replaceFirst("^https?://[^/]+", "")
                .replaceFirst("\\?.*", "");
    }

    private Form level() {
        var applicant = members.achieving();
        var page = "/portal/level/PROFESSIONAL_RESELLER?partner=" + applicant.id();
        var typed = new LinkedHashMap<String, String>();
        typed.put("partner", String.valueOf(applicant.id()));
        typed.put("evidence.salesPlan.year", String.valueOf(today().getYear()));
        for (int quarter = 1; quarter <= 4; quarter++) {
            typed.put("evidence.salesPlan.q" + quarter, "1 500 000");
        }
        typed.put("evidence.salesPlan.productLines", "Датчики");
        typed.put("evidence.salesPlan.marketing", "Семинар");
        typed.put("evidence.salesSpecialist.name", "Айдана Касымова");
        typed.put("evidence.salesSpecialist.email", "sales@company.example");
        typed.put("evidence.salesSpecialist.phone", "+7 727 250 01 01");
        typed.put("evidence.salesSpecialist.employment", "В штате");
        return new Form(
                "application for a level",
                visitor().signIn(applicant.email(), People.PASSWORD),
                page,
                page.replaceFirst("\\?.*", ""),
                typed,
                Map.of("evidence.salesSpecialist.name", EDITED),
                "");
    }

    /** Nothing is typed here: the same key comes with another reward. */
    private Form reward() {
        var page = "/portal/points/rewards";
        var typed = Map.of("partner", String.valueOf(member.id()), "reward", reward(100), "points", "100");
        var edited = Map.of("reward", reward(200), "points", "200");
        return new Form("reward", partner, page, page, typed, edited, page);
    }

    private String reward(int points) {
        var title = "Кружка " + UUID.randomUUID();
        return String.valueOf(rewards.add(
                new RewardRequest(title, "Описание", "", "", "", "", String.valueOf(points), "5"), "program"));
    }

    private long adjusted(long points) {
        members.inTransaction(() -> ledger.post(new NewEntry(
                member.id(),
                EntryKind.ADJUSTMENT,
                points,
                Quarter.of(today()),
                UUID.randomUUID().toString(),
                "somebody",
                null,
                "Because")));
        return ledger.entriesOf(member.id(), 0, 1).get(0).id();
    }

    private HttpResponse<String> upload(Map<String, String> key, String name) {
        var content = "documentNumber,partnerBin,date,amount,kind,currency\n" + name + "," + STRANGER + "," + today()
                + ",1.00,SALE,KZT\n";
        return finance.upload(
                "/staff/purchases",
                "/staff/purchases/imports",
                key,
                "file",
                name + ".csv",
                content.getBytes(StandardCharsets.UTF_8));
    }

    /** How much forms have done so far: cases, entries of funds, files of purchases. */
    private long done() {
        return jdbc.sql("select (select count(*) from program_case) + (select count(*) from co_fund_entry)"
                        + " + (select count(*) from purchase_import)")
                .query(Long.class)
                .single();
    }

    /** The case, the file or the fund that an answer leads to. */
    private static String resultIn(String location) {
        return location.replaceFirst(".*/", "")
                .replaceFirst("\\?.*", "")
                .replace("co-funding", "")
                .replace("rewards", "");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String keyIn(String html) {
        var key = Pattern.compile("name=\"submissionKey\" value=\"([^\"]+)\"").matcher(html);
        assertThat(key.find()).as("a key").isTrue();
        return key.group(1);
    }

    private String message(String key) {
        return messages.getMessage(key, null, Locale.forLanguageTag("ru"));
    }

    private static String text(HttpResponse<String> answer) {
        return HtmlUtils.htmlUnescape(answer.body());
    }
}
