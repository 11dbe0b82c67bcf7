package kz.intelligentplatforms.partners.directory.web;

import static kz.intelligentplatforms.partners.directory.ListedPartners.benefits;
import static kz.intelligentplatforms.partners.directory.ListedPartners.with;
import static kz.intelligentplatforms.partners.platform.identity.Group.ACCOUNT_MANAGERS;
import static kz.intelligentplatforms.partners.program.Tier.CORPORATE_RESELLER;
import static kz.intelligentplatforms.partners.program.Tier.PRIMARY_RESELLER;
import static kz.intelligentplatforms.partners.program.Tier.PROFESSIONAL_RESELLER;
import static kz.intelligentplatforms.partners.program.Tier.SOLUTION_PROVIDER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.directory.Directory;
import kz.intelligentplatforms.partners.directory.ListedPartners;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.testing.AtOnce;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

/** The public directory, as visitors, search engines and machines see it. */
class DirectoryIT extends IntegrationTest {

    private static final Pattern CARD = Pattern.compile("<h2><a href=\"/partners/([a-z0-9-]+)\">([^<]*)</a></h2>");
    private static final Pattern OPTION = Pattern.compile("<option value=\"([^\"]+)\"");
    private static final Pattern STRUCTURED =
            Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

    @Autowired
    private Partners partners;

    @Autowired
    private Directory directory;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ObjectMapper json;

    private ListedPartners members;

    /** In every name of a test, so that it finds its own partners only. */
    private String mark;

