package kz.intelligentplatforms.partners.registration.web;

import static kz.intelligentplatforms.partners.platform.identity.Group.ACCOUNT_MANAGERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.registration.RegistrationRequest;
import kz.intelligentplatforms.partners.testing.AtOnce;
import kz.intelligentplatforms.partners.testing.Companies;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.ReviewDesk;
import kz.intelligentplatforms.partners.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The JSON interface for the vendor's own web site, over HTTP. */
class RegistrationApiIT extends IntegrationTest {

    private static final String REGISTRATIONS = "/api/v1/registrations";
    private static final List<String> LANGUAGES = List.of("ru", "kk", "en");
    private static final int MANY = 20;
    private static final int TOO_LARGE = 65 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MessageSource messages;

    @Test
    void anApplicationGetsItsNumberAndThePlaceToFollowIt() {
        var request = Companies.application();
        var answer = apply(request);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        var created = parse(answer);
        assertThat(created.path("caseNumber").asText()).matches("REG-20[0-9]{2}-[0-9]{6,}");
        assertThat(created.path("trackingUrl").asText()).startsWith("http://localhost:" + port + "/cases/");
        assertThat(Visitor.location(answer))
                .isEqualTo(created.path("trackingUrl").asText());
        assertThat(created.properties()).hasSize(2);

        var tracker = visitor().get(created.path("trackingUrl").asText());
        assertThat(tracker.statusCode()).isEqualTo(200);
        assertThat(tracker.body())
                .contains(created.path("caseNumber").asText(), request.company().name());
    }

    @Test
    void whatMayStayEmptyMayBeAbsent() {
        var body = bodyOf(Companies.application());
        company(body).remove(List.of("country", "taxNumber", "website"));
        assertThat(visitor().postJson(REGISTRATIONS, body.toString()).statusCode())
                .isEqualTo(201);
    }

    @Test
    void theSameKeyAndBodyAgainGetTheSameAnswerToTheByte() {
        var request = Companies.application();
        var key = UUID.randomUUID().toString();
        var first = apply(request, "Idempotency-Key", key);
        var second = apply(request, "Idempotency-Key", key);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(Visitor.location(second)).isEqualTo(Visitor.location(first));
        assertThat(casesOf(request)).isOne();
    }

    @Test
    void theSameKeyGetsTheSameAnswerAlsoWhenTheCaseHasMovedOn() {
        var request = Companies.application();
        var key = UUID.randomUUID().toString();
        var first = apply(request, "Idempotency-Key", key);
        var number = parse(first).path("caseNumber").asText();
        new ReviewDesk(engine, people).approve(number);
        jobs.runDue(number);
        assertThat(apply(request, "Idempotency-Key", key).body()).isEqualTo(first.body());
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        var key = UUID.randomUUID().toString();
        apply(Companies.application(), "Idempotency-Key", key);
        var other = Companies.application();
        for (var language : LANGUAGES) {
            var refused = apply(other, "Idempotency-Key", key, "Accept-Language", language);
            assertProblem(refused, 409);
            assertThat(parse(refused).path("detail").asText())
                    .isEqualTo(text("registration.refused.KEY_REUSED", language));
        }
        assertThat(casesOf(other)).isZero();
    }

    @Test
    void aKeyThatIsTooLongIsRefused() {
        var request = Companies.application();
        var refused = apply(request, "Idempotency-Key", "k".repeat(101));
        assertProblem(refused, 400);
        assertThat(parse(refused).path("detail").asText()).contains("Idempotency-Key", "100");
        assertThat(casesOf(request)).isZero();
        assertThat(apply(request, "Idempotency-Key", uniqueKeyOf(100)).statusCode())
                .isEqualTo(201);
    }

    @Test
    void ofTheSameSubmissionManyTimesAtOnceOneCaseIsMadeAndAllGetItsAnswer() {
        var request = Companies.application();
        var key = UUID.randomUUID().toString();
        var answers = AtOnce.run(MANY, i -> apply(request, "Idempotency-Key", key));
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
        assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
        assertThat(casesOf(request)).isOne();
        assertThat(instancesOf(parse(answers.get(0)).path("caseNumber").asText()))
                .isOne();
    }

    @Test
    void ofTheSameCompanyManyTimesAtOnceOneIsAcceptedAndTheOthersReadWhyNot() {
        var request = Companies.application();
        var answers = AtOnce.run(
                MANY, i -> apply(request, "Idempotency-Key", UUID.randomUUID().toString()));
        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .containsOnly(201, 409)
                .containsOnlyOnce(201);
        answers.stream().filter(answer -> answer.statusCode() == 409).forEach(refused -> {
            assertProblem(refused, 409);
            assertThat(parse(refused).path("detail").asText())
                    .isEqualTo(text("registration.refused.ALREADY_KNOWN", "ru"));
        });
        assertThat(casesOf(request)).isOne();
    }

