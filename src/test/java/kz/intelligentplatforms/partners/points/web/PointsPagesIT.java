package kz.intelligentplatforms.partners.points.web;

import static kz.intelligentplatforms.partners.platform.identity.Group.ACCOUNT_MANAGERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.points.PointsBook;
import kz.intelligentplatforms.partners.points.PointsLedger;
import kz.intelligentplatforms.partners.program.Quarter;
import kz.intelligentplatforms.partners.staff.SqlCount;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Members.Member;
import kz.intelligentplatforms.partners.testing.People;
import kz.intelligentplatforms.partners.testing.PrintedText;
import kz.intelligentplatforms.partners.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

/** Points as partners see them on the portal and the vendor's people on their pages. */
class PointsPagesIT extends IntegrationTest {

    private static final Quarter Q1 = new Quarter(2025, 1);
    private static final Quarter Q2 = new Quarter(2025, 2);
    private static final Pattern ENTRY = Pattern.compile("href=\"([^\"]*/entries/[0-9]+)");

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Cases cases;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    private PointsBook book;
    private Member own;
    private Visitor partner;

    @BeforeEach
    void aPartner() {
        book = new PointsBook(jdbc, ledger, cases, transaction);
        own = members.achieving();
        partner = visitor().signIn(own.user(), People.PASSWORD);
    }

    @Test
    void theOverviewTellsBalanceTermRateAndWhatIsExpected() {
        var today = LocalDate.now(clock);
        book.buy(own.id(), today, "2500000.00");
        book.adjust(own.id(), Quarter.of(today), 1_200, "A gift");
        book.reserve(own.id(), 200);
        var page = text(partner.get("/portal/points"));
        assertThat(page)
                .contains(own.partner().company().name())
                .contains(">1 200<", ">1 000<", ">200<")
                .contains("2 500 000 ₸", "Ставка сейчас — 2 %", "3 000 000 ₸", "Осталось 500 000 ₸")
                .contains("на все закупки года", "+50 000", "Корректировка")
                .contains("href=\"/portal/points/rewards?partner=" + own.id());
        book.buy(own.id(), today, "500000.00");
        assertThat(text(partner.get("/portal/points"))).contains("Со следующей закупки ставка будет 4 %");
        book.buy(own.id(), today, "0.01");
        assertThat(text(partner.get("/portal/points")))
                .contains("Ставка сейчас — 4 %", "самая высокая ставка", "+120 000", "3 000 000,01 ₸");
    }

    @Test
    void aNegativeBalanceIsSaid() {
        book.adjust(own.id(), Q1, -4_000, "A return");
        assertThat(text(partner.get("/portal/points"))).contains("−4 000", "Возвраты забрали больше");
        assertThat(text(partner.get("/portal"))).contains("−4 000", "/portal/points?partner=" + own.id());
    }

