package kz.intelligentplatforms.partners.funds.web;

import static kz.intelligentplatforms.partners.platform.identity.Group.ACCOUNT_MANAGERS;
import static kz.intelligentplatforms.partners.platform.identity.Group.CAMUNDA_ADMIN;
import static kz.intelligentplatforms.partners.platform.identity.Group.FINANCE;
import static kz.intelligentplatforms.partners.platform.identity.Group.MARKETING_MANAGERS;
import static kz.intelligentplatforms.partners.platform.identity.Group.MONITORS;
import static kz.intelligentplatforms.partners.platform.identity.Group.PROGRAM_MANAGERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kz.intelligentplatforms.partners.funds.Budgets;
import kz.intelligentplatforms.partners.funds.FundView;
import kz.intelligentplatforms.partners.program.Activity;
import kz.intelligentplatforms.partners.staff.SqlCount;
import kz.intelligentplatforms.partners.testing.FundBook;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Members.Member;
import kz.intelligentplatforms.partners.testing.People;
import kz.intelligentplatforms.partners.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

/** The year's budget and the funds' entries over HTTP; each test looks at a year of its own, but for forms, which know only years near. */
class BudgetControllerIT extends IntegrationTest {

    private static final String BUDGET = "/staff/co-funding";
    private static final String FUNDS = BUDGET + "/funds";

    @Autowired
    private Budgets budgets;

    @Autowired
    private FundBook book;

    @Autowired
    private Clock clock;

    private int year;
    private long general;
    private long events;
    private Member member;
    private FundBook.Holder holder;

    @BeforeEach
    void aBudget() {
        year = book.newYear();
        general = book.allocate(year, null, "10000000.00");
        events = book.allocate(year, Activity.EVENT, "5000000.50");
        member = members.achieving();
        holder = book.holder(member.id());
        book.reserve(holder, year, Activity.EVENT, "2000000.00");
        var paid = book.holder(member.id());
        book.reserve(paid, year, Activity.PRINT, "700000.00");
        book.pay(paid, "600000.00");
    }

    @Test
    void everyFigureOfTheBudgetLeadsToTheEntriesThatMakeIt() {
        var marketing = member(MARKETING_MANAGERS);
        var page = marketing.get(BUDGET + "?year=" + year);
        assertThat(text(page))
                .contains("15 000 000,50 ₸", "2 000 000 ₸", "600 000 ₸", "12 400 000,50 ₸")
                .contains(member.partner().company().name())
                .doesNotContain("name=\"submissionKey\"");
        assertThat(page.body()).contains("/staff/co-funding/requests?year=" + year + "&amp;partner=" + member.id());

        var links = linksIn(page);
        assertThat(entries(marketing, links, "entries?year=" + year + "&kind=ALLOCATED&kind=ADJUSTED"))
                .contains("Записей: 2. Вместе они дают: выделено 15 000 000,50 ₸, в резерве 0 ₸, выплачено 0 ₸.");
        assertThat(entries(marketing, links, "entries?year=" + year + "&kind=RESERVED&kind=RELEASED&kind=PAID"))
                .contains("Записей: 4.", "в резерве 2 000 000 ₸", holder.caseNumber());
        assertThat(entries(marketing, links, "entries?year=" + year + "&kind=PAID"))
                .contains("Записей: 1.", "выплачено 600 000 ₸", "Order 17");
        assertThat(entries(marketing, links, "entries?year=" + year + "&partner=" + member.id()))
                .contains("Записей: 4.", "в резерве 2 000 000 ₸, выплачено 600 000 ₸");
        assertThat(entries(marketing, links, "funds/" + events + "?kind=RESERVED&kind=RELEASED&kind=PAID"))
                .contains("Записей: 1.", "/staff/cases/" + holder.caseNumber(), "/staff/partners/" + member.id());
        assertThat(entries(marketing, links, "funds/" + general)).contains("Записей: 4.", "9 400 000,00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?year=", "?year=abc", "?kind=PAID"})
    void entriesOfNoYearAreThisYears(String query) {
        int today = LocalDate.now(clock).getYear();
        var page = member(FINANCE).get(BUDGET + "/entries" + query);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(BUDGET + "/entries.csv?year=" + today);
    }

