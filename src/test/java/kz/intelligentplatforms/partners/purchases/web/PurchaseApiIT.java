package kz.intelligentplatforms.partners.purchases.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.testing.Companies;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ERP's way in. */
class PurchaseApiIT extends IntegrationTest {

    private static final String PURCHASES = "/api/v1/purchases";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private long partner;
    private String bin;
    private String mark;

    @BeforeEach
    void aMember() {
        var member = members.achieving();
        partner = member.id();
        bin = member.partner().company().identity().taxNumber();
        mark = UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void oneOrAListIsRecordedAndCanBeSentAgain() {
        var one = sale("1", bin, "2000000.00");
        var created = post(one);
        assertThat(created.statusCode()).describedAs(created.body()).isEqualTo(201);
        assertThat(statuses(created)).containsExactly("RECORDED");
        var again = post(one);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(statuses(again)).containsExactly("KNOWN");
        var list = post("[" + one + "," + sale("2", bin, "\"0.01\"") + "," + sale("3", Companies.newBin(), "1") + "]");
        assertThat(list.statusCode()).isEqualTo(201);
        assertThat(statuses(list)).containsExactly("KNOWN", "RECORDED", "UNMATCHED");
        assertThat(sum()).isEqualByComparingTo("2000000.01");
    }

    @Test
    void noDigitIsLost() {
        assertThat(post(sale("1", bin, "9999999999999.99")).statusCode()).isEqualTo(201);
        assertThat(sum()).isEqualByComparingTo("9999999999999.99");
    }

    @Test
    void anotherPurchaseUnderTheSameNumberIsNamed() {
        post(sale("1", bin, "1"));
        var answer = post("[" + sale("1", bin, "2") + "," + sale("2", bin, "2") + "]");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        assertThat(parse(answer).path("documents").get(0).asText()).isEqualTo(mark + "-1");
        var error = parse(answer).path("errors").get(0);
        assertThat(error.path("field").asText()).isEqualTo("[0].documentNumber");
        assertThat(error.path("message").asText()).contains(mark + "-1", bin, "1.00");
        assertThat(sum()).isEqualByComparingTo("1");
    }

    @Test
    void theErpCorrectsWhatItSent() {
        post(sale("1", bin, "100"));
        var right = sale("1", bin, "80").replace("}", ",\"corrects\":true}");
        var corrected = post(right);
        assertThat(corrected.statusCode()).describedAs(corrected.body()).isEqualTo(201);
        assertThat(statuses(corrected)).containsExactly("CORRECTED");
        assertThat(post(right).statusCode()).as("sent again").isEqualTo(200);
        assertThat(sum()).isEqualByComparingTo("80");

        var unknown = post(right.replace(mark + "-1", mark + "-2"));
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(parse(unknown).path("errors").findValuesAsText("field")).containsExactly("corrects");
        assertThat(post(right.replace("true", "\"perhaps\"")).statusCode()).isEqualTo(400);
    }

    @Test
    void aBuyerOutsideKazakhstanIsNamedByCountryAndTaxNumber() {
        var foreign = members.foreign("RU");
        var number = foreign.partner().company().identity().taxNumber();
        var sale = sale("1", bin, "500")
                .replace(
                        "\"partnerBin\":\"" + bin + "\"",
                        "\"partnerCountry\":\"ru\",\"partnerTaxNumber\":\"" + number + "\"");
        assertThat(statuses(post(sale))).containsExactly("RECORDED");
        assertThat(statuses(post(sale))).containsExactly("KNOWN");
        assertThat(jdbc.sql("select sum(amount) from purchase where partner_id = ?")
                        .param(foreign.id())
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("500");
        assertThat(parse(post(sale.replace("\"ru\"", "\"XX\""))).path("errors").findValuesAsText("field"))
                .containsExactly("partnerCountry");
        assertThat(parse(post(sale.replace("\"ru\"", "\"\""))).path("errors").findValuesAsText("field"))
                .containsExactly("partnerCountry");
        assertThat(parse(post(sale.replace(number, "1"))).path("errors").findValuesAsText("field"))
                .containsExactly("partnerTaxNumber");
    }

    @Test
    void everyFlawIsNamedByItsPlaceAndNothingIsRecorded() {
        var undated = sale("3", bin, "1").replace(today().toString(), "soon");
        var answer = post("[" + sale("1", bin, "1") + "," + sale("2", bin, "0.001") + "," + undated + ","
                + sale("1", bin, "5") + "]");
        assertThat(answer.statusCode()).isEqualTo(400);
        var errors = parse(answer).path("errors");
        assertThat(errors.findValuesAsText("field")).containsExactly("[1].amount", "[2].date", "[3].documentNumber");
        assertThat(errors.findValuesAsText("message"))
                .satisfiesExactly(
                        message -> assertThat(message).startsWith("Сумма: "),
                        message -> assertThat(message).startsWith("Дата: "),
                        message -> assertThat(message).contains("[0]"));
        assertThat(sum()).isZero();
        assertThat(parse(post(sale("2", bin, "0"))).path("errors").findValuesAsText("field"))
                .containsExactly("amount");
    }

    @Test
    void ofAListThePurchasesThatCountForNobodyAreNamedAndTheOthersCount() {
        var early = sale("2", bin, "1")
                .replace(today().toString(), today().minusDays(1).toString());
        var numberless = sale("3", "", "1");
        var answer = post("[" + sale("1", bin, "5") + "," + early + "," + numberless + "]");
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(201);
        assertThat(statuses(answer)).containsExactly("RECORDED", "UNMATCHED", "SKIPPED");
        var purchases = parse(answer).path("purchases");
        assertThat(purchases.get(0).has("message")).isFalse();
        assertThat(purchases.get(1).path("message").asText())
                .startsWith("Дата: ")
                .contains("31.12." + today().getYear());
        assertThat(purchases.get(2).path("documentNumber").asText()).isEqualTo(mark + "-3");
        assertThat(purchases.get(2).path("message").asText()).startsWith("БИН/ИИН покупателя: ");
        assertThat(sum()).isEqualByComparingTo("5");
        var nothing = post(numberless);
        assertThat(nothing.statusCode()).isEqualTo(400);
        assertThat(parse(nothing).path("errors").findValuesAsText("field")).containsExactly("partnerBin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[null]",
                "[",
                "{}}",
                "\"x\"",
                "7",
                "[[{}]]",
                "{\"other\":1}",
                "{\"amount\":{}}",
                "<a/>",
                "[]",
                "{}"
            })
    void whatIsNoPurchaseIsABadRequest(String body) {
        var answer = post(body);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(400);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body()).doesNotContain("Exception", "jackson", "kz.intelligentplatforms");
    }

    @ParameterizedTest
    @CsvSource({"1000, 201", "1001, 400"})
    void aListHasItsLimit(int size, int status) {
        var list = IntStream.range(0, size)
                .mapToObj(i -> sale("n" + i, bin, "1"))
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(post(list).statusCode()).isEqualTo(status);
        assertThat(post("x".repeat(1_100_000)).statusCode()).isEqualTo(413);
    }

    @Test
    void onlyTheErpComesIn() {
        assertThat(visitor().postJson(PURCHASES, sale("1", bin, "1")).statusCode())
                .isEqualTo(401);
        for (var group : List.of(Group.FINANCE, Group.ACCOUNT_MANAGERS, Group.CAMUNDA_ADMIN)) {
            assertThat(visitor()
                            .postJson(PURCHASES, sale("1", bin, "1"), "Authorization", basic(people.of(group)))
                            .statusCode())
                    .as(group.id())
                    .isEqualTo(403);
        }
        assertThat(sum()).isZero();
    }

    @Test
    void theDescriptionTellsTheCall() {
        var post = parse(visitor().get("/v3/api-docs"))
                .path("paths")
                .path(PURCHASES)
                .path("post");
        assertThat(post.path("responses").properties())
                .extracting(response -> response.getKey())
                .contains("200", "201", "400", "409");
        assertThat(post.path("requestBody").toString()).contains("Purchase");
    }

    private HttpResponse<String> post(String body) {
        return visitor().postJson(PURCHASES, body, "Authorization", basic(people.of(Group.ERP)));
    }

    private static String basic(String user) {
        return "Basic "
                + Base64.getEncoder().encodeToString((user + ":" + People.PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    private String sale(String number, String taxNumber, String amount) {
        return """
                {"documentNumber":"%s-%s","partnerBin":"%s","date":"%s","amount":%s,"kind":"SALE","currency":"KZT"}""".formatted(mark, number, taxNumber, today(), amount);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static List<String> statuses(HttpResponse<String> answer) {
        return parse(answer).path("purchases").findValuesAsText("status");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static JsonNode parse(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private BigDecimal sum() {
        return jdbc.sql("select coalesce(sum(amount), 0) from purchase where partner_id = ?")
                .param(partner)
                .query(BigDecimal.class)
                .single();
    }
}
