package kz.intelligentplatforms.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.testing.TestEnvironment;
import kz.intelligentplatforms.partners.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The application as it is run with a database of its own: processes, their environment, and what they say. */
class PostgresStartupIT {

    private static final String ADMIN_PASSWORD = "a password for administrators";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"DB_URL", "DB_USER", "DB_PASSWORD", "ADMIN_PASSWORD"})
    void withoutOneOfItsVariablesItNamesItAndEnds(String missing) throws Exception {
        var environment = environment("jdbc:postgresql://localhost:%d/partners".formatted(freePort()));
        environment.remove(missing);
        try (var node = start(environment)) {
            assertThat(node.exitCode()).isNotZero();
            assertThat(node.log())
                    .contains("Missing in the environment: " + missing)
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void aShortPasswordForTheAdministratorIsRefused() throws Exception {
        var environment = environment("jdbc:postgresql://localhost:%d/partners".formatted(freePort()));
        environment.put("ADMIN_PASSWORD", "short");
        try (var node = start(environment)) {
            assertThat(node.exitCode()).isNotZero();
            assertThat(node.log()).contains("ADMIN_PASSWORD is too short").doesNotContain("\tat ");
        }
    }

    @Test
    void whenTheDatabaseIsAwayItSaysSoAndEnds() throws Exception {
        var url = "jdbc:postgresql://localhost:%d/partners".formatted(freePort());
        try (var node = start(environment(url))) {
            assertThat(node.exitCode()).isNotZero();
            assertThat(node.log())
                    .contains("The database " + url + " cannot be used", "DB_URL, DB_USER and DB_PASSWORD")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void twoNodesStartOnAnEmptyDatabaseAtOnceAndAreOne() throws Exception {
        try (var database = TestEnvironment.startPostgres();
                var one = start(environment(database.getJdbcUrl("postgres", "postgres")));
                var other = start(environment(database.getJdbcUrl("postgres", "postgres")))) {
            one.awaitHealthy();
            other.awaitHealthy();

            assertThat(column(database, "select id_ from act_id_user")).containsExactly("admin");
            assertThat(column(database, "select id_ from act_id_group")).hasSize(11);
            assertThat(column(database, "select name_ from act_ru_filter")).hasSize(3);
            assertThat(column(database, "select key_ from act_re_procdef"))
                    .containsExactlyInAnyOrder(
                            "notification", "partner-registration", "tier-upgrade", "directory-listing");
            assertThat(column(database, "select title from program_case")).isEmpty();

            var admin = new Visitor(one.port()).signIn("admin", ADMIN_PASSWORD);
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

    private Map<String, String> environment(String url) {
        var environment = new HashMap<String, String>();
        environment.put("SPRING_PROFILES_ACTIVE", "postgres");
        environment.put("DB_URL", url);
        environment.put("DB_USER", "postgres");
        environment.put("DB_PASSWORD", "postgres");
        environment.put("ADMIN_PASSWORD", ADMIN_PASSWORD);
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", String.valueOf(freePort()));
        // The tests speak HTTP, over which a browser would not send a secure cookie.
        environment.put("COOKIE_SECURE", "false");
        return environment;
    }

    private Node start(Map<String, String> environment) throws IOException {
        var log = Files.createTempFile(directory, "node", ".log");
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                classPath(),
                PartnerProgramApplication.class.getName());
        builder.directory(directory.toFile());
        builder.environment().keySet().removeIf(name -> name.matches("(DB|ADMIN|SPRING|SERVER|MAIL|PROGRAM)_.*"));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        return new Node(builder.start(), log, String.valueOf(environment.get("SERVER_PORT")));
    }

    /** The application's class path, without the tests' own classes. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    /** A running application. */
    private record Node(Process process, Path file, String port) implements AutoCloseable {

        int exitCode() throws InterruptedException {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .describedAs("it ends by itself")
                    .isTrue();
            return process.exitValue();
        }

        void awaitHealthy() {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .failFast(() ->
                            assertThat(process.isAlive()).describedAs(log()).isTrue())
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(
                                    new Visitor(port).get("/actuator/health").statusCode())
                            .isEqualTo(200));
        }

        String url(String path) {
            return "http://localhost:" + port + path;
        }

        String log() {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }
}
