package kz.intelligentplatforms.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.testing.Node;
import kz.intelligentplatforms.partners.testing.TestEnvironment;
import kz.intelligentplatforms.partners.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A node that dies while it reserves the money of a fund, and the one that goes on: real processes on a real PostgreSQL. The test
 * holds what each request needs next, so that the node is where it is to die, however fast or slow it is.
 */
class PostgresCoFundingCrashIT {

    /** Its money is reserved; the node dies before the next step is done. */
    private static final String RESERVED = "COF-2026-000001";
    /** The fund's figures are changed; the node dies before the entry is written. */
    private static final String HALF_RESERVED = "COF-2026-000002";
    /** Waits for the fund, which the one before has. */
    private static final String NEXT_IN_LINE = "COF-2026-000003";

    private static final List<String> CASES = List.of(RESERVED, HALF_RESERVED, NEXT_IN_LINE);
    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path directory;

    @Test
    void whatIsReservedAroundACrashIsReservedOnce() throws Exception {
        var mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        try (var database = TestEnvironment.startPostgres()) {
            var jdbc = JdbcClient.create(database.getPostgresDatabase());
            try (var node = start(database, mails);
                    var hold = database.getPostgresDatabase().getConnection()) {
                node.awaitHealthy();
                fill(jdbc);
                var admin = node.administratorIn("marketing-managers", "finance");
                admin.get("/camunda/app/tasklist/default/");
                CASES.forEach(number -> ask(admin, number));
                // The mails of receipt, so that nothing but the approvals is under way.
                await().atMost(PATIENCE).until(() -> mails.getReceivedMessages().length == CASES.size());
                await().atMost(PATIENCE).until(() -> mailsUnderWay(jdbc) == 0);

                hold.setAutoCommit(false);
                // The next step starts the process of a mail, which no other step of these does.
                keepFromWriting(hold, "act_hi_procinst");
                approve(admin, RESERVED);
                awaitWaiting(jdbc, 1);
                keepFromWriting(hold, "co_fund_entry");
                approve(admin, HALF_RESERVED);
                awaitWaiting(jdbc, 2);
                approve(admin, NEXT_IN_LINE);
                awaitWaiting(jdbc, 3);
                node.kill();
            }
            Node.passLockTime(jdbc);
            assertThat(entries(jdbc)).containsExactly(RESERVED + " RESERVED 100000.00");
            assertThat(figures(jdbc)).isEqualTo("300000.00 100000.00 0.00");

            try (var node = start(database, mails)) {
                node.awaitHealthy();
                await().atMost(PATIENCE).until(() -> waitForTheirEvent(jdbc) == CASES.size());
                await().atMost(PATIENCE).until(() -> mails.getReceivedMessages().length >= 2 * CASES.size());
            }
            assertThat(entries(jdbc))
                    .containsExactlyInAnyOrderElementsOf(CASES.stream()
                            .map(number -> number + " RESERVED 100000.00")
                            .toList());
            assertThat(figures(jdbc)).isEqualTo("300000.00 300000.00 0.00");
            assertThat(jdbc.sql("select count(*) from program_case where stage = 'APPROVED'")
                            .query(Long.class)
                            .single())
                    .isEqualTo(CASES.size());
            assertThat(jdbc.sql("select count(*) from case_event where type = 'CO_FUNDING_RESERVED'")
                            .query(Long.class)
                            .single())
                    .isEqualTo(CASES.size());
            assertThat(subjects(mails))
                    .hasSize(2 * CASES.size())
                    .containsAll(CASES.stream()
                            .flatMap(number -> Stream.of(
                                    "Запрос " + number + " получен: Event",
                                    "Запрос " + number + " одобрен: 100\u00A0000\u00A0₸"))
                            .toList());
        } finally {
            mails.stop();
        }
    }

    private Node start(EmbeddedPostgres database, GreenMail mails) throws IOException {
        var environment = Node.environment(database.getJdbcUrl("postgres", "postgres"));
        environment.put("MAIL_HOST", "127.0.0.1");
        environment.put("MAIL_PORT", String.valueOf(mails.getSmtp().getPort()));
        environment.put("MAIL_STARTTLS", "false");
        // Who waits for what the test holds waits until the node dies.
        environment.put("SPRING_DATASOURCE_HIKARI_CONNECTIONINITSQL", "set lock_timeout = 0");
        return Node.start(directory, environment);
    }

