package kz.intelligentplatforms.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.intelligentplatforms.partners.testing.Doors;
import kz.intelligentplatforms.partners.testing.HalfSent;
import kz.intelligentplatforms.partners.testing.Node;
import kz.intelligentplatforms.partners.testing.OwnPostgres;
import kz.intelligentplatforms.partners.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes that start on an empty database at once: they are one, and they outlive their database. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PostgresNodesIT {

    /** Of the second node, so that few are enough to hold them all, and not for long. */
    private static final int THREADS = 8;

    private static final Duration SILENCE = Duration.ofSeconds(2);

    @TempDir
    private static Path directory;

    private static OwnPostgres database;
    private static Node one;
    private static Node other;

    @BeforeAll
    static void start() throws IOException {
        database = OwnPostgres.start(directory);
        one = Node.start(directory, Node.environment(database.url()));
        var narrow = Node.environment(database.url());
        narrow.put("SERVER_TOMCAT_THREADS_MAX", String.valueOf(THREADS));
        narrow.put("SERVER_TOMCAT_CONNECTION_TIMEOUT", SILENCE.toMillis() + "ms");
        other = Node.start(directory, narrow);
        one.awaitHealthy();
        other.awaitHealthy();
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        one.close();
        other.close();
        database.close();
    }

    /** Before anything else: at most doors it is the first request ever. */
    @Test
    @Order(1)
    void whileTheDatabaseIsAwayEveryDoorSaysSoSoon() throws Exception {
        var admin = new Visitor(one.port()).signIn("admin", Node.ADMIN_PASSWORD);
        var doors = new Doors(() -> new Visitor(one.port()), admin, admin, Doors.basic("admin", Node.ADMIN_PASSWORD));

        // A connection used in the last half second is taken to be alive.
        await().atMost(Duration.ofMinutes(1)).until(database::isIdle);
        database.whileFrozen(doors::assertClosed);
        doors.assertOpen();

        database.whileStopped(doors::assertClosed);
        one.awaitHealthy();
        doors.assertOpen();
        assertThat(admin.get("/staff/partners").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void twoNodesStartOnAnEmptyDatabaseAtOnceAndAreOne() throws Exception {
        assertThat(database.column("select id_ from act_id_user")).containsExactly("admin");
        assertThat(database.column("select id_ from act_id_group")).hasSize(11);
        assertThat(database.column("select name_ from act_ru_filter")).hasSize(4);
        assertThat(database.column("select key_ from act_re_procdef"))
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
        assertThat(database.column("select title from program_case")).isEmpty();

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

    @Test
    @Order(3)
    void whoFallsSilentInTheMiddleOfABodyLetsTheOthersInSoon() throws IOException {
        var paths = List.of("/register", "/login", "/api/v1/registrations", "/camunda/api/engine/engine/default/task");
        var slow = new ArrayList<HalfSent>();
        try {
            for (int i = 0; i < THREADS + paths.size(); i++) {
                slow.add(HalfSent.to(other, paths.get(i % paths.size()), i % 8 < 4));
            }
            var begin = System.nanoTime();
            assertThat(new Visitor(other.port()).get("/partners").statusCode()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SILENCE.plus(Doors.PATIENCE));
            // The container cuts off some without a word.
            assertThat(slow)
                    .allSatisfy(one -> assertThat(one.answer()).as("%s", one).matches("|HTTP/1.1 4.*"));
        } finally {
            for (var one : slow) {
                one.close();
            }
        }
    }
}