    @Test
    void entriesAreNewestFirstInPagesAndTheFilterStays() {
        IntStream.range(0, 30)
                .forEach(i -> book.reserve(book.holder(member.id()), year, Activity.EVENT, "100." + (10 + i)));
        var path = FUNDS + "/" + events + "?kind=RESERVED&partner=" + member.id();
        var staff = member(MONITORS);
        var first = staff.get(path);
        assertThat(text(first)).contains("100,39", "Записей: 31.").doesNotContain("100,10");
        assertThat(linksIn(first)).contains(path + "&page=2", path.replace("?", ".csv?"));
        assertThat(text(staff.get(path + "&page=2"))).contains("100,10").doesNotContain("100,39");
        assertThat(text(staff.get(path + "&page=99999"))).contains("Записей: 31.");
        assertThat(text(staff.get(FUNDS + "/" + events + "?kind=NONE&partner=x&page=-1&adjusted")))
                .contains("Записей: 32.");
    }

    @Test
    void theYearIsThreeFilesForASpreadsheet() {
        var finance = member(FINANCE);
        var bin = member.partner().company().identity().taxNumber();
        assertThat(file(finance, BUDGET + "/funds.csv?year=" + year))
                .startsWith("\uFEFFГод;Фонд;")
                .contains(year + ";Общий фонд;10000000,00;0,00;600000,00;9400000,00");
        assertThat(file(finance, BUDGET + "/holders.csv?year=" + year)).contains(";" + bin + ";2000000,00;600000,00");
        assertThat(file(finance, BUDGET + "/entries.csv?year=" + year).lines()).hasSize(7);
        assertThat(file(finance, BUDGET + "/entries.csv?year=" + year + "&kind=PAID"))
                .contains(";Выплата;600000,00;COF-", ";Order 17;10000000,00;100000,00;600000,00;9300000,00");
        assertThat(file(finance, FUNDS + "/" + events + ".csv").lines()).hasSize(3);
    }

    @Test
    void financePutsMoneyInOnceHoweverOftenTheFormIsSent() {
        int next = Year.now(clock).getValue() + 2;
        var before = allocated(next);
        var finance = member(FINANCE);
        var fields =
                new HashMap<>(allocation(String.valueOf(next), "EXHIBITION", "1 250 000,50", "=Протокол <b>7</b>"));
        fields.put("submissionKey", UUID.randomUUID().toString());
        var sent = finance.submit(BUDGET, FUNDS, fields);
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(finance.submit(BUDGET, FUNDS, fields).statusCode()).isEqualTo(303);
        assertThat(allocated(next).subtract(before)).isEqualByComparingTo("1250000.50");
        assertThat(text(finance.get(Visitor.location(sent)))).contains("Деньги внесены", "Участие в выставке");
        var entries = finance.get(BUDGET + "/entries?year=" + next + "&kind=ALLOCATED");
        assertThat(entries.body()).contains("=Протокол &lt;b&gt;7&lt;/b&gt;").doesNotContain("<b>7</b>");
        assertThat(text(entries)).contains("Member of finance");
        assertThat(file(finance, BUDGET + "/entries.csv?year=" + next)).contains(";'=Протокол <b>7</b>;");
    }

    @Test
    void whatIsWrongIsSaidBesideEachFieldAndNothingTypedIsLost() {
        var finance = member(FINANCE);
        var refused = finance.submit(BUDGET, FUNDS, allocation("1999", "CIRCUS", "-5", " "));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("allocation-year-error", "allocation-purpose-error", "allocation-amount-error")
                .contains("allocation-reason-error", "value=\"-5\"");
        var wide = allocation(String.valueOf(Year.now(clock).getValue() + 3), "EVENT", "5", "Y");
        assertThat(finance.submit(BUDGET, FUNDS, wide).body())
                .contains("allocation-year-error")
                .doesNotContain("allocation-amount-error");
        assertThat(finance.submit(BUDGET, FUNDS, Map.of()).statusCode()).isEqualTo(422);

        var kazakh = finance.submit(BUDGET, FUNDS + "/language?lang=kk", allocation("2026", "EVENT", "12345", "Негіз"));
        assertThat(kazakh.statusCode()).isEqualTo(200);
        assertThat(kazakh.body()).contains("lang=\"kk\"", "value=\"12345\"", "Негіз");
        assertThat(Visitor.location(finance.get(FUNDS + "/language"))).endsWith(BUDGET);
    }

