package kz.intelligentplatforms.partners.directory.web;

import static kz.intelligentplatforms.partners.platform.identity.Group.ACCOUNT_MANAGERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.intelligentplatforms.partners.directory.Directory;
import kz.intelligentplatforms.partners.directory.DirectoryListingProcess;
import kz.intelligentplatforms.partners.directory.ListedPartners;
import kz.intelligentplatforms.partners.directory.Logo;
import kz.intelligentplatforms.partners.directory.Pictures;
import kz.intelligentplatforms.partners.partner.ContactPerson;
import kz.intelligentplatforms.partners.partner.PartnerAccounts;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.People;
import kz.intelligentplatforms.partners.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

/** The partner at its own page in the directory. */
class ListingControllerIT extends IntegrationTest {

    private static final String FORM = "<form id=\"listing\"";

    @Autowired
    private Partners partners;

    @Autowired
    private PartnerAccounts partnerAccounts;

    @Autowired
    private Directory directory;

    @Autowired
    private DirectoryListingProcess process;

    @Autowired
    private TransactionTemplate transaction;

    private ListedPartners members;
    private PartnerView partner;
    private Visitor visitor;

    @BeforeEach
    void aListedPartnerIsSignedIn() {
        members = new ListedPartners(partners, directory, transaction);
        partner = members.listed("ТОО «Витрина " + mark() + "»");
        visitor = user(partner);
    }