    @BeforeEach
    void prepare() {
        members = new ListedPartners(partners, directory, transaction);
        mark = "m" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);
    }

    @Test
    void aPartnerAppearsMovesAndDisappearsButItsAddressStays() {
        var partner = members.registered("ТОО «Байтерек " + mark + "»", "Астана");
        members.update(partner, benefits(PRIMARY_RESELLER, false));
        assertThat(namesIn("/partners?q=" + mark)).isEmpty();

        members.update(with(partner, PROFESSIONAL_RESELLER, false), benefits(PROFESSIONAL_RESELLER, false));
        assertThat(namesIn("/partners?q=" + mark)).containsExactly("ТОО «Байтерек " + mark + "»");
        assertThat(namesIn("/service-partners?q=" + mark)).isEmpty();
        var page = visitor().get("/partners/bayterek-" + mark);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(text(page)).contains("ТОО «Байтерек " + mark + "»", "Professional Reseller", "Астана");
        assertThat(page.body())
                .contains("rel=\"nofollow noopener\"", partner.company().website());

        members.update(with(partner, SOLUTION_PROVIDER, true), benefits(SOLUTION_PROVIDER, true));
        assertThat(namesIn("/service-partners?q=" + mark)).hasSize(1);
        assertThat(text(visitor().get("/partners/bayterek-" + mark))).contains("Solution Provider", "Сервисный статус");

        members.update(with(partner, PRIMARY_RESELLER, false), benefits(PRIMARY_RESELLER, false));
        assertThat(namesIn("/partners?q=" + mark)).isEmpty();
        assertThat(namesIn("/service-partners?q=" + mark)).isEmpty();
        assertThat(visitor().get("/partners/bayterek-" + mark).statusCode()).isEqualTo(404);
        assertThat(visitor().get("/partners/bayterek-" + mark + "/logo").statusCode())
                .isEqualTo(404);

        members.update(with(partner, CORPORATE_RESELLER, false), benefits(CORPORATE_RESELLER, false));
        assertThat(visitor().get("/partners/bayterek-" + mark).statusCode()).isEqualTo(200);
    }

    @Test
    void aListingIsThereOrNotWithTheTransactionThatChangesIt() {
        var partner = members.listed("Ертіс " + mark);
        var address = "/partners/ertis-" + mark;
        transaction.executeWithoutResult(status -> {
            directory.update(with(partner, PRIMARY_RESELLER, false), Set.of());
            assertThat(visitor().get(address).statusCode()).isEqualTo(200);
            status.setRollbackOnly();
        });
        assertThat(visitor().get(address).statusCode()).isEqualTo(200);
        transaction.executeWithoutResult(status -> directory.update(partner, Set.of()));
        assertThat(visitor().get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void companiesOfTheSameNameGetDifferentAddressesAlsoAtOnce() {
        var registered = IntStream.range(0, 5)
                .mapToObj(i -> members.registered("Двойник " + mark, "Тараз"))
                .toList();
        AtOnce.run(5, i -> {
            members.update(registered.get(i), benefits(CORPORATE_RESELLER, false));
            return i;
        });
        assertThat(slugsIn("/partners?q=" + mark))
                .containsExactlyInAnyOrder(
                        "dvoynik-" + mark,
                        "dvoynik-" + mark + "-2",
                        "dvoynik-" + mark + "-3",
                        "dvoynik-" + mark + "-4",
                        "dvoynik-" + mark + "-5");
    }

    @Test
    void partnersAreFoundByNameCityLevelAndServiceStatus() {
        var city = "Өскемен" + mark;
        members.listed("Алтай " + mark, city, CORPORATE_RESELLER, false);
        members.listed("Бурабай " + mark, city, SOLUTION_PROVIDER, true);
        members.listed("Каспий " + mark, "Актау", CORPORATE_RESELLER, true);
        var own = "q=" + mark;

        assertThat(namesIn("/partners?" + own))
                .extracting(DirectoryIT::first)
                .containsExactly("Алтай", "Бурабай", "Каспий");
        assertThat(namesIn("/partners?q=" + encode("АЛТАЙ " + mark))).hasSize(1);
        assertThat(namesIn("/partners?q=altay+" + mark)).hasSize(1);
        assertThat(namesIn("/partners?" + own + "&city=" + encode(city.toUpperCase(Locale.ROOT))))
                .hasSize(2);
        assertThat(namesIn("/partners?" + own + "&tier=CORPORATE_RESELLER")).hasSize(2);
        assertThat(namesIn("/partners?" + own + "&service=true")).hasSize(2);
        assertThat(namesIn("/partners?" + own + "&service=true&tier=SOLUTION_PROVIDER&city=" + encode(city)))
                .hasSize(1);
        assertThat(namesIn("/service-partners?" + own + "&tier=CORPORATE_RESELLER"))
                .hasSize(1);
        assertThat(visitor().get("/partners").body()).contains("<option value=\"" + city + "\">");
    }

    @Test
    void namesAndCitiesAreInTheOrderOfTheKazakhAlphabetWhateverTheLegalForm() {
        var cities = List.of("Қарағанды", "Кентау", "Әулие", "Ақтау", "Ыстықкөл", "Ірі", "Яр");
        var names = List.of("ТОО «Қазақ", "АО «Кентау", "ПАО «Ә", "ЖШС «Ақ", "«Ы", "НАО «І", "ИП Я", "Zeta");
        for (int i = 0; i < names.size(); i++) {
            members.listed(names.get(i) + " " + mark, cities.get(i % cities.size()) + mark, CORPORATE_RESELLER, false);
        }
        assertThat(namesIn("/partners?q=" + mark))
                .extracting(name -> name.replace(" " + mark, ""))
                .containsExactly("ЖШС «Ақ", "ПАО «Ә", "АО «Кентау", "ТОО «Қазақ", "«Ы", "НАО «І", "ИП Я", "Zeta");
        assertThat(optionsIn(visitor().get("/partners")))
                .containsSubsequence(Stream.of("Ақтау", "Әулие", "Кентау", "Қарағанды", "Ыстықкөл", "Ірі", "Яр")
                        .map(city -> city + mark)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "ТОО «Қазақмыс %s», казакмыс %s",
        "ТОО «Қазақмыс %s», ҚАЗАҚМЫС-%s",
        "ТОО «Қазақмыс %s», тоо казакмыс%s",
        "Ак-Жол %s, ак жол %s",
        "Ақ Жол %s, «Акжол-%s»",
        "Өнер %s, oner %s"
    })
    void aNameIsFoundHoweverItsLettersAreTyped(String name, String typed) {
        members.listed(name.formatted(mark));
        assertThat(namesIn("/partners?q=" + encode(typed.formatted(mark)))).containsExactly(name.formatted(mark));
    }

    @Test
    void aCityIsOneHoweverItsLettersAreTyped() {
        members.listed("А " + mark, "Қарағанды" + mark, CORPORATE_RESELLER, false);
        members.listed("Б " + mark, "Караганды " + mark, CORPORATE_RESELLER, false);
        var page = visitor().get("/partners?q=" + mark + "&city=" + encode("ҚАРАҒАНДЫ-" + mark));
        assertThat(namesIn(page)).hasSize(2);
        assertThat(optionsIn(page)).filteredOn(city -> city.contains(mark)).containsExactly("Караганды " + mark);
        assertThat(page.body()).contains("<option value=\"Караганды " + mark + "\" selected=\"selected\">");
    }

    @Test
    void onlyLettersAndDigitsCount() {
        members.listed("100% " + mark + " a_b c\\d");
        members.listed("1000 " + mark + " axb c/d");
        assertThat(namesIn("/partners?q=" + encode("100% " + mark))).hasSize(1);
        assertThat(namesIn("/partners?q=" + encode(mark + " a_b"))).hasSize(1);
        assertThat(namesIn("/partners?q=" + encode(mark + "%d"))).isEmpty();
        assertThat(namesIn("/partners?q=" + encode("%_\\"))).isEmpty();
        assertThat(namesIn("/partners?q=" + mark + "%00")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=nobody%20at%20all",
                "city=Nowhere",
                "tier=PRIMARY_RESELLER",
                "page=9999",
                "page=99999999",
                "page=-1",
                "tier=NONSENSE",
                "q=%F0%9F",
                "service=perhaps"
            })
    void whateverIsAskedForIsAnsweredKindly(String query) {
        var page = visitor().get("/partners?" + query);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(namesIn(page).isEmpty()).isEqualTo(text(page).contains("никого"));
    }

    @Test
    void aLongListHasPagesThatKeepTheSearch() {
        IntStream.rangeClosed(1, 30)
                .forEach(i -> members.listed("%s %02d".formatted(mark, i), "Тараз", CORPORATE_RESELLER, false));
        var first = visitor().get("/partners?q=" + mark + "&tier=CORPORATE_RESELLER");
        assertThat(namesIn(first)).hasSize(24).isSorted().startsWith(mark + " 01");
        var next = linkIn(first, "next");
        assertThat(next).isEqualTo("/partners?q=" + mark + "&tier=CORPORATE_RESELLER&page=2");
        var second = visitor().get(next);
        assertThat(namesIn(second)).hasSize(6).endsWith(mark + " 30");
        assertThat(linkIn(second, "prev")).contains("page=1");
        assertThat(second.body()).doesNotContain("rel=\"next\"");
    }

    @Test
    void aPartnersPageIsStructuredDataForSearchEngines() throws JsonProcessingException {
        members.listed("ТОО «</script><script>alert(1)</script> & " + mark + "»");
        var slug = slugsIn("/partners?q=" + mark).get(0);
        var page = visitor().get("/partners/" + slug);
        assertThat(page.body())
                .doesNotContain("<script>alert")
                .contains("<link rel=\"canonical\" href=\"http://localhost:" + port + "/partners/" + slug + "\">")
                .doesNotContain("noindex");
        var match = STRUCTURED.matcher(page.body());
        assertThat(match.find()).isTrue();
        var organization = json.readTree(match.group(1));
        assertThat(organization.path("@type").asText()).isEqualTo("Organization");
        assertThat(organization.path("name").asText())
                .isEqualTo("ТОО «</script><script>alert(1)</script> & " + mark + "»");
        assertThat(organization.path("address").path("addressLocality").asText())
                .isEqualTo("Тараз");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/partners", "/service-partners", "/api/v1/directory", "PAGE"})
    void anAnswerIsKeptAndSentAgainOnlyIfThereIsNews(String path) {
        var partner = members.listed("Новости " + mark);
        var address = path.equals("PAGE") ? "/partners/novosti-" + mark : path;
        var visitor = visitor();
        var first = visitor.get(address);
        assertThat(header(first, "Cache-Control")).isEqualTo("max-age=0, must-revalidate, public");
        assertThat(header(first, "Vary")).contains("Accept-Language", "Cookie");
        assertThat(first.headers().allValues("Set-Cookie")).isEmpty();
        var etag = header(first, "ETag");

        var again = visitor.json("GET", address, "", "If-None-Match", etag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(etag);
        var inEnglish = visitor.json("GET", address, "", "If-None-Match", etag, "Accept-Language", "en");
        assertThat(inEnglish.statusCode()).isEqualTo(200);

        members.update(with(partner, SOLUTION_PROVIDER, false), benefits(SOLUTION_PROVIDER, false));
        assertThat(visitor.json("GET", address, "", "If-None-Match", etag).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/partners?tier=SOLUTION_PROVIDER", "/api/v1/directory?size=3"})
    void theSameQuestionGetsTheSameAnswer(String path) {
        members.listed("Ответ " + mark);
        var first = visitor().get(path);
        var second = visitor().get(path);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        for (var header : List.of("Content-Type", "Content-Language", "Cache-Control", "ETag", "Vary")) {
            assertThat(header(second, header)).as(header).isEqualTo(header(first, header));
        }
        assertThat(header(second, "Content-Security-Policy")).isEqualTo(header(first, "Content-Security-Policy"));
        var other = visitor().json("GET", path, "", "Accept-Language", "kk");
        assertThat(header(other, "ETag")).isNotEqualTo(header(first, "ETag"));
    }

    @Test
    void whatNamesWhoIsSignedInOrSetsACookieIsNotForOthers() {
        assertThat(header(member(ACCOUNT_MANAGERS).get("/partners"), "Cache-Control"))
                .contains("no-store");
        assertThat(header(visitor().get("/partners?lang=kk"), "Cache-Control")).contains("no-store");
    }

    @Test
    void machinesGetTheSameAsJson() throws JsonProcessingException {
        members.listed("Алтай " + mark, "Өскемен", CORPORATE_RESELLER, false);
        members.listed("Бурабай " + mark, "Өскемен", SOLUTION_PROVIDER, true);
        var all = api("q=" + mark + "&size=1");
        assertThat(all.path("total").asLong()).isEqualTo(2);
        assertThat(all.path("page").asInt()).isZero();
        assertThat(all.path("size").asInt()).isEqualTo(1);
        var item = all.path("items").get(0);
        assertThat(item.path("slug").asText()).isEqualTo("altay-" + mark);
        assertThat(item.path("name").asText()).isEqualTo("Алтай " + mark);
        assertThat(item.path("city").asText()).isEqualTo("Өскемен");
        assertThat(item.path("tier").asText()).isEqualTo("CORPORATE_RESELLER");
        assertThat(item.path("service").asBoolean()).isFalse();
        assertThat(item.path("website").asText()).startsWith("https://c");
        assertThat(item.path("about").asText()).isEmpty();
        assertThat(item.path("url").asText()).endsWith("/partners/altay-" + mark);
        assertThat(api("q=" + mark + "&size=1&page=1")
                        .path("items")
                        .get(0)
                        .path("slug")
                        .asText())
                .isEqualTo("burabay-" + mark);
        assertThat(api("q=" + mark + "&page=7").path("items")).isEmpty();
        assertThat(api("q=" + mark + "&page=7").path("total").asLong()).isEqualTo(2);
        assertThat(api("q=" + mark + "&service=true").path("total").asLong()).isOne();
        assertThat(api("q=" + mark + "&service=false").path("total").asLong()).isOne();
        assertThat(api("q=" + mark + "&tier=SOLUTION_PROVIDER&city=" + encode("өскемен"))
                        .path("total")
                        .asLong())
                .isOne();
        assertThat(api("q=" + mark + "&tier=&city=&service=").path("total").asLong())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "tier=GOLD, tier",
        "tier=primary_reseller, tier",
        "service=yes, service",
        "page=-1, page",
        "page=one, page",
        "page=99999999999, page",
        "size=0, size",
        "size=101, size",
        "tier=SOLUTION_PROVIDER&tier=CORPORATE_RESELLER, tier"
    })
    void aParameterThatIsNotRightIsNamed(String query, String parameter) throws JsonProcessingException {
        var answer = visitor().get("/api/v1/directory?" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        var errors = json.readTree(answer.body()).path("errors");
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).path("field").asText()).isEqualTo(parameter);
        assertThat(errors.get(0).path("message").asText()).startsWith(parameter + ": ");
    }

    @Test
    void textsThatAreTooLongAreNamedToo() throws JsonProcessingException {
        var answer = visitor().get("/api/v1/directory?q=" + "x".repeat(201) + "&city=" + "y".repeat(201));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json.readTree(answer.body()).path("errors")).hasSize(2);
        assertThat(visitor().get("/partners?q=" + "x".repeat(201)).statusCode()).isEqualTo(200);
    }

    @Test
    void theInterfaceIsDescribed() throws JsonProcessingException {
        var described = json.readTree(visitor().get("/v3/api-docs").body())
                .path("paths")
                .path("/api/v1/directory")
                .path("get");
        assertThat(described.path("parameters").findValuesAsText("name"))
                .containsExactlyInAnyOrder("tier", "service", "city", "q", "page", "size");
        assertThat(described.path("responses").path("200").toString()).contains("Answer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/partners/no-such-partner", "/partners/%00", "/partners/no-such-partner/logo", "/partners/a/b"})
    void whatIsNotInTheDirectoryIsNotFound(String path) {
        assertThat(visitor().get(path).statusCode()).isIn(400, 404);
    }

    private JsonNode api(String query) throws JsonProcessingException {
        var answer = visitor().get("/api/v1/directory?" + query);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private static List<String> optionsIn(HttpResponse<String> page) {
        return OPTION.matcher(page.body())
                .results()
                .map(option -> HtmlUtils.htmlUnescape(option.group(1)))
                .toList();
    }

    private List<String> namesIn(String path) {
        return namesIn(visitor().get(path));
    }

    private static List<String> namesIn(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(200);
        return CARD.matcher(page.body())
                .results()
                .map(card -> HtmlUtils.htmlUnescape(card.group(2)))
                .toList();
    }

    private List<String> slugsIn(String path) {
        return CARD.matcher(visitor().get(path).body())
                .results()
                .map(card -> card.group(1))
                .toList();
    }

    private static String linkIn(HttpResponse<String> page, String relation) {
        var match =
                Pattern.compile("<a rel=\"" + relation + "\" href=\"([^\"]+)\"").matcher(page.body());
        assertThat(match.find()).isTrue();
        return HtmlUtils.htmlUnescape(match.group(1));
    }

    private static String first(String name) {
        return name.substring(0, name.indexOf(' '));
    }

    private static String header(HttpResponse<String> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    private static String text(HttpResponse<String> page) {
        return HtmlUtils.htmlUnescape(page.body());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
