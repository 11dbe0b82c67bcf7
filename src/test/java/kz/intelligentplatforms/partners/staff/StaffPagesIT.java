package kz.intelligentplatforms.partners.staff;

import static kz.intelligentplatforms.partners.platform.identity.Group.ACCOUNT_MANAGERS;
import static kz.intelligentplatforms.partners.platform.identity.Group.ERP;
import static kz.intelligentplatforms.partners.platform.identity.Group.MONITORS;
import static kz.intelligentplatforms.partners.platform.identity.Group.PARTNERS;
import static kz.intelligentplatforms.partners.platform.identity.Group.SOLUTION_ARCHITECTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kz.intelligentplatforms.partners.partner.CompanyProfile;
import kz.intelligentplatforms.partners.partner.ContactPerson;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.partner.RequirementRecords.Verdict;
import kz.intelligentplatforms.partners.partner.TaxIdentity;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.platform.web.Dates;
import kz.intelligentplatforms.partners.program.Requirement;
import kz.intelligentplatforms.partners.program.TargetStatus;
import kz.intelligentplatforms.partners.registration.PartnerRegistrationProcess;
import kz.intelligentplatforms.partners.registration.RegistrationRequest;
import kz.intelligentplatforms.partners.testing.Companies;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.LevelApplications;
import kz.intelligentplatforms.partners.testing.Members;
import kz.intelligentplatforms.partners.testing.ReviewDesk;
import kz.intelligentplatforms.partners.testing.Visitor;
import kz.intelligentplatforms.partners.tierupgrade.Evidence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

/** The list of partners, the partner's card and the pages of cases, as the vendor's people use them. */
class StaffPagesIT extends IntegrationTest {

    private static final Pattern ROW = Pattern.compile("<td><a href=\"(/staff/partners/[0-9]+)\">([^<]*)</a></td>");
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    @Autowired
    private PartnerRegistrationProcess process;

    @Autowired
    private Partners partners;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Dates dates;

    @Autowired
    private Clock clock;

    @Autowired
    private MessageSource messages;

    @Autowired
    private Members members;

    @Autowired
    private LevelApplications levels;

    private Visitor manager;

    @BeforeEach
    void signIn() {
        manager = member(ACCOUNT_MANAGERS);
    }

    @Test
    void aPartnerIsFoundByPartsOfNameNumberAndCityInWhateverCase() {
        var bin = Companies.newBin();
        var mark = mark();
        register("ТОО «Қарлығаш " + mark + "»", bin, "Өскемен" + mark);
        for (var words : new String[] {
            mark,
            "қарлығаш " + mark,
            "ҚАРЛЫҒАШ " + mark.toUpperCase(Locale.ROOT),
            bin,
            bin.substring(2, 11),
            "өскемен" + mark
        }) {
            assertThat(namesIn(search(words))).describedAs(words).containsExactly("ТОО «Қарлығаш " + mark + "»");
        }
        assertThat(namesIn(search("  " + mark + " "))).hasSize(1);
        assertThat(namesIn(search(mark + "x"))).isEmpty();
    }

    @Test
    void onlyLettersAndDigitsCount() {
        var mark = mark();
        register("100% " + mark + " a_b c\\d", Companies.newBin(), "Тараз");
        register("1000 " + mark + " axb c/d", Companies.newBin(), "Тараз");
        assertThat(namesIn(search("100% " + mark))).hasSize(1);
        assertThat(namesIn(search(mark + " a_b"))).hasSize(1);
        assertThat(namesIn(search(mark + "%d"))).isEmpty();
        assertThat(namesIn(search("%_\\"))).isEmpty();
        assertThat(namesIn(search("%" + mark))).hasSize(2);
    }

    @Test
    void aPartnerIsFoundHoweverItsLettersAreTyped() {
        var mark = mark();
        register("АО «Қазақмыс-" + mark + "»", Companies.newBin(), "Өскемен" + mark);
        for (var words : new String[] {"казакмыс " + mark, "КАЗАКМЫС" + mark, "қазақмыс-" + mark, "оскемен-" + mark}) {
            assertThat(namesIn(search(words))).describedAs(words).hasSize(1);
        }
    }

    @Test
    void partnersAreListedInTheOrderOfTheKazakhAlphabetWhateverTheLegalForm() {
        var mark = mark();
        for (var name : new String[] {"ТОО «Қ", "АО «К", "ПАО «Ә", "ЖШС «А", "«Ы", "НАО «І", "ИП Я", "Z"}) {
            register(name + " " + mark, Companies.newBin(), "Тараз");
        }
        assertThat(namesIn(search(mark)))
                .extracting(name -> name.replace(" " + mark, ""))
                .containsExactly("ЖШС «А", "ПАО «Ә", "АО «К", "ТОО «Қ", "«Ы", "НАО «І", "ИП Я", "Z");
    }