    @ParameterizedTest
    @CsvSource({"0,422", "abc,422", "'1,234',422", "100000000001,422", "-3000000.51,409", "-3000000.50,303"})
    void aFundIsCorrectedButNeverBelowWhatIsReservedOrPaid(String amount, int status) {
        var finance = member(FINANCE);
        var path = FUNDS + "/" + events;
        var fields = Map.of("fundChange.amount", amount, "fundChange.reason", "Решение 8");
        var answer = finance.submit(path, path, fields);
        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 303) {
            assertThat(book.fund(events).available()).isZero();
            assertThat(text(finance.get(Visitor.location(answer)))).contains("Фонд исправлен", "−3 000 000,50");
        } else {
            assertThat(book.fund(events).allocated()).isEqualByComparingTo("5000000.50");
            assertThat(answer.body()).contains("fundChange-amount-error", "Решение 8");
        }
        if (status == 409) {
            assertThat(text(answer)).contains("в фонде свободно 3 000 000,50 ₸", "в резерве 2 000 000 ₸");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "2026'", "99999", "%00"})
    void whatIsNoYearIsThisOne(String typed) {
        var page = member(ACCOUNT_MANAGERS).get(BUDGET + "?year=" + typed);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(text(page)).contains("Бюджет софинансирования, " + Year.now(clock) + " год");
    }

    @Test
    void allStaffReadButOnlyFinancePosts() {
        var partner = visitor().signIn(member.email(), People.PASSWORD);
        for (var path : List.of(
                BUDGET,
                BUDGET + "/entries?year=" + year,
                FUNDS + "/" + events,
                FUNDS + "/" + events + ".csv",
                BUDGET + "/funds.csv",
                BUDGET + "/holders.csv",
                BUDGET + "/entries.csv?year=" + year)) {
            assertThat(member(MONITORS).get(path).statusCode()).as(path).isEqualTo(200);
            assertThat(partner.get(path).statusCode()).as(path).isEqualTo(403);
            assertThat(Visitor.location(visitor().get(path))).as(path).endsWith("/login");
        }
        var fields = allocation(String.valueOf(Year.now(clock).getValue()), "EVENT", "5", "Y");
        for (var group : List.of(MARKETING_MANAGERS, PROGRAM_MANAGERS, CAMUNDA_ADMIN)) {
            var other = member(group);
            assertThat(other.get(BUDGET).body()).doesNotContain("allocation.amount");
            assertThat(other.get(FUNDS + "/" + events).body()).doesNotContain("fundChange.amount");
            for (var path : List.of(FUNDS, FUNDS + "/" + events, FUNDS + "/language")) {
                assertThat(other.submit(BUDGET, path, fields).statusCode()).isEqualTo(403);
            }
        }
        var finance = member(FINANCE);
        assertThat(finance.post(FUNDS, fields).statusCode())
                .as("without a token")
                .isEqualTo(403);
        for (var path : List.of(FUNDS + "/999999999", FUNDS + "/999999999.csv")) {
            assertThat(finance.get(path).statusCode()).isEqualTo(404);
        }
        assertThat(finance.submit(BUDGET, FUNDS + "/999999999", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(finance.get(BUDGET + "/entries?year=abc").statusCode())
                .as("no year is this one")
                .isEqualTo(200);
    }

    @Test
    void moreEntriesAndHoldersTakeNoMoreQueries() {
        var staff = member(MARKETING_MANAGERS);
        var paths = List.of(BUDGET + "?year=" + year, BUDGET + "/entries?year=" + year, FUNDS + "/" + events);
        paths.forEach(staff::get);
        var before =
                paths.stream().map(path -> SqlCount.of(() -> staff.get(path))).toList();
        for (int i = 0; i < 10; i++) {
            book.reserve(book.holder(members.achieving().id()), year, Activity.EVENT, "1000.00");
        }
        assertThat(paths.stream()
                        .map(path -> SqlCount.of(() -> staff.get(path)))
                        .toList())
                .isEqualTo(before);
    }

    private static Map<String, String> allocation(String year, String purpose, String amount, String reason) {
        return Map.of(
                "allocation.year", year,
                "allocation.purpose", purpose,
                "allocation.amount", amount,
                "allocation.reason", reason);
    }

    private BigDecimal allocated(int year) {
        return budgets.ofYear(year).stream().map(FundView::allocated).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String entries(Visitor visitor, List<String> links, String link) {
        assertThat(links).contains(BUDGET + "/" + link);
        return text(visitor.get(BUDGET + "/" + link));
    }

    private static List<String> linksIn(HttpResponse<String> page) {
        return Pattern.compile("href=\"([^\"]+)\"")
                .matcher(page.body())
                .results()
                .map(link -> HtmlUtils.htmlUnescape(link.group(1)))
                .toList();
    }

    private static String file(Visitor visitor, String path) {
        var file = visitor.download(path);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
        return new String(Objects.requireNonNull(file.body()), StandardCharsets.UTF_8);
    }

    private static String text(HttpResponse<String> page) {
        return HtmlUtils.htmlUnescape(page.body()).replace('\u00a0', ' ');
    }
}
