package kz.intelligentplatforms.partners.cofunding.web;

import static kz.intelligentplatforms.partners.platform.identity.Group.ACCOUNT_MANAGERS;
import static kz.intelligentplatforms.partners.platform.identity.Group.FINANCE;
import static kz.intelligentplatforms.partners.platform.identity.Group.MARKETING_MANAGERS;
import static kz.intelligentplatforms.partners.platform.identity.Group.MONITORS;
import static kz.intelligentplatforms.partners.platform.identity.Group.PROGRAM_MANAGERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import kz.intelligentplatforms.partners.cofunding.CoFundingFiles;
import kz.intelligentplatforms.partners.cofunding.CoFundingFiles.FileHolder;
import kz.intelligentplatforms.partners.cofunding.CoFundingProcess;
import kz.intelligentplatforms.partners.program.TargetStatus;
import kz.intelligentplatforms.partners.staff.SqlCount;
import kz.intelligentplatforms.partners.testing.CoFunding;
import kz.intelligentplatforms.partners.testing.Desk;
import kz.intelligentplatforms.partners.testing.FundBook;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Members.Member;
import kz.intelligentplatforms.partners.testing.People;
import kz.intelligentplatforms.partners.testing.SampleFiles;
import kz.intelligentplatforms.partners.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

/** Requests as the vendor's people see them, and what managers may do with one; each test is in a year in which nobody else asks. */
class RequestControllerIT extends IntegrationTest {

    private static final String LIST = "/staff/co-funding/requests";

    @Autowired
    private CoFundingProcess process;

    @Autowired
    private CoFundingFiles files;

    @Autowired
    private FundBook book;

    @Autowired
    private CoFunding funding;

    private LocalDate event;
    private long fund;
    private Member member;

    @BeforeEach
    void aMemberInAYearWithABudget() {
        int year = book.newYear();
        event = LocalDate.of(year, 5, 20);
        funding.forwardTo(LocalDate.of(year, 2, 10));
        fund = book.allocate(year, null, "50000000.00");
        member = members.achieving(TargetStatus.CORPORATE_RESELLER);
    }

    @Test
    void theListFindsRequestsByEachOfItsFilters() {
        var other = members.achieving(TargetStatus.CORPORATE_RESELLER);
        var mark = UUID.randomUUID().toString().substring(0, 8);
        var webinar = submit(member, "WEBINAR", "Вебинар " + mark, 0);
        var print = submit(other, "PRINT", "Каталог <b>" + mark + "</b>", 30);
        funding.approve(print);
        var staff = member(ACCOUNT_MANAGERS);
        assertThat(found(staff, "?q=" + mark.toUpperCase(Locale.ROOT))).contains(webinar, print);
        assertThat(found(staff, "?q=" + URLEncoder.encode("ВЕБИНАР-" + mark, StandardCharsets.UTF_8)))
                .contains(webinar)
                .doesNotContain(print);
        assertThat(staff.get(LIST + "?q=" + mark).body()).doesNotContain("<b>" + mark);
        assertThat(found(staff, "?q=" + print)).contains(print).doesNotContain(webinar);
        assertThat(found(staff, "?q=" + bin(other) + "&year=" + event.getYear()))
                .contains(print)
                .doesNotContain(webinar);
        for (var filter : List.of("phase=REVIEW", "activity=WEBINAR", "turn=VENDOR", "partner=" + member.id())) {
            assertThat(found(staff, "?q=" + mark + "&" + filter))
                    .as(filter)
                    .contains(webinar)
                    .doesNotContain(print);
        }
        assertThat(found(staff, "?q=" + mark + "&phase=APPROVED"))
                .contains(print, "Найдено: 1. Запрошено 300 000 ₸, одобрено 300 000 ₸, заявлено 0 ₸")
                .doesNotContain(webinar);
        assertThat(found(staff, "?q=" + mark + "&year=2000")).contains("Найдено: 0.");
        var byDay = found(staff, "?q=" + mark + "&order=DAY");
        assertThat(byDay.indexOf(webinar)).isLessThan(byDay.indexOf(print));
        assertThat(byDay).contains("&order=LATEST_DAY", "aria-sort=\"ascending\"");
        var byLatestDay = found(staff, "?q=" + mark + "&order=LATEST_DAY");
        assertThat(byLatestDay.indexOf(print)).isLessThan(byLatestDay.indexOf(webinar));
    }