    @Test
    void aKnownCompanyReadsTheSameWhetherItIsAMemberOrHasAnOpenCase() {
        var request = Companies.application();
        var number = parse(apply(request)).path("caseNumber").asText();
        var open = apply(request);
        new ReviewDesk(engine, people).approve(number);
        jobs.runDue(number);
        var member = apply(request);
        assertProblem(open, 409);
        assertThat(member.statusCode()).isEqualTo(409);
        assertThat(member.body()).isEqualTo(open.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "not json",
                "{",
                "null",
                "true",
                "42",
                "\"text\"",
                "[]",
                "[{}]",
                "{\"unknown\":1}",
                "{\"company\":{\"owner\":\"x\"}}",
                "{\"caseNumber\":\"REG-2026-000001\"}",
                "{\"company\":\"text\"}",
                "{\"company\":[]}",
                "{\"company\":{\"name\":{}}}",
                "{\"company\":{\"name\":[\"a\"]}}",
                "{\"contact\":{\"email\":{\"a\":1}}}",
                "{\"wishedTier\":{}}",
                "{\"consent\":\"certainly\"}",
                "{\"consent\":{}}"
            })
    void whatIsNotTheJsonWeExpectIsRefusedInTheCallersLanguage(String body) {
        var before = allCases();
        for (var language : LANGUAGES) {
            var refused = visitor().postJson(REGISTRATIONS, body, "Accept-Language", language);
            assertProblem(refused, 400);
            assertThat(parse(refused).path("detail").asText()).isEqualTo(text("api.not-readable", language));
        }
        assertThat(allCases()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"unknown\":1}|unknown",
                "{\"company\":{\"owner\":\"x\"}}|company.owner",
                "{\"company\":\"text\"}|company",
                "{\"company\":{\"name\":{}}}|company.name",
                "{\"contact\":{\"email\":[1]}}|contact.email",
                "{\"consent\":\"certainly\"}|consent"
            })
    void aFieldThatDoesNotExistOrIsOfAnotherTypeIsNamed(String body, String field) {
        for (var language : LANGUAGES) {
            var refused = visitor().postJson(REGISTRATIONS, body, "Accept-Language", language);
            assertProblem(refused, 400);
            var errors = parse(refused).path("errors");
            assertThat(errors).hasSize(1);
            assertThat(errors.get(0).path("field").asText()).isEqualTo(field);
            assertThat(errors.get(0).path("message").asText()).isEqualTo(text("api.no-field", language));
        }
    }

    @Test
    void jsonThatIsNestedWithoutEndIsRefused() {
        assertProblem(visitor().postJson(REGISTRATIONS, "[".repeat(30_000)), 400);
        assertProblem(visitor().postJson(REGISTRATIONS, "{\"company\":".repeat(5_000)), 400);
    }

    @Test
    void whatIsNotSentAsJsonIsRefused() {
        var form = visitor().postJson(REGISTRATIONS, "a=b", "Content-Type", "application/x-www-form-urlencoded");
        assertProblem(form, 415);
        assertThat(visitor().get(REGISTRATIONS).statusCode()).isIn(401, 403, 405);
    }

    @Test
    void anEmptyApplicationNamesEveryFieldThatIsMissing() {
        var before = allCases();
        var refused = visitor().postJson(REGISTRATIONS, "{}");
        assertProblem(refused, 400);
        var fields = new TreeSet<String>();
        parse(refused)
                .path("errors")
                .forEach(error -> fields.add(error.path("field").asText()));
        assertThat(fields)
                .containsExactly(
                        "company.address",
                        "company.bin",
                        "company.city",
                        "company.name",
                        "company.phone",
                        "consent",
                        "contact.email",
                        "contact.name",
                        "contact.phone",
                        "contact.position",
                        "language",
                        "wishedTier");
        assertThat(allCases()).isEqualTo(before);
    }

