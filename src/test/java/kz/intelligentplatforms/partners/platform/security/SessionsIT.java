package kz.intelligentplatforms.partners.platform.security;

import static kz.intelligentplatforms.partners.platform.identity.Group.FINANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.People;
import kz.intelligentplatforms.partners.testing.Visitor;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A session is worth what its account is worth at this moment. */
@Tag("any-database")
class SessionsIT extends IntegrationTest {

    private static final String API = "/camunda/api/engine/engine/default";
    private static final String FUNDS = "/staff/co-funding";

    @Autowired
    private Accounts accounts;

    static Stream<Arguments> changes() {
        return Stream.of(
                change("deleted", (identities, user) -> identities.deleteUser(user)),
                change("out of its group", (identities, user) -> identities.deleteMembership(user, FINANCE.id())),
                change("in another group", (identities, user) -> identities.createMembership(user, "monitors")),
                change("with another password", (identities, user) -> {
                    var account = identities.createUserQuery().userId(user).singleResult();
                    account.setPassword("another quiet long password");
                    identities.saveUser(account);
                }));
    }

    private interface Change {
        void make(IdentityService identities, String user);
    }

    private static Arguments change(String name, Change change) {
        return Arguments.of(Named.of(name, change));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aSessionEndsWithTheAccountItIsOf(Change change) {
        var user = someone();
        var page = signedIn(user);
        var tasklist = signedIn(user);
        tasklist.get("/camunda/app/tasklist/default/");
        assertThat(page.get(FUNDS).statusCode()).isEqualTo(200);
        assertThat(tasklist.get(API + "/task/count").statusCode()).isEqualTo(200);
        var form = Visitor.csrfOf(page.get(FUNDS).body());

        change.make(engine.getIdentityService(), user);

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(page.get(FUNDS).statusCode()).isEqualTo(302));
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(
                        () -> assertThat(tasklist.get(API + "/task/count").statusCode())
                                .isEqualTo(401));
        assertThat(page.post(FUNDS + "/funds", Map.of("_csrf", form, "amount", "1"))
                        .statusCode())
                .isIn(302, 403);
    }

    @Test
    void whoChangesTheOwnPasswordGoesOnAndTheOtherSessionsEnd() {
        var user = someone();
        var here = signedIn(user);
        var elsewhere = signedIn(user);
        here.get("/camunda/app/tasklist/default/");
        var answer = here.json(
                "PUT",
                API + "/user/" + user + "/credentials",
                "{\"password\":\"another quiet long password\",\"authenticatedUserPassword\":\"" + People.PASSWORD
                        + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(
                        () -> assertThat(elsewhere.get(FUNDS).statusCode()).isEqualTo(302));
        assertThat(here.get(FUNDS).statusCode()).isEqualTo(200);
    }

    @Test
    void wrongPasswordsOfAStrangerEndNobodysSession() {
        var user = someone();
        var page = signedIn(user);
        var stranger = visitor();
        for (int i = 0; i < 3; i++) {
            stranger.submit("/login", "/login", Map.of("username", user, "password", "guessed"));
        }
        // Longer than a change may go unnoticed.
        await().during(Duration.ofMillis(5500))
                .atMost(Duration.ofSeconds(12))
                .until(() -> page.get(FUNDS).statusCode() == 200);
    }

    private String someone() {
        var user = "someone-" + UUID.randomUUID().toString().substring(0, 8);
        accounts.create(user, "Someone", user + "@vendor.example", FINANCE);
        people.letSignIn(user);
        return user;
    }

    private Visitor signedIn(String user) {
        return visitor().signIn(user, People.PASSWORD);
    }
}
