package kz.intelligentplatforms.partners.points.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.points.PointsBook;
import kz.intelligentplatforms.partners.points.PointsLedger;
import kz.intelligentplatforms.partners.program.Quarter;
import kz.intelligentplatforms.partners.testing.Companies;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A partner's points as the ERP reads them. */
class PointsApiIT extends IntegrationTest {

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

    @Autowired
    private ObjectMapper json;

    @Test
    void theErpReadsPointsPurchasesAndRate() throws Exception {
        var book = new PointsBook(jdbc, ledger, cases, transaction);
        var member = members.achieving();
        var bin = member.partner().company().identity().taxNumber();
        var today = LocalDate.now(clock);
        book.buy(member.id(), today, "3500000.50");
        book.adjust(member.id(), Quarter.of(today), 1_200, "A gift");
        book.reserve(member.id(), 200);
        var answer = get(bin, Group.ERP);
        assertThat(answer.statusCode()).isEqualTo(200);
        var points = parsed(answer);
        assertThat(points.get("partnerBin").asText()).isEqualTo(bin);
        assertThat(points.get("name").asText())
                .isEqualTo(member.partner().company().name());
        assertThat(points.get("balance").asLong()).isEqualTo(1_200);
        assertThat(points.get("reserved").asLong()).isEqualTo(200);
        assertThat(points.get("available").asLong()).isEqualTo(1_000);
        var term = points.get("term");
        assertThat(term.get("from").asText()).isEqualTo(today.getYear() + "-01-01");
        assertThat(term.get("to").asText()).isEqualTo(today.getYear() + "-12-31");
        assertThat(term.get("purchases").decimalValue()).isEqualByComparingTo("3500000.50");
        assertThat(term.get("rate").decimalValue()).isEqualByComparingTo("0.04");
        assertThat(Instant.parse(points.get("asOf").asText()))
                .isBefore(clock.instant().plusSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "abc", "990140000018", "99014000001%27", "9901400000170"})
    void whatIsNoBinIsABadRequest(String bin) throws Exception {
        var answer = get(bin, Group.ERP);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(parsed(answer).get("detail").asText()).contains("12 цифр");
    }

    @Test
    void aPartnerOutsideKazakhstanIsNamedByCountryAndTaxNumber() throws Exception {
        var identity = members.foreign("RU").partner().company().identity();
        var answer = get("ru/" + identity.taxNumber(), Group.ERP);
        assertThat(answer.statusCode()).isEqualTo(200);
        var points = parsed(answer);
        assertThat(points.get("partnerCountry").asText()).isEqualTo("RU");
        assertThat(points.get("partnerTaxNumber").asText()).isEqualTo(identity.taxNumber());
        assertThat(points.has("partnerBin")).isFalse();
        assertThat(get("KG/" + identity.taxNumber(), Group.ERP).statusCode()).isEqualTo(404);
        assertThat(get("RU/1", Group.ERP).statusCode()).isEqualTo(400);
        assertThat(get("RU/" + identity.taxNumber(), Group.FINANCE).statusCode())
                .isEqualTo(403);
        var kazakh = members.achieving().partner().company().identity().taxNumber();
        assertThat(get("KZ/" + kazakh, Group.ERP).statusCode()).isEqualTo(200);
    }

    @Test
    void aCompanyThatIsNoMemberIsNotFound() throws Exception {
        var answer = get(Companies.newBin(), Group.ERP);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void othersMayNotRead() throws Exception {
        var bin = members.achieving().partner().company().identity().taxNumber();
        assertThat(get(bin, Group.FINANCE).statusCode()).isEqualTo(403);
        assertThat(visitor().get("/api/v1/partners/" + bin + "/points").statusCode())
                .isEqualTo(401);
    }

    @Test
    void theInterfaceIsDescribed() {
        assertThat(visitor().get("/v3/api-docs").body()).contains("/api/v1/partners/{bin}/points");
    }

    private JsonNode parsed(HttpResponse<String> answer) throws JsonProcessingException {
        return json.readTree(answer.body());
    }

    private HttpResponse<String> get(String bin, Group group) throws IOException, InterruptedException {
        var login = Base64.getEncoder()
                .encodeToString((people.of(group) + ":" + People.PASSWORD).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/v1/partners/" + bin + "/points"))
                .header("Authorization", "Basic " + login)
                .header("Accept-Language", "ru")
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