    static Stream<Arguments> badFields() {
        return Stream.of(
                bad("company.name", "  ", "error.required", 0),
                bad("company.name", "---", "error.required", 0),
                bad("company.name", "я".repeat(201), "error.too-long", 200),
                bad("company.name", "ТОО\u0000Завод", "error.control-characters", 0),
                bad("company.name", "ТОО\nЗавод", "error.control-characters", 0),
                bad("company.name", "ТОО \u202Eдовац", "error.control-characters", 0),
                bad("company.city", "a\tb", "error.control-characters", 0),
                bad("company.city", "я".repeat(101), "error.too-long", 100),
                bad("company.address", "a\u0007b", "error.control-characters", 0),
                bad("company.address", "я".repeat(301), "error.too-long", 300),
                bad("company.website", "javascript:alert(1)", "error.website", 0),
                bad("company.website", "https://c.kz/" + "a".repeat(200), "error.too-long", 200),
                bad("company.phone", "call me", "error.phone", 0),
                bad("company.phone", "+7 727 2\u00005", "error.control-characters", 0),
                bad("company.phone", "1".repeat(31), "error.too-long", 30),
                bad("company.country", "XX", "error.country", 0),
                bad("company.country", "kz", "error.country", 0),
                bad("company.bin", "", "error.required", 0),
                bad("company.bin", "12345", "error.bin-form", 0),
                bad("company.bin", "99014000001A", "error.bin-form", 0),
                bad("company.bin", "9901400000\u0000", "error.bin-form", 0),
                bad("company.bin", "1".repeat(1000), "error.bin-form", 0),
                bad("company.bin", "990140000018", "error.bin-check-digit", 0),
                bad("contact.name", "<>", "error.required", 0),
                bad("contact.name", "я".repeat(121), "error.too-long", 120),
                bad("contact.name", "Иван\r\nBcc: x@y.kz", "error.control-characters", 0),
                bad("contact.position", "я".repeat(121), "error.too-long", 120),
                bad("contact.email", "ivan", "error.email", 0),
                bad("contact.email", "иван@почта.рф", "error.email", 0),
                bad("contact.email", "a@b.kz, c@d.kz", "error.email", 0),
                bad("contact.email", "a@b.kz\r\nBcc: x@y.kz", "error.control-characters", 0),
                bad("contact.email", "a".repeat(250) + "@b.kz", "error.too-long", 254),
                bad("contact.phone", "12", "error.phone", 0),
                bad("wishedTier", "EMPEROR", "error.choice", 0),
                bad("wishedTier", "primary_reseller", "error.choice", 0),
                bad("wishedTier", "", "error.level-missing", 0),
                bad("language", "de", "error.choice", 0),
                bad("language", "RU", "error.choice", 0),
                bad("language", "", "error.required", 0));
    }

    private static Arguments bad(String field, String value, String message, int max) {
        return arguments(field, value, message, max);
    }

    @ParameterizedTest
    @MethodSource("badFields")
    void aFieldThatIsNotRightIsNamedInTheCallersLanguageAndNoCaseIsMade(
            String field, String value, String message, int max) {
        var before = allCases();
        assertOneFlaw(body -> put(body, field, value), field, message, max);
        assertThat(allCases()).isEqualTo(before);
    }

    @Test
    void everyFlawOfTheEvidenceIsNamedWithItsPlace() {
        var before = allCases();
        for (var language : LANGUAGES) {
            var body = bodyOf(Companies.application());
            body.set("evidence", tree("""
                    {"salesPlan": {"year": 1999, "q1": -1, "q2": "1 000", "q3": 0, "q4": 0, "productLines": "", "marketing": "x"},
                     "salesSpecialist": {"name": "", "email": "no", "phone": "no", "employment": ""},
                     "technicalStaff": [{"name": "A", "certificates":
                         [{"course": "", "number": "1", "issued": "2999-01-01", "validUntil": "2001-01-01"}]},
                         {"name": "B", "certificates": []}],
                     "solutions": [{"name": "", "industry": "x", "description": "", "customer": ""}],
                     "servicePrograms": [{"program": "ABC", "commitment": "x", "region": "", "contact": ""}],
                     "engineer": {"name": "", "certificate": {"course": "x"}}}
                    """));
            var refused = visitor().postJson(REGISTRATIONS, body.toString(), "Accept-Language", language);
            assertProblem(refused, 400);
            var errors = parse(refused).path("errors");
            assertThat(errors.findValuesAsText("field"))
                    .contains(
                            "evidence.salesPlan.year",
                            "evidence.salesPlan.q1",
                            "evidence.salesSpecialist.email",
                            "evidence.technicalStaff[0].certificates[0].issued",
                            "evidence.technicalStaff[0].certificates[0].validUntil",
                            "evidence.technicalStaff[1].certificates",
                            "evidence.solutions[0].description",
                            "evidence.servicePrograms",
                            "evidence.servicePrograms[0].program",
                            "evidence.engineer.certificate.number");
            assertThat(errors.findValuesAsText("message"))
                    .anyMatch(message -> message.startsWith(
                            text("field.evidence.technicalStaff.certificates.issued", language) + ": "));
        }
        assertThat(allCases()).isEqualTo(before);
    }