    /** A partner, its requests, and a fund with the money for just these: were anything reserved twice, one would find too little. */
    private static void fill(JdbcClient jdbc) {
        jdbc.sql("""
                        insert into partner (country, tax_number, name, name_key, search_text, city, address, phone, contact_name,
                            contact_position, contact_email, contact_phone, mail_domain, language, tier, service_status,
                            registered_at, version)
                        values ('KZ', '000000000001', 'Partner', '', '', '', '', '', '', '', 'p@partner.example', '', '', 'ru',
                            'CORPORATE_RESELLER', false, now(), 0)""").update();
        jdbc.sql(
                        "insert into membership (partner_id, starts_on, ends_on) select id, current_date - 1, current_date + 365 from partner")
                .update();
        jdbc.sql(
                        "insert into program_case (case_number, kind, title, identity, partner_id, stage, turn, opened_at, version)"
                                + " select number, 'CO_FUNDING', p.name, p.tax_number, p.id, 'RECEIVED', 'SYSTEM', now(), 0"
                                + " from partner p, unnest(array[:cases]) number")
                .param("cases", CASES)
                .update();
        jdbc.sql("""
                        insert into co_request (case_number, partner_id, activity, title, description, city, starts_on, ends_on,
                            audience, expected_leads, asked, finance_above, claim_days, proofs, extended,
                            submitted_at, submitted_by, version)
                        select case_number, partner_id, 'EVENT', 'Event', '', '', current_date + 60, current_date + 60,
                            '', 10, 100000, 0, 0, '', false, now(), 'admin', 0
                        from program_case""").update();
        jdbc.sql(
                        "insert into co_cost_line (case_number, line_no, title, cost) select case_number, 1, 'Hall', 200000 from co_request")
                .update();
        jdbc.sql("insert into co_fund (budget_year, purpose, allocated)"
                        + " select extract(year from max(starts_on)), 'EVENT', sum(asked) from co_request")
                .update();
    }

    /** What the partner's form does once its request is stored. */
    private static void ask(Visitor admin, String number) {
        var started = admin.postJson(
                ENGINE + "/process-definition/key/co-funding/start", "{\"businessKey\":\"" + number + "\"}");
        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
    }

    /** As marketing does in Tasklist. */
    private static void approve(Visitor admin, String number) {
        var task = tasks(admin, number).get(0).get("id").asText();
        assertThat(admin.postJson(ENGINE + "/task/" + task + "/claim", "{\"userId\":\"admin\"}")
                        .statusCode())
                .isEqualTo(204);
        var approved = admin.postJson(
                ENGINE + "/task/" + task + "/submit-form",
                "{\"variables\":{\"decision\":{\"value\":\"APPROVE\",\"type\":\"String\"},\"comment\":{\"value\":\"\",\"type\":\"String\"}}}");
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(204);
    }

    private static JsonNode tasks(Visitor admin, String number) {
        try {
            return new ObjectMapper()
                    .readTree(admin.get(ENGINE
                                    + "/task?taskDefinitionKey=Task_ReviewCoFundingRequest&processInstanceBusinessKey="
                                    + number)
                            .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Until the transaction ends, nobody writes to the table; all may read it. */
    private static void keepFromWriting(Connection hold, String table) throws SQLException {
        try (var statement = hold.createStatement()) {
            statement.execute("lock table " + table + " in share mode");
        }
    }

    /** A mail that has arrived is not yet done: its process ends after it. */
    private static int mailsUnderWay(JdbcClient jdbc) {
        return jdbc.sql(
                        "select count(*) from act_hi_procinst where proc_def_key_ = 'notification' and end_time_ is null")
                .query(Integer.class)
                .single();
    }

    private static void awaitWaiting(JdbcClient jdbc, int count) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> jdbc.sql(
                                        "select count(*) from pg_stat_activity where backend_type = 'client backend' and wait_event_type = 'Lock'")
                                .query(Integer.class)
                                .single()
                        == count);
    }

    private static List<String> entries(JdbcClient jdbc) {
        return jdbc.sql("select case_number || ' ' || kind || ' ' || amount from co_fund_entry")
                .query(String.class)
                .list();
    }

    /** What is allocated, reserved and paid; the same of the fund and after its last entry. */
    private static String figures(JdbcClient jdbc) {
        return jdbc.sql("""
                        select f.allocated || ' ' || f.reserved || ' ' || f.paid from co_fund f
                        join co_fund_entry e on e.fund_id = f.id and e.seq = f.entries
                            and e.allocated = f.allocated and e.reserved = f.reserved and e.paid = f.paid""").query(String.class).single();
    }

    private static long waitForTheirEvent(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from act_ru_event_subscr where event_name_ = 'co-funding-change-reported'")
                .query(Long.class)
                .single();
    }

    private static List<String> subjects(GreenMail mails) {
        return Arrays.stream(mails.getReceivedMessages())
                .map(mail -> {
                    try {
                        return mail.getSubject();
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }
}