    @Test
    void whatAPartnerSendsShowsOnceAManagerHasApproved() {
        var page = visitor.get("/portal/directory");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(FORM, String.valueOf(partner.company().website()));

        var sent = visitor.upload(
                "/portal/directory",
                "/portal/directory",
                fields("aboutRu", "Шкафы <b>управления</b>\r\n\r\nи щиты"),
                "logo",
                "logo.png",
                Pictures.of("png", 600, 300));
        assertThat(sent.statusCode()).describedAs(sent.body()).isEqualTo(303);
        var after = visitor.get(Visitor.location(sent));
        assertThat(text(after)).contains("Изменения отправлены на проверку.", "Шкафы <b>управления</b>");
        assertThat(after.body()).doesNotContain(FORM);
        var change = process.openOf(partner.id()).orElseThrow();
        assertThat(visitor.get("/portal/directory/logo?partner=" + partner.id() + "&v=" + change.logo())
                        .statusCode())
                .isEqualTo(200);
        var manager = member(ACCOUNT_MANAGERS);
        assertThat(header(manager.get("/staff/directory/" + change.caseNumber() + "/logo"), "Content-Type"))
                .isEqualTo("image/png");
        assertThat(visitor.get("/staff/directory/" + change.caseNumber() + "/logo")
                        .statusCode())
                .isEqualTo(403);
        assertThat(manager.get("/staff/cases/" + change.caseNumber()).statusCode())
                .isEqualTo(200);
        assertThat(text(visitor.get("/portal/cases/" + change.caseNumber()))).contains("Публикация в каталоге");
        var address = "/partners/" + slug();
        assertThat(text(visitor().get(address))).doesNotContain("Шкафы");
        assertThat(visitor().get(address + "/logo").statusCode()).isEqualTo(404);

        review("APPROVE", "Только между нами");

        var shown = visitor().get(address);
        assertThat(shown.body()).contains("Шкафы &lt;b&gt;управления&lt;/b&gt;\n\nи щиты", address + "/logo?v=");
        var logo = visitor().get(address + "/logo?v=" + change.logo());
        assertThat(header(logo, "Content-Type")).isEqualTo("image/png");
        assertThat(header(logo, "Cache-Control")).isEqualTo("max-age=2592000, public");
        assertThat(logo.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(header(visitor().get(address + "/logo?v=other"), "Cache-Control"))
                .isEqualTo("max-age=60, public");
        assertThat(visitor()
                        .json("GET", address + "/logo", "", "If-None-Match", header(logo, "ETag"))
                        .statusCode())
                .isEqualTo(304);
        assertThat(text(visitor.get("/portal/cases/" + change.caseNumber()))).doesNotContain("Только между нами");
        assertThat(visitor.get("/portal/directory").body()).contains(FORM);
    }

    @ParameterizedTest
    @CsvSource({
        "aboutRu, '', Заполните это поле.",
        "aboutRu, '  ', Заполните это поле.",
        "aboutKk, TOO_LONG, Слишком длинно",
        "aboutEn, a\u0007b, невидимые символы",
        "website, javascript:alert(1), Проверьте адрес сайта"
    })
    void whatIsNotRightIsNamedAndNothingTypedIsLost(String field, String typed, String message) {
        var fields = fields("aboutRu", "Обычный текст");
        fields.put(field, typed.replace("TOO_LONG", "ы".repeat(1501)));
        fields.put("aboutEn", fields.getOrDefault("aboutEn", "Kept as it was"));
        var answer = visitor.submit("/portal/directory", "/portal/directory", fields);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(text(answer)).contains(message, "id=\"" + field + "-error\"");
        assertThat(text(answer)).contains(fields.get("aboutEn"));
        assertThat(process.openOf(partner.id())).isEmpty();
    }

    @Test
    void aFileThatIsNoLogoIsRefusedWithAReason() {
        assertThat(text(upload(Pictures.of("gif", 10, 10)))).contains("Это не PNG и не JPEG");
        assertThat(text(upload(Pictures.of("png", 2100, 10)))).contains("2000 × 2000");
        assertThat(text(upload(new byte[Logo.MAX_BYTES + 1]))).contains("не больше 500 КБ");
        var answer = upload(new byte[100]);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(text(answer)).contains("Файл нужно выбрать ещё раз.", "Обычный текст");
        assertThat(process.openOf(partner.id())).isEmpty();
    }

    @Test
    void aRequestThatIsFarTooLargeIsNotRead() {
        assertThat(upload(new byte[1_500_000]).statusCode()).isEqualTo(422);
        assertThat(visitor.post("/portal/directory", Map.of("aboutRu", "x".repeat(1_100_000)))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void aReturnedChangeIsCorrectedWithTheReasonInSight() {
        send("Лучшие");
        review("RETURN", "Без превосходных степеней");
        var page = visitor.get("/portal/directory?partner=" + partner.id());
        assertThat(text(page)).contains("Без превосходных степеней", "Лучшие").contains(FORM);
        var number = process.openOf(partner.id()).orElseThrow().caseNumber();
        var fields = fields("aboutRu", "Хорошие");
        assertThat(visitor.submit("/portal/directory", "/portal/directory", fields)
                        .statusCode())
                .as("a form from before the return")
                .isEqualTo(409);
        fields.put("case", number);
        assertThat(visitor.submit("/portal/directory", "/portal/directory", fields)
                        .statusCode())
                .isEqualTo(303);
        assertThat(process.openOf(partner.id()).orElseThrow().wished().aboutRu())
                .isEqualTo("Хорошие");
        var late = visitor.submit("/portal", "/portal/directory", fields);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(text(late)).contains("перешло на другой этап");
    }

    @Test
    void aPartnerWithdrawsItsChange() {
        send("Текст");
        var answer = visitor.submit(
                "/portal/directory", "/portal/directory/withdrawal", Map.of("partner", "" + partner.id()));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(text(visitor.get(Visitor.location(answer))))
                .contains("Изменения отозваны")
                .contains(FORM);
        var again = visitor.submit(
                "/portal/directory", "/portal/directory/withdrawal", Map.of("partner", "" + partner.id()));
        assertThat(again.statusCode()).isEqualTo(409);
    }

    @Test
    void theSameFormInAnotherLanguageKeepsWhatWasTyped() {
        var answer = visitor.upload(
                "/portal/directory",
                "/portal/directory/language?lang=en",
                fields("aboutRu", "Набрано"),
                "logo",
                "logo.png",
                Pictures.of("png", 10, 10));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(text(answer)).contains("Набрано", "Please choose the file again.");
        assertThat(process.openOf(partner.id())).isEmpty();
    }

    @Test
    void anotherPartnersPageDoesNotExist() {
        var other = members.listed("Чужой " + mark());
        var id = "" + other.id();
        assertThat(visitor.get("/portal/directory?partner=" + id).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/portal/directory/logo?partner=" + id + "&v=x").statusCode())
                .isEqualTo(404);
        var fields = fields("aboutRu", "Текст");
        fields.put("partner", id);
        for (var action : List.of("/portal/directory", "/portal/directory/withdrawal", "/portal/directory/language")) {
            assertThat(visitor.submit("/portal/directory", action, fields).statusCode())
                    .as(action)
                    .isEqualTo(404);
        }
        assertThat(process.openOf(other.id())).isEmpty();
        assertThat(visitor.post("/portal/directory", fields("aboutRu", "Без ключа"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(member(ACCOUNT_MANAGERS).get("/portal/directory").statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoActsForSeveralPartnersChooses() {
        var second = members.registered("Второй " + mark(), "Тараз");
        var both = user(partner, second);
        var page = both.get("/portal/directory?partner=" + second.id());
        assertThat(text(page))
                .contains("Компании пока нет в каталоге", partner.company().name());
        assertThat(page.body()).doesNotContain(FORM);
        assertThat(both.get("/portal/directory").body()).contains(FORM);
        var fields = fields("aboutRu", "Текст");
        fields.put("partner", "" + second.id());
        assertThat(both.submit("/portal/directory", "/portal/directory", fields).statusCode())
                .isEqualTo(409);
    }

    private void send(String about) {
        assertThat(visitor.submit("/portal/directory", "/portal/directory", fields("aboutRu", about))
                        .statusCode())
                .isEqualTo(303);
    }

    private HttpResponse<String> upload(byte[] file) {
        return visitor.upload(
                "/portal/directory", "/portal/directory", fields("aboutRu", "Обычный текст"), "logo", "logo.png", file);
    }

    private Map<String, String> fields(String name, String value) {
        var fields = new HashMap<String, String>();
        fields.put("partner", "" + partner.id());
        fields.put(name, value);
        return fields;
    }

    private void review(String decision, String comment) {
        var number = process.openOf(partner.id()).orElseThrow().caseNumber();
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .singleResult();
        engine.getIdentityService().setAuthentication(people.of(ACCOUNT_MANAGERS), List.of(ACCOUNT_MANAGERS.id()));
        engine.getFormService().submitTaskForm(task.getId(), Map.of("decision", decision, "comment", comment));
        engine.getIdentityService().clearAuthentication();
    }

    private String slug() {
        return directory.ofPartner(partner.id()).orElseThrow().slug();
    }

    /** Somebody who acts for these partners, signed in. */
    private Visitor user(PartnerView... actingFor) {
        var email = mark() + "@people.example";
        var contact = new ContactPerson("Асель Нурланова", "Директор", email, "+77012500100");
        transaction.executeWithoutResult(status -> {
            for (var each : actingFor) {
                var opened = partnerAccounts.open(each.id(), contact, "ru");
                people.letSignIn(opened.userId());
            }
        });
        return visitor().signIn(email, People.PASSWORD);
    }

    private static String mark() {
        return "v" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    private static String text(HttpResponse<String> page) {
        return HtmlUtils.htmlUnescape(page.body());
    }
}