    @Test
    void withoutConsentNothingIsKept() {
        var before = allCases();
        assertOneFlaw(body -> body.put("consent", false), "consent", "error.consent", 0);
        assertOneFlaw(body -> body.remove("consent"), "consent", "error.consent", 0);
        assertOneFlaw(body -> body.putNull("consent"), "consent", "error.consent", 0);
        assertThat(allCases()).isEqualTo(before);
    }

    @Test
    void elsewhereThanInKazakhstanTheTaxNumberCounts() {
        for (var number : new String[] {"", "12", "1234 5678", "1".repeat(33), "<b>1234</b>"}) {
            assertOneFlaw(
                    body -> company(body)
                            .put("country", "RU")
                            .put("taxNumber", number)
                            .remove("bin"),
                    "company.taxNumber",
                    number.isEmpty() ? "error.required" : "error.tax-number",
                    0);
        }
        var body = bodyOf(Companies.application());
        company(body).put("country", "RU").put("taxNumber", "RU-" + Companies.newBin());
        assertThat(visitor().postJson(REGISTRATIONS, body.toString()).statusCode())
                .isEqualTo(201);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWhetherItTellsItsLengthOrNot() {
        var before = allCases();
        var body = bodyOf(Companies.application());
        company(body).put("address", "я".repeat(TOO_LARGE / 2));
        var bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        assertThat(bytes).hasSizeGreaterThan(TOO_LARGE);
        for (var language : LANGUAGES) {
            for (var sent : List.of(
                    BodyPublishers.ofByteArray(bytes),
                    BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))) {
                var refused = post(sent, language);
                assertProblem(refused, 413);
                assertThat(parse(refused).path("detail").asText()).isEqualTo(text("error.request-too-large", language));
            }
        }
        assertThat(allCases()).isEqualTo(before);
    }

