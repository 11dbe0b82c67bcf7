package kz.intelligentplatforms.partners.platform.security;

import static kz.intelligentplatforms.partners.platform.identity.Group.FINANCE;
import static kz.intelligentplatforms.partners.testing.Visitor.csrfOf;
import static kz.intelligentplatforms.partners.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A form whose session is over does nothing, and comes back with what was typed. */
class LateFormsIT extends IntegrationTest {

    private static final String PAGE = "/staff/co-funding";
    private static final String FUNDS = PAGE + "/funds";

    @Autowired
    private JdbcClient jdbc;

    private final String reason = "Решение № " + UUID.randomUUID() + " <b onclick=\"alert(1)\">";

    @Test
    void aStaffFormComesBackAfterTheSignInAndIsNotObeyed() {
        var finance = member(FINANCE);
        finance.get(PAGE);
        finance.loseSession();

        var late = finance.postFrom(PAGE, FUNDS, allocation());
        assertThat(late.statusCode()).isEqualTo(303);
        assertThat(location(late)).isEqualTo(PAGE);
        assertThat(location(finance.get(PAGE))).endsWith("/login");
        assertThat(finance.get("/login").body()).contains("Войдите").doesNotContain(reason.substring(0, 20));
        var signedIn =
                finance.submit("/login", "/login", Map.of("username", people.of(FINANCE), "password", People.PASSWORD));
        assertThat(location(signedIn)).contains(PAGE);

        var page = finance.get(PAGE).body();
        assertThat(page)
                .contains("data-unsent=\"" + FUNDS + "\"")
                .contains("data-field=\"allocation.reason\"")
                .contains(reason.substring(0, 20))
                .contains("&lt;b onclick=")
                .doesNotContain("<b onclick=")
                .doesNotContain("a stale token");
        assertThat(allocations()).isZero();

        var again = allocation();
        again.put("_csrf", csrfOf(page));
        again.put("allocation.amount", "");
        assertThat(finance.postFrom(PAGE, FUNDS, again).statusCode()).isEqualTo(422);
        assertThat(finance.get(PAGE).body()).doesNotContain("data-unsent");
    }

    @Test
    void aFormForEverybodyComesBackWithoutASignIn() {
        var visitor = visitor();
        var late = visitor.postFrom("/register", "/register/language?lang=kk", Map.of("company.name", reason));
        assertThat(location(late)).isEqualTo("/register");
        assertThat(visitor.get("/register").body())
                .contains("data-unsent=\"/register/language\"")
                .contains("&lt;b onclick=");
        assertThat(visitor().get("/register").body()).doesNotContain("data-unsent");
    }

    @Test
    void whatAnotherSiteSendsIsNeitherObeyedNorShown() {
        var visitor = visitor();
        assertThat(visitor.post("/register", Map.of("company.name", reason)).statusCode())
                .isEqualTo(403);
        assertThat(visitor.get("/register").body()).doesNotContain("data-unsent");
        assertThat(member(FINANCE).post(FUNDS, allocation()).statusCode()).isEqualTo(403);
        assertThat(allocations()).isZero();
    }

    @Test
    void aTokenOfAnotherSessionIsTurnedBackForWhoIsSignedInToo() {
        var finance = member(FINANCE);
        assertThat(finance.postFrom(PAGE, FUNDS, allocation()).statusCode()).isEqualTo(303);
        assertThat(finance.get(PAGE).body()).contains("data-unsent");
        assertThat(allocations()).isZero();
    }

    @Test
    void aSignInThatWasOpenForTooLongIsAskedForAgainWithoutThePassword() {
        var visitor = visitor();
        var late = visitor.postFrom(
                "/login", "/login", Map.of("username", "somebody", "password", "a secret", "_csrf", "stale"));
        assertThat(location(late)).isEqualTo("/login");
        assertThat(visitor.get("/login").body()).contains(">somebody<").doesNotContain("a secret");
        var signedIn =
                visitor.submit("/login", "/login", Map.of("username", people.of(FINANCE), "password", People.PASSWORD));
        assertThat(location(signedIn)).contains("/camunda/app/tasklist/");
        assertThat(location(visitor().postFrom(PAGE, "/logout", Map.of()))).endsWith("/login?logout");
    }

    @Test
    void aFileIsAskedForAgain() {
        var page = "/staff/purchases";
        var finance = member(FINANCE);
        finance.loseSession();
        var late = finance.uploadFrom(page, page + "/imports", "p.csv", "a".getBytes(StandardCharsets.UTF_8));
        assertThat(location(late)).isEqualTo(page);
        finance.signIn(people.of(FINANCE), People.PASSWORD);
        assertThat(finance.get(page).body()).contains("выберите его ещё раз");
    }

    @Test
    void aPartOfAPageThatAsksByItselfIsNotReplacedByTheSignIn() {
        assertThat(visitor().getPart("/portal/level").statusCode()).isEqualTo(401);
        assertThat(location(visitor().get("/portal/level"))).endsWith("/login");
    }

    private Map<String, String> allocation() {
        return new HashMap<>(Map.of(
                "allocation.year", "2026",
                "allocation.purpose", "ANY",
                "allocation.amount", "1000",
                "allocation.reason", reason,
                "submissionKey", UUID.randomUUID().toString(),
                "_csrf", "a stale token"));
    }

    private int allocations() {
        return jdbc.sql("select count(*) from co_fund_entry where reason like :reason")
                .param("reason", reason.substring(0, 40) + "%")
                .query(Integer.class)
                .single();
    }
}
