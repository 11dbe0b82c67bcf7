package kz.intelligentplatforms.partners;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.intelligentplatforms.partners.testing.Node;
import kz.intelligentplatforms.partners.testing.TestEnvironment;
import kz.intelligentplatforms.partners.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The application as it is run with a database of its own: processes, their environment, and what they say. */
class PostgresStartupIT {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"DB_URL", "DB_USER", "DB_PASSWORD", "ADMIN_PASSWORD"})
    void withoutOneOfItsVariablesItNamesItAndEnds(String missing) throws Exception {
        var environment = Node.environment("jdbc:postgresql://localhost:%d/partners".formatted(Node.freePort()));
        environment.remove(missing);
        try (var node = Node.start(directory, environment)) {
            assertThat(node.exitCode()).isNotZero();
            assertThat(node.log())
                    .contains("Missing in the environment: " + missing)
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void aShortPasswordForTheAdministratorIsRefused() throws Exception {
        var environment = Node.environment("jdbc:postgresql://localhost:%d/partners".formatted(Node.freePort()));
        environment.put("ADMIN_PASSWORD", "short");
        try (var node = Node.start(directory, environment)) {
            assertThat(node.exitCode()).isNotZero();
            assertThat(node.log()).contains("ADMIN_PASSWORD is too short").doesNotContain("\tat ");
        }
    }

    @Test
    void whenTheDatabaseIsAwayItSaysSoAndEnds() throws Exception {
        var url = "jdbc:postgresql://localhost:%d/partners".formatted(Node.freePort());
        try (var node = Node.start(directory, Node.environment(url))) {
            assertThat(node.exitCode()).isNotZero();
            assertThat(node.log())
                    .contains("The database " + url + " cannot be used", "DB_URL, DB_USER and DB_PASSWORD")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void twoNodesStartOnAnEmptyDatabaseAtOnceAndAreOne() throws Exception {
        try (var database = TestEnvironment.startPostgres();
                var one = Node.start(directory, Node.environment(database.getJdbcUrl("postgres", "postgres")));
                var other = Node.start(directory, Node.environment(database.getJdbcUrl("postgres", "postgres")))) {
            one.awaitHealthy();
            other.awaitHealthy();

            assertThat(column(database, "select id_ from act_id_user")).containsExactly("admin");
            assertThat(column(database, "select id_ from act_id_group")).hasSize(11);
            assertThat(column(database, "select name_ from act_ru_filter")).hasSize(4);
            assertThat(column(database, "select key_ from act_re_procdef"))
                    .containsExactlyInAnyOrder(
                            "notification",
                            "partner-registration",
                            "tier-upgrade",
                            "directory-listing",
                            "points-accrual",
                            "points-quarter-end",
                            "points-adjustment",
                            "purchase-correction",
                            "points-redemption",
                            "co-funding");
            assertThat(column(database, "select title from program_case")).isEmpty();

            var admin = new Visitor(one.port()).signIn("admin", Node.ADMIN_PASSWORD);
            assertThat(admin.get("/staff/partners").statusCode()).isEqualTo(200);
            assertThat(admin.get(other.url("/staff/partners")).statusCode()).isEqualTo(200);
            assertThat(admin.get(other.url("/camunda/app/cockpit/default/")).statusCode())
                    .isEqualTo(200);
            assertThat(admin.submit(other.url("/staff/partners"), other.url("/logout"), Map.of())
                            .statusCode())
                    .isEqualTo(302);
            assertThat(admin.get(one.url("/staff/partners")).statusCode()).isEqualTo(302);

            for (var name : List.of("manager", "partner", "monitor", "erp")) {
                var refused =
                        new Visitor(one.port()).submit("/login", "/login", Map.of("username", name, "password", name));
                assertThat(Visitor.location(refused)).endsWith("/login?error");
            }
            assertThat(new Visitor(one.port()).get("/demo/mail").statusCode()).isIn(302, 404);
            assertThat(one.log()).doesNotContain("DEMO");
        }
    }

    private static List<String> column(EmbeddedPostgres database, String query) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = database.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