    @Test
    void aBodyThatDoesNotTellItsLengthButIsSmallIsTaken() {
        var bytes = bodyOf(Companies.application()).toString().getBytes(StandardCharsets.UTF_8);
        assertThat(post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)), "ru")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void markupIsTextWhereverItIsShown() {
        var body = bodyOf(Companies.application());
        var name = "<script>alert(1)</script> \"Завод\" & ${7*7} " + UUID.randomUUID();
        put(body, "company.name", name);
        put(body, "contact.name", "<b onclick=x()>Иван</b>");
        var answer = visitor().postJson(REGISTRATIONS, body.toString());
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(201);
        var created = parse(answer);
        var tracker = visitor().get(created.path("trackingUrl").asText()).body();
        assertThat(tracker)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &quot;Завод&quot; &amp; ${7*7}")
                .doesNotContain("<script>alert(1)");
        var onStaffPage = member(ACCOUNT_MANAGERS)
                .get("/staff/cases/" + created.path("caseNumber").asText())
                .body();
        assertThat(onStaffPage)
                .contains("&lt;script&gt;alert(1)", "&lt;b onclick=x()&gt;")
                .doesNotContain("<script>alert(1)", "<b onclick");
    }

    @Test
    void aRefusalTellsNothingOfTheInside() {
        for (var body : List.of("{\"<script>alert(1)</script>\":1}", "{\"" + "x".repeat(10_000) + "\":1}", "{\"a")) {
            var refused = visitor().postJson(REGISTRATIONS, body);
            assertProblem(refused, 400);
            assertThat(refused.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(refused.body())
                    .hasSizeLessThan(1000)
                    .doesNotContain("Exception", "jackson", "kz.intelligentplatforms");
        }
    }

    @Test
    void aCaseTellsItsStateToWhoeverHasItsToken() {
        var request = Companies.application();
        var created = parse(apply(request));
        var path = stateOf(created);
        var answer = visitor().get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        var state = parse(answer);
        assertThat(state.path("caseNumber")).isEqualTo(created.path("caseNumber"));
        assertThat(state.path("stage").asText()).isEqualTo("REVIEW");
        assertThat(state.path("stageText").asText()).isEqualTo(text("case.REGISTRATION.stage.REVIEW", "ru"));
        assertThat(state.path("next").asText()).isEqualTo(text("case.REGISTRATION.stage.REVIEW.next", "ru"));
        assertThat(state.path("turn").asText()).isEqualTo("VENDOR");
        assertThat(state.path("dueAt").asText()).endsWith("Z");
        assertThat(state.path("openedAt").asText()).endsWith("Z");
        assertThat(state.path("closedAt").isNull() || state.path("closedAt").isMissingNode())
                .isTrue();
        assertThat(answer.body())
                .doesNotContain(request.company().bin(), request.contact().email());

        var number = created.path("caseNumber").asText();
        new ReviewDesk(engine, people).reject(number, "Нет");
        jobs.runDue(number);
        var closed = parse(visitor().get(path));
        assertThat(closed.path("stage").asText()).isEqualTo("REJECTED");
        assertThat(closed.path("turn").asText()).isEqualTo("NOBODY");
        assertThat(closed.path("closedAt").asText()).isNotBlank();
    }

    @Test
    void whatIsNoTokenOfACaseOpensNothing() {
        var number = parse(apply(Companies.application())).path("caseNumber").asText();
        for (var token : List.of(number, "x", "0", UUID.randomUUID().toString(), "a".repeat(3000), "%D1%8F")) {
            var answer = visitor().get("/api/v1/cases/" + token);
            assertProblem(answer, 404);
            assertThat(parse(answer).path("detail").asText()).isEqualTo(text("api.no-such-case", "ru"));
        }
    }

    @Test
    void theDescriptionOfTheInterfaceTellsBothCalls() {
        var answer = visitor().get("/v3/api-docs");
        assertThat(answer.statusCode()).isEqualTo(200);
        var paths = parse(answer).path("paths");
        var register = paths.path(REGISTRATIONS).path("post");
        assertThat(register.path("responses").properties())
                .extracting(response -> response.getKey())
                .contains("201", "400", "409", "429");
        assertThat(register.path("parameters").findValuesAsText("name")).contains("Idempotency-Key");
        assertThat(register.path("requestBody").path("content").toString()).contains("RegistrationRequest");
        var state = paths.path("/api/v1/cases/{token}").path("get");
        assertThat(state.path("responses").properties())
                .extracting(response -> response.getKey())
                .contains("200", "404");
        var schemas = parse(answer).path("components").path("schemas");
        assertThat(schemas.path("RegistrationRequest").path("properties").properties())
                .extracting(property -> property.getKey())
                .containsExactlyInAnyOrder("company", "contact", "wishedTier", "language", "consent", "evidence");
    }

    private void assertOneFlaw(Consumer<ObjectNode> spoil, String field, String message, int max) {
        for (var language : LANGUAGES) {
            var body = bodyOf(Companies.application());
            spoil.accept(body);
            var refused = visitor().postJson(REGISTRATIONS, body.toString(), "Accept-Language", language);
            assertProblem(refused, 400);
            var problem = parse(refused);
            assertThat(problem.path("detail").asText()).isEqualTo(text("api.invalid", language));
            assertThat(problem.path("errors")).hasSize(1);
            var error = problem.path("errors").get(0);
            assertThat(error.path("field").asText()).isEqualTo(field);
            assertThat(error.path("message").asText())
                    .isEqualTo(text("field." + field, language) + ": "
                            + text(message, language).replace("{max}", String.valueOf(max)));
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(parse(answer).path("status").asInt()).isEqualTo(status);
    }

    private HttpResponse<String> apply(RegistrationRequest request, String... headers) {
        return visitor().postJson(REGISTRATIONS, bodyOf(request).toString(), headers);
    }

    private HttpResponse<String> post(BodyPublisher body, String language) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + REGISTRATIONS))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header("Accept-Language", language)
                .POST(body)
                .build();
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String uniqueKeyOf(int length) {
        var key = UUID.randomUUID().toString();
        return key + "k".repeat(length - key.length());
    }

    private static String stateOf(JsonNode created) {
        var url = created.path("trackingUrl").asText();
        return "/api/v1/cases/" + url.substring(url.lastIndexOf('/') + 1);
    }

    private String text(String key, String language) {
        return messages.getMessage(key, null, Locale.forLanguageTag(language));
    }

    private static ObjectNode bodyOf(RegistrationRequest request) {
        return JSON.valueToTree(request);
    }

    private static ObjectNode company(ObjectNode body) {
        return (ObjectNode) body.path("company");
    }

    private static void put(ObjectNode body, String field, String value) {
        int dot = field.indexOf('.');
        var holder = dot < 0 ? body : (ObjectNode) body.path(field.substring(0, dot));
        holder.put(field.substring(dot + 1), value);
    }

    private static JsonNode parse(HttpResponse<String> answer) {
        return tree(answer.body());
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    private long casesOf(RegistrationRequest request) {
        return jdbc.sql("select count(*) from program_case where identity = ?")
                .param("KZ:" + request.company().bin())
                .query(Long.class)
                .single();
    }

    private long allCases() {
        return jdbc.sql("select count(*) from program_case").query(Long.class).single();
    }

    private long instancesOf(String number) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .count();
    }
}