    @Test
    void theChartAndItsTableTellTheSame() {
        var today = LocalDate.now(clock);
        book.buy(own.id(), today, "1234.50");
        var page = partner.get("/portal/points").body();
        assertThat(text(partner.get("/portal/points"))).contains("\"purchases\":[0,0,0,0,0,0,0,1234.50]", "1 234,50 ₸");
        assertThat(page).contains("/webjars/chart.js/", "/assets/js/points").doesNotContain("<script>");
        for (var path : List.of("/webjars/chart.js/dist/chart.umd.min.js", "/assets/js/points.js")) {
            assertThat(visitor().get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void behindAnAccrualAreItsPurchases() {
        var counted = book.buy(own.id(), LocalDate.of(2025, 2, 3), "1000000.00");
        book.accrue(own.id(), Q1, "1000000", 20_000, 20_000);
        var later = book.buy(own.id(), LocalDate.of(2025, 5, 3), "70000.00");
        var overview = partner.get("/portal/points").body();
        var link = ENTRY.matcher(overview);
        assertThat(link.find()).isTrue();
        assertThat(text(partner.get(link.group(1))))
                .contains("Начисление за квартал", "+20 000", counted, "1 000 000,00 ₸")
                .doesNotContain(later, "/staff/");
        var staff = member(ACCOUNT_MANAGERS);
        var id = link.group(1).replaceAll(".*/", "");
        assertThat(text(staff.get("/staff/points/partners/" + own.id() + "/entries/" + id)))
                .contains(counted, "Member of finance", "/staff/cases/ACR-");
    }

    @Test
    void theTermsPurchasesArePaged() {
        var today = LocalDate.now(clock);
        for (int i = 0; i < 27; i++) {
            book.buy(own.id(), today, "10.00");
        }
        assertThat(text(partner.get("/portal/points/purchases")))
                .contains("Документов: 27", "270 ₸", "Страница 1 из 2")
                .contains("href=\"/portal/points/purchases?partner=" + own.id() + "&page=2\"");
        assertThat(partner.get("/portal/points/purchases?page=2").body().split("<tr>", -1))
                .hasSize(4);
        assertThat(partner.get("/portal/points/purchases?page=x").statusCode()).isEqualTo(200);
        assertThat(partner.get("/portal/points?page=99999").statusCode()).isEqualTo(200);
    }

    @Test
    void theCsvFileIsExact() {
        book.buy(own.id(), LocalDate.of(2025, 2, 3), "1000000.00", "=S" + own.id());
        book.buy(own.id(), LocalDate.of(2025, 3, 31), "-200000.50", "R" + own.id());
        book.adjust(own.id(), new Quarter(2024, 4), 7, "");
        var run = book.accrue(own.id(), Q1, "799999.50", 15_999, 15_999);
        var posted = LocalDate.now(clock);
        var file = partner.download("/portal/points/statements/2025-Q1.csv");
        assertThat(file.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(
                        value -> assertThat(value).startsWith("attachment").contains("2025-Q1.csv"));
        var company = own.partner().company();
        var begin = cell(company.name()) + ";" + company.identity().taxNumber() + ";2025-Q1;";
        assertThat(new String(file.body(), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFПартнёр;БИН/ИИН;Квартал;Что;Дата;Документ или дело;Сумма закупки, KZT;Баллы\r\n"
                        + begin + "Остаток на начало квартала;2025-01-01;;;7\r\n"
                        + begin + "Начисление за квартал;" + posted + ";" + run + ";;15999\r\n"
                        + begin + "Остаток на конец квартала;2025-03-31;;;16006\r\n"
                        + begin + "Возврат;2025-03-31;R" + own.id() + ";-200000,50;\r\n"
                        + begin + "Закупка;2025-02-03;'=S" + own.id() + ";1000000,00;\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "kk", "en"})
    void thePdfTellsTheFiguresInTheReadersLanguage(String language) throws IOException {
        book.buy(own.id(), LocalDate.of(2025, 2, 3), "2000000.00", "INV-" + own.id());
        book.accrue(own.id(), Q1, "2000000", 40_000, 40_000);
        book.adjust(own.id(), Q1, -500, "A <b>correction</b> &");
        var file = partner.download("/portal/points/statements/2025-Q1.pdf?lang=" + language);
        assertThat(new String(file.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        var text = PrintedText.of(file.body());
        assertThat(text)
                .contains(
                        "Intelligent Platforms",
                        own.partner().company().identity().taxNumber(),
                        "INV-" + own.id())
                .contains("1 / 1");
        assertThat(text.replaceAll("[\\s\u00A0]+", " "))
                .contains(own.partner().company().name())
                .contains(
                        switch (language) {
                            case "ru" ->
                                List.of(
                                        "Выписка о баллах",
                                        "1 квартал 2025 года",
                                        "+40 000",
                                        "−500",
                                        "39 500",
                                        "2 000 000,00",
                                        "3 000 000 ₸");
                            case "kk" ->
                                List.of(
                                        "Ұпайлар туралы үзінді",
                                        "2025 жылғы 1-тоқсан",
                                        "Тоқсан соңындағы қалдық",
                                        "Сатып алу",
                                        "Бағдарлама мөлшерлемелері",
                                        "39 500",
                                        "2 000 000,00");
                            default ->
                                List.of("Statement of points", "Q1 2025", "+40,000", "−500", "39,500", "2,000,000.00");
                        });
    }

    @Test
    void thePdfPrintsEveryLetterAndBreaksLongWords() throws IOException {
        var name = "ТОО «" + PrintedText.LETTERS + " " + PrintedText.LONG_WORD.substring(0, 120) + "»";
        jdbc.sql("update partner set name = ? where id = ?")
                .params(name, own.id())
                .update();
        var pdf = partner.download("/portal/points/statements/2025-Q1.pdf").body();
        assertThat(PrintedText.joined(pdf)).contains(PrintedText.withoutBlanks(name));
    }

    @Test
    void aStatementThatIsNotCalculatedSaysSo() {
        var quarter = Quarter.of(LocalDate.now(clock));
        assertThat(text(partner.get("/portal/points/statements/" + quarter))).contains("выписка предварительная");
        book.buy(own.id(), LocalDate.of(2025, 5, 3), "100000.00");
        book.accrue(own.id(), Q2, "100000", 2_000, 2_000);
        assertThat(text(partner.get("/portal/points/statements/2025-Q2")))
                .contains("+2 000", "100 000 ₸", "href=\"/portal/points/statements/2025-Q2.pdf?partner=" + own.id())
                .doesNotContain("предварительная");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/portal/points/statements/2098-Q1",
                "/portal/points/statements/2025-Q5",
                "/portal/points/statements/2098-Q1.pdf",
                "/portal/points/statements/1999-Q1.csv",
                "/portal/points/statements/x",
                "/portal/points/entries/999999999999",
                "/portal/points/entries/x"
            })
    void whatIsNotThereIsNotFound(String path) {
        assertThat(partner.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void othersPointsDoNotExistOnThePortal() {
        var other = members.achieving();
        book.adjust(other.id(), Q1, 77, "Secret");
        var entry = ledger.entriesOf(other.id(), 0, 1).get(0).id();
        for (var path : paths(other.id(), entry)) {
            assertThat(partner.get("/portal/points" + path).statusCode())
                    .as(path)
                    .isEqualTo(404);
            assertThat(visitor().get("/portal/points" + path).statusCode())
                    .as(path)
                    .isEqualTo(302);
            assertThat(member(ACCOUNT_MANAGERS).get("/portal/points" + path).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        // Nor through the address of another partner's card.
        assertThat(member(ACCOUNT_MANAGERS)
                        .get("/staff/points/partners/" + own.id() + "/entries/" + entry)
                        .statusCode())
                .isEqualTo(404);
    }

    private static List<String> paths(long other, long entry) {
        return List.of(
                "?partner=" + other,
                "/entries/" + entry,
                "/purchases?partner=" + other,
                "/statements/2025-Q1?partner=" + other,
                "/statements/2025-Q1.pdf?partner=" + other,
                "/statements/2025-Q1.csv?partner=" + other);
    }

    @ParameterizedTest
    @EnumSource(Group.class)
    void theVendorsPeopleSeeEveryPartnersPoints(Group group) {
        boolean staff = Group.STAFF.contains(group);
        var somebody = member(group);
        for (var path : List.of(
                "/staff/points",
                "/staff/points/partners/" + own.id(),
                "/staff/points/partners/" + own.id() + "/purchases",
                "/staff/points/partners/" + own.id() + "/statements/2025-Q1",
                "/staff/points/partners/" + own.id() + "/statements/2025-Q1.csv",
                "/staff/points/partners/" + own.id() + "/statements/2025-Q1.pdf")) {
            assertThat(somebody.get(path).statusCode()).as(path).isEqualTo(staff ? 200 : 403);
        }
    }

    @Test
    void theCardTellsPointsAndTheLastEntries() {
        book.buy(own.id(), LocalDate.now(clock), "3500000.00");
        book.adjust(own.id(), Q1, 1_500, "A gift");
        assertThat(text(member(ACCOUNT_MANAGERS).get("/staff/partners/" + own.id())))
                .contains(
                        ">1 500<", "3 500 000 ₸", "· 4 %", "+1 500", "href=\"/staff/points/partners/" + own.id() + "\"")
                .contains("/staff/points/partners/" + own.id() + "/entries/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "kk", "en"})
    void noTextIsMissing(String language) {
        book.buy(own.id(), LocalDate.of(2025, 2, 3), "2000000.00");
        book.accrue(own.id(), Q1, "2000000", 40_000, 40_000);
        var entry = ledger.entriesOf(own.id(), 0, 1).get(0).id();
        var manager = member(Group.FINANCE);
        for (var path : List.of("", "/entries/" + entry, "/purchases", "/statements/2025-Q1")) {
            for (var page : List.of(
                    partner.get("/portal/points" + path + "?lang=" + language),
                    manager.get("/staff/points/partners/" + own.id() + path + "?lang=" + language))) {
                assertThat(page.statusCode()).as(path).isEqualTo(200);
                assertThat(page.body()).as(path).doesNotContain("??");
            }
        }
        for (var path : List.of("/staff/points", "/staff/points/integrity", "/staff/partners/" + own.id())) {
            assertThat(manager.get(path + "?lang=" + language).body()).as(path).doesNotContain("??");
        }
    }

    @Test
    void pagesAskTheDatabaseNoMoreOftenWhenThereIsMoreToShow() {
        var many = members.achieving();
        var other = visitor().signIn(many.user(), People.PASSWORD);
        var today = LocalDate.now(clock);
        fill(own.id(), today, 1);
        fill(many.id(), today, 20);
        var few = ledger.entriesOf(own.id(), 0, 1).get(0).id();
        var full = ledger.entriesOf(many.id(), 0, 1).get(0).id();
        for (var path : List.of("", "/purchases", "/statements/" + Quarter.of(today), "/entries/")) {
            var one = "/portal/points" + path + (path.equals("/entries/") ? few : "");
            var more = "/portal/points" + path + (path.equals("/entries/") ? full : "");
            partner.get(one);
            other.get(more);
            var forOne = SqlCount.of(() -> partner.get(one));
            assertThat(SqlCount.of(() -> other.get(more))).as(path).isEqualTo(forOne);
        }
    }

    private void fill(long id, LocalDate day, int count) {
        for (int i = 0; i < count; i++) {
            book.buy(id, day, "1000.00");
            book.accrue(id, Quarter.of(day), "1000", 20, 20);
        }
    }

    private static String cell(String text) {
        return text.contains("\"") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** As read: without the marks of HTML, and with plain spaces. */
    private static String text(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(200);
        return HtmlUtils.htmlUnescape(page.body()).replace('\u00A0', ' ');
    }
}