    @Test
    void partnersAreListedByNameAndByPage() {
        var mark = mark();
        IntStream.rangeClosed(1, 30).forEach(i -> register("%s %02d".formatted(mark, i), Companies.newBin(), "Тараз"));
        var first = namesIn(search(mark));
        assertThat(first).hasSize(25).isSorted().startsWith(mark + " 01");
        var second = namesIn(manager.get("/staff/partners?q=" + mark + "&page=2"));
        assertThat(second).hasSize(5).endsWith(mark + " 30").doesNotContainAnyElementsOf(first);
        assertThat(search(mark).body()).contains("q=" + mark + "&amp;page=2");
        assertThat(text(search(mark))).contains(text("staff.pages.current", 1, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "9999", "10001", "99999"})
    void beyondTheLastPageThereIsNobodyAndNoFailure(String page) {
        var mark = mark();
        register(mark, Companies.newBin(), "Тараз");
        var answer = manager.get("/staff/partners?q=" + mark + "&page=" + page);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(namesIn(answer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0", "-1", "1.5", "", "999999999999999999999", "%00", "1%27--"})
    void whatIsNoPageIsTheFirst(String page) {
        var mark = mark();
        register(mark, Companies.newBin(), "Тараз");
        var answer = manager.get("/staff/partners?q=" + mark + "&page=" + page);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(namesIn(answer)).containsExactly(mark);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "%F0%9F%98%80", "%FF", "'", "%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "$%7B7*7%7D"})
    void strangeWordsAreSearchedForLikeAnyOthers(String words) {
        var answer = manager.get("/staff/partners?q=" + words);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("<script>alert");
    }

    @Test
    void veryLongWordsFindNobody() {
        assertThat(namesIn(search("я".repeat(1000)))).isEmpty();
    }

    @Test
    void markupIsTextOnListAndCard() {
        var mark = mark();
        var name = "<img src=x onerror=alert(1)> " + mark + " \"&\"";
        register(name, Companies.newBin(), "<b>Тараз</b>");
        var list = search(mark);
        assertThat(namesIn(list)).containsExactly(name);
        assertThat(list.body()).doesNotContain("<img src=x", "<b>Тараз");
        var card = manager.get(cardIn(list));
        assertThat(card.body()).contains("&lt;img src=x onerror=alert(1)&gt;").doesNotContain("<img src=x", "<b>Тараз");
    }

    @Test
    void theCardTellsLevelTermAndTheHistoryOfEveryCaseWithNames() {
        var request = Companies.application();
        var refused = process.submit(request, key()).caseNumber();
        desk().reject(refused, "Нет <i>лицензии</i>");
        jobs.runDue(refused);
        var registered = desk().register(process, jobs, request, key());
        var partner = partners.byIdentity(
                        new TaxIdentity("KZ", request.company().bin()))
                .orElseThrow();

        var answer = manager.get("/staff/partners/" + partner.id());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Нет &lt;i&gt;лицензии&lt;/i&gt;");
        assertThat(text(answer))
                .contains(
                        request.company().name(),
                        request.company().bin(),
                        request.contact().email(),
                        "Primary Reseller",
                        text(
                                "portal.until",
                                day(LocalDate.now(clock)
                                        .withDayOfYear(1)
                                        .plusYears(1)
                                        .minusDays(1))),
                        refused,
                        registered,
                        "Member of account-managers",
                        text("case.event.REJECTED"),
                        text("case.event.APPROVED"),
                        text("case.event.REGISTERED"),
                        text("case.REGISTRATION.stage.REJECTED"),
                        text("case.REGISTRATION.stage.REGISTERED"),
                        text("points.available"));
        assertThat(answer.body().indexOf(registered))
                .describedAs("newest first")
                .isLessThan(answer.body().indexOf(refused));
    }

    @Test
    void theCasesPageTellsTheApplicationAndLeadsToTheCard() {
        var request = Companies.application();
        var number = process.submit(request, key()).caseNumber();
        var open = manager.get("/staff/cases/" + number);
        assertThat(open.statusCode()).isEqualTo(200);
        assertThat(text(open))
                .contains(number, request.company().name(), text("case.REGISTRATION.stage.REVIEW"))
                .doesNotContain("/staff/partners/");
        desk().approve(number);
        jobs.runDue(number);
        var partner = partners.byIdentity(
                        new TaxIdentity("KZ", request.company().bin()))
                .orElseThrow();
        assertThat(manager.get("/staff/cases/" + number).body())
                .contains("/staff/partners/" + partner.id(), "Member of account-managers (the-account-managers)");
    }

    @Test
    void theCardTellsWhatWasCheckedAndWhatThePartnerIsGiven() {
        var partner = members.achieving().id();
        levels.record(partner, Requirement.JOINT_SALES_PLAN, Verdict.CONFIRMED, null);
        levels.record(
                partner,
                Requirement.PRODUCT_ENGINEER,
                Verdict.CONFIRMED,
                LocalDate.now(clock).minusDays(1));
        levels.record(partner, Requirement.JOINT_SOLUTIONS, Verdict.REFUSED, null);
        var card = manager.get("/staff/partners/" + partner);
        assertThat(text(card))
                .contains(
                        text("requirement.JOINT_SALES_PLAN"),
                        text("check.verdict.REFUSED"),
                        text("benefit.POINTS_PROGRAM"),
                        "Member of account-managers",
                        LocalDate.now(clock).minusDays(1).format(DateTimeFormatter.ofPattern("dd.MM.yyyy")))
                .containsOnlyOnce(text("staff.standing.expired"));
    }

    @Test
    void aLevelCaseShowsAllEvidenceAndItsFilesToThoseWhoMayReadThem() {
        var partner = members.achieving().id();
        var number = levels.applyForEverything(partner);
        var page = manager.get("/staff/cases/" + number);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(text(page))
                .contains(
                        "/staff/partners/" + partner,
                        "Corporate Reseller",
                        "id=\"JOINT_SALES_PLAN\"",
                        "1\u00a0500\u00a0000\u00a0₸",
                        "6\u00a0000\u00a0000\u00a0₸",
                        "Seminar <b>2026</b>",
                        "seller@company.example",
                        "Course <i>A</i>",
                        "Number-17",
                        text("check.verdict.OPEN"),
                        "plan.pdf")
                .doesNotContain(text("staff.files.closed"));
        assertThat(page.body()).doesNotContain("<b>2026", "<i>A").contains("href=\"/documents/");

        var architect = member(SOLUTION_ARCHITECTS).get("/staff/cases/" + number);
        assertThat(architect.body()).contains("plan.pdf").doesNotContain("href=\"/documents/");
        assertThat(text(architect)).contains(text("staff.files.closed"));
    }

    @Test
    void eachKindOfEvidenceHasItsTable() {
        var partner = members.achieving(TargetStatus.PROFESSIONAL_RESELLER).id();
        var solutions = text(manager.get("/staff/cases/" + levels.apply(partner, TargetStatus.SOLUTION_PROVIDER)));
        assertThat(solutions).contains("Pump station", "Water", "Waterworks");
        var service = text(manager.get("/staff/cases/" + levels.apply(partner, TargetStatus.SERVICE)));
        assertThat(service).contains("SWS", "AWS", "Within two days", "Service engineer", "Number-E");
    }

    @Test
    void whereEvidenceIsMissingThePageSaysSo() {
        var number = levels.applyWith(members.achieving().id(), TargetStatus.CORPORATE_RESELLER, Evidence.NONE);
        assertThat(text(manager.get("/staff/cases/" + number)))
                .contains(text("staff.evidence.none"), text("check.verdict.AWAITED"))
                .doesNotContain(text("staff.check.comment"));
    }

    @Test
    void cardAndLevelCaseAskTheDatabaseNoMoreOftenWhenThereIsMoreToShow() {
        var few = members.achieving().id();
        var many = members.achieving().id();
        for (var partner : List.of(few, many)) {
            levels.record(partner, Requirement.JOINT_SALES_PLAN, Verdict.CONFIRMED, null);
        }
        IntStream.range(0, 12).forEach(i -> levels.record(many, Requirement.SALES_SPECIALIST, Verdict.REFUSED, null));
        var oneCheck = levels.applyWith(few, TargetStatus.SOLUTION_PROVIDER, Evidence.NONE);
        var threeChecks = levels.applyForEverything(many);
        IntStream.range(0, 4).forEach(i -> levels.addFile(many, threeChecks, Requirement.SALES_SPECIALIST));
        for (var paths : List.of(
                List.of("/staff/partners/" + few, "/staff/partners/" + many),
                List.of("/staff/cases/" + oneCheck, "/staff/cases/" + threeChecks))) {
            manager.get(paths.get(0));
            manager.get(paths.get(1));
            var forFew = SqlCount.of(() -> manager.get(paths.get(0)));
            assertThat(SqlCount.of(() -> manager.get(paths.get(1)))).isEqualTo(forFew);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/staff/partners/999999999",
                "/staff/partners/abc",
                "/staff/partners/-1",
                "/staff/partners/99999999999999999999999",
                "/staff/cases/REG-1999-000001",
                "/staff/cases/x",
                "/staff/nothing"
            })
    void whatIsNotThereIsNotFound(String path) {
        assertThat(manager.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void listAndCardAskTheDatabaseNoMoreOftenWhenThereIsMoreToShow() {
        var few = mark();
        var many = mark();
        IntStream.range(0, 2).forEach(i -> register(few + i, Companies.newBin(), "Тараз"));
        IntStream.range(0, 20).forEach(i -> register(many + i, Companies.newBin(), "Тараз"));
        search(few);
        var forFew = SqlCount.of(() -> search(few));
        var forMany = SqlCount.of(() -> search(many));
        assertThat(forFew).containsEntry("org.hibernate.SQL", 1);
        assertThat(forFew.values()).allMatch(count -> count > 0);
        assertThat(forMany).isEqualTo(forFew);

        var oneCase = cardOf(0);
        var sixCases = cardOf(5);
        manager.get(oneCase);
        var forOne = SqlCount.of(() -> manager.get(oneCase));
        var forSix = SqlCount.of(() -> manager.get(sixCases));
        assertThat(forOne.values()).allMatch(count -> count > 0);
        assertThat(forSix).isEqualTo(forOne);
    }

    @ParameterizedTest
    @EnumSource(value = Group.class)
    void thePagesAreForTheVendorsPeople(Group group) {
        boolean staff = group != PARTNERS && group != ERP;
        var somebody = member(group);
        assertThat(somebody.get("/staff/partners").statusCode()).isEqualTo(staff ? 200 : 403);
        var start = somebody.get("/staff");
        assertThat(start.statusCode()).isEqualTo(staff ? 302 : 403);
    }

    @Test
    void theMenuLeadsWhereOneMayGo() {
        assertThat(manager.get("/staff/partners").body())
                .contains("href=\"/camunda/app/tasklist/default/\"")
                .doesNotContain("href=\"/camunda/app/cockpit/default/\"", "href=\"/portal\"");
        assertThat(member(MONITORS).get("/staff/partners").body())
                .contains("href=\"/camunda/app/cockpit/default/\"")
                .doesNotContain("href=\"/camunda/app/tasklist/default/\"");
    }

    /** The path of the card of a partner with so many earlier cases that were rejected. */
    private String cardOf(int rejected) {
        RegistrationRequest request = Companies.application();
        for (int i = 0; i < rejected; i++) {
            var number = process.submit(request, key()).caseNumber();
            desk().reject(number, "Нет");
            jobs.runDue(number);
        }
        desk().register(process, jobs, request, key());
        return "/staff/partners/"
                + partners.byIdentity(new TaxIdentity("KZ", request.company().bin()))
                        .orElseThrow()
                        .id();
    }

    private void register(String name, String bin, String city) {
        transaction.executeWithoutResult(status -> partners.register(
                new CompanyProfile(
                        new TaxIdentity("KZ", bin), name, city, "ул. Толе би, 1", null, "+7" + bin.substring(2)),
                new ContactPerson("Анна Ким", "Директор", "anna@b" + bin + ".example", "+7" + bin.substring(2)),
                "ru"));
    }

    private HttpResponse<String> search(String words) {
        var answer = manager.get("/staff/partners?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private static List<String> namesIn(HttpResponse<String> list) {
        return ROW.matcher(list.body())
                .results()
                .map(row -> HtmlUtils.htmlUnescape(row.group(2)))
                .toList();
    }

    private static String cardIn(HttpResponse<String> list) {
        var row = ROW.matcher(list.body());
        assertThat(row.find()).isTrue();
        return row.group(1);
    }

    private ReviewDesk desk() {
        return new ReviewDesk(engine, people);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    /** A word that no other company has. */
    private static String mark() {
        return "m" + UUID.randomUUID().toString().replace("-", "");
    }

    private String day(LocalDate day) {
        LocaleContextHolder.setLocale(RUSSIAN);
        try {
            return dates.day(day);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private static String text(HttpResponse<String> page) {
        return HtmlUtils.htmlUnescape(page.body());
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, RUSSIAN);
    }
}