    @Test
    void aLongListIsInPagesWhichKeepTheFilterAndTakeNoMoreQueries() {
        submit(member, "EVENT", "Семинар & обед", 0);
        var path = LIST + "?partner=" + member.id() + "&q=%26+%D0%BE%D0%B1%D0%B5%D0%B4";
        var staff = member(MONITORS);
        staff.get(path);
        var forOne = SqlCount.of(() -> staff.get(path));
        IntStream.range(0, 25).forEach(i -> submit(member, "EVENT", "Семинар & обед", 0));
        assertThat(SqlCount.of(() -> staff.get(path))).isEqualTo(forOne);
        var first = text(staff.get(path));
        assertThat(first).contains("Найдено: 26.", "partner=" + member.id() + "&page=2");
        assertThat(text(staff.get(path + "&page=2"))).contains("rel=\"prev\"").doesNotContain("rel=\"next\"");
        assertThat(text(staff.get(path + "&page=99999"))).contains("Найдено: 26.");
        var card = text(staff.get("/staff/partners/" + member.id()));
        assertThat(card).contains("Все запросы партнёра: 26", LIST + "?partner=" + member.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?q=%00", "?q=%25_%5C", "?phase=X&activity=&turn=1&year=abc&partner=-1&order=Y&page=0", "?q='"})
    void whatCannotBeUnderstoodIsLeftOut(String query) {
        assertThat(member(MONITORS).get(LIST + query).statusCode()).isEqualTo(200);
    }

    @Test
    void theCaseShowsTheRequestItsMoneyAndItsFilesToThoseWhoMayReadThem() {
        var number = submit(member, "EVENT", "Семинар <i>по насосам</i>", 0);
        files.attach(
                FileHolder.ofCase(member.id(), number),
                "plan.pdf",
                new ByteArrayInputStream(SampleFiles.pdf("plan")),
                member.user());
        funding.approve(number);
        var page = member(MARKETING_MANAGERS).get("/staff/cases/" + number);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Семинар &lt;i&gt;").doesNotContain("<i>по насосам", "??");
        assertThat(text(page))
                .contains("1. Зал", "2. Обед", "400 000,00", "200 000,00", "300 000 ₸: 50 % от 600 000 ₸")
                .contains("/staff/co-funding/funds/" + fund, "Member of marketing-managers", "plan.pdf")
                .contains("Партнёр ещё не подтвердил затраты", "/cancellation")
                .doesNotContain("/extension");
        assertThat(page.body()).contains("href=\"/documents/");
        var monitor = member(MONITORS).get("/staff/cases/" + number).body();
        assertThat(monitor).contains("plan.pdf").doesNotContain("href=\"/documents/", "/cancellation");
        assertThat(text(member(MONITORS).get("/staff/partners/" + member.id()))).contains(number, "300 000 ₸");
    }

    @Test
    void theCaseShowsTheClaimAndWhatWasClaimedBefore() {
        var first = claimed("A-17");
        var second = claimed(" a-17");
        var staff = member(FINANCE);
        assertThat(text(staff.get("/staff/cases/" + first))).contains("Мы провели семинар", "№ A-17 от", "PHOTOS.pdf");
        assertThat(text(staff.get("/staff/cases/" + second)))
                .contains("Уже заявляли", "уже заявлен в деле " + first, "уже приложен в деле " + first);
        var desk = new Desk(engine, people);
        desk.answer(second, "Task_ReviewClaim", Map.of("decision", "REJECT", "comment", "Счёт уже заявлен"));
        assertThat(text(staff.get("/staff/cases/" + second))).contains("Счёт уже заявлен");
    }

    @Test
    void managersGiveMoreTimeOnceAndTheWrongDayIsToldBesideTheField() {
        var number = submit(member, "EVENT", "Семинар", 0);
        funding.approve(number);
        var manager = member(PROGRAM_MANAGERS);
        var path = LIST + "/" + number + "/extension";
        assertThat(manager.get(path).statusCode())
                .as("before the event is over")
                .isEqualTo(409);
        funding.passEvent(number);
        assertThat(text(manager.get("/staff/cases/" + number))).contains(path);
        assertThat(manager.get(path).statusCode()).isEqualTo(200);
        var due = event.plusDays(30);
        for (var wrong :
                List.of("", "31.02.2027", due.toString(), due.plusDays(31).toString())) {
            var answer = manager.submit(path, path, Map.of("extension.until", wrong));
            assertThat(answer.statusCode()).as(wrong).isEqualTo(422);
            assertThat(answer.body()).contains("extension-until-error");
        }
        var fields = Map.of("extension.until", due.plusDays(30).toString());
        for (var group : List.of(FINANCE, ACCOUNT_MANAGERS, MONITORS)) {
            assertThat(member(group).get(path).statusCode()).isEqualTo(403);
            assertThat(member(group).submit(LIST, path, fields).statusCode()).isEqualTo(403);
        }
        assertThat(visitor().signIn(member.email(), People.PASSWORD).get(path).statusCode())
                .isEqualTo(403);
        var done = manager.submit(path, path, fields);
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(text(manager.get(Visitor.location(done))))
                .contains("срок продлён")
                .doesNotContain(path);
        var again = manager.submit(LIST, path, fields);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(text(again)).contains("уже продлевали");
        assertThat(process.byCaseNumber(number).orElseThrow().claimDueOn()).isEqualTo(due.plusDays(30));
    }

    @Test
    void managersCancelWithAReasonAndTheMoneyIsFreeAgain() {
        var number = submit(member, "EVENT", "Семинар", 0);
        var manager = member(MARKETING_MANAGERS);
        var path = LIST + "/" + number + "/cancellation";
        assertThat(manager.get(path).statusCode()).as("nothing is approved").isEqualTo(409);
        funding.approve(number);
        assertThat(book.fund(fund).reserved()).isEqualByComparingTo("300000");
        var empty = manager.submit(path, path, Map.of("cancellation.reason", " "));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("cancellation-reason-error");
        var fields = Map.of("cancellation.reason", "Выставку отменили");
        assertThat(member(FINANCE).submit(LIST, path, fields).statusCode()).isEqualTo(403);
        var done = manager.submit(path, path, fields);
        assertThat(done.statusCode()).isEqualTo(303);
        jobs.runDue(number);
        assertThat(book.fund(fund).reserved()).isZero();
        assertThat(text(manager.get(Visitor.location(done)))).contains("Выставку отменили", "Возврат резерва");
        assertThat(manager.submit(LIST, path, fields).statusCode()).isEqualTo(409);
        assertThat(manager.get(LIST + "/COF-1999-000001/cancellation").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aCaseWithMoreInItTakesNoMoreQueries() {
        var few = submit(member, "EVENT", "Семинар", 0);
        var many = submit(member, "EVENT", "Семинар", 0);
        IntStream.range(0, 5)
                .forEach(i -> files.attach(
                        FileHolder.ofCase(member.id(), many),
                        "plan" + i + ".pdf",
                        new ByteArrayInputStream(SampleFiles.pdf("plan")),
                        member.user()));
        funding.approve(few);
        funding.approve(many);
        var staff = member(MARKETING_MANAGERS);
        List.of(few, many).forEach(number -> staff.get("/staff/cases/" + number));
        assertThat(SqlCount.of(() -> staff.get("/staff/cases/" + many)))
                .isEqualTo(SqlCount.of(() -> staff.get("/staff/cases/" + few)));
    }

    private String submit(Member partner, String activity, String title, int daysLater) {
        return funding.submit(partner, activity, title, event.plusDays(daysLater));
    }

    /** A request that went all the way to the review of its claim. */
    private String claimed(String invoice) {
        funding.forwardTo(event.minusMonths(3));
        var number = submit(member, "EVENT", "Семинар", 0);
        funding.approve(number);
        funding.passEvent(number);
        funding.claimFirstLine(member, number, invoice);
        return number;
    }

    private static String bin(Member member) {
        return member.partner().company().identity().taxNumber();
    }

    private static String found(Visitor visitor, String query) {
        return text(visitor.get(LIST + query));
    }

    private static String text(HttpResponse<String> page) {
        return HtmlUtils.htmlUnescape(page.body()).replace('\u00a0', ' ');
    }
}
