package kz.intelligentplatforms.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kz.intelligentplatforms.partners.testing.Node;
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
}
