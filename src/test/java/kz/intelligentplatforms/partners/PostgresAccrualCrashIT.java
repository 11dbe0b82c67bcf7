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
import java.time.Duration;
import kz.intelligentplatforms.partners.testing.Node;
import kz.intelligentplatforms.partners.testing.TestEnvironment;
import kz.intelligentplatforms.partners.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node that dies in the middle of a large posting, and the one that goes on: real processes on a real PostgreSQL. */
class PostgresAccrualCrashIT {

    private static final int PARTNERS = 1_000;
    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path directory;

    @Test
    void whatIsPostedAfterACrashIsWhatAnUndisturbedRunPosts() throws Exception {
        var mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        try (var database = TestEnvironment.startPostgres()) {
            var jdbc = JdbcClient.create(database.getPostgresDatabase());
            try (var node = start(database, mails)) {
                node.awaitHealthy();
                fill(jdbc);
                approve(node);
                await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> entries(jdbc) >= PARTNERS / 10);
                node.kill();
            }
            Node.passLockTime(jdbc);
            assertThat(entries(jdbc)).isBetween(PARTNERS / 10L, PARTNERS - 1L);

            try (var node = start(database, mails)) {
                node.awaitHealthy();
                await().atMost(PATIENCE)
                        .until(() -> jdbc.sql("select status in ('TELLING', 'POSTED') from accrual_run")
                                .query(Boolean.class)
                                .single());
            }
            assertThat(entries(jdbc)).isEqualTo(PARTNERS);
            assertThat(jdbc.sql("""
                            select count(*) from (
                                select p.partner_id, floor(sum(p.amount) * case when sum(p.amount) > 3000000 then 0.04 else 0.02 end) as due
                                from purchase p group by p.partner_id) d
                            join points_account a on a.partner_id = d.partner_id and a.balance = d.due and a.entries = 1
                            join points_entry e on e.partner_id = d.partner_id and e.points = d.due and e.seq = 1
                                and e.hash = a.last_hash""").query(Long.class).single()).isEqualTo(PARTNERS);
        } finally {
            mails.stop();
        }
    }

    private Node start(EmbeddedPostgres database, GreenMail mails) throws IOException {
        var environment = Node.environment(database.getJdbcUrl("postgres", "postgres"));
        environment.put("MAIL_HOST", "127.0.0.1");
        environment.put("MAIL_PORT", String.valueOf(mails.getSmtp().getPort()));
        environment.put("MAIL_STARTTLS", "false");
        environment.put("PROGRAM_POINTS_CHUNK", "10");
        return Node.start(directory, environment);
    }

    private static void fill(JdbcClient jdbc) {
        jdbc.sql("""
                        insert into partner (country, tax_number, name, name_key, search_text, city, address, phone, contact_name,
                            contact_position, contact_email, contact_phone, mail_domain, language, tier, service_status,
                            registered_at, version)
                        select 'KZ', lpad(i::text, 12, '0'), 'Partner ' || i, '', '', '', '', '', '', '', 'p' || i || '@partner.example', '', '', 'ru',
                            'PRIMARY_RESELLER', false, now(), 0
                        from generate_series(1, ?) i""").param(PARTNERS).update();
        jdbc.sql("insert into points_account (partner_id, opened_at) select id, now() from partner")
                .update();
        jdbc.sql("""
                        insert into purchase (document_number, number_key, kind, document_year, partner_id, purchased_on, amount, source, received_at, received_by)
                        select 'D' || p.id || '-' || i, 'D' || p.id || '-' || i, 'SALE', 2020, p.id, date '2020-02-01' + i, 100000 + p.id * 317 % 1000000, 'API', now(), 'erp'
                        from partner p, generate_series(1, 5) i""").update();
    }

    /** As finance does in Tasklist. */
    private static void approve(Node node) {
        var admin = node.administratorIn("finance");
        admin.get("/camunda/app/tasklist/default/");
        var started = admin.postJson(
                ENGINE + "/process-definition/key/points-accrual/submit-form",
                "{\"variables\":{\"quarter\":{\"value\":\"2020-Q1\",\"type\":\"String\"}}}");
        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> !tasks(admin).isEmpty());
        var task = tasks(admin).get(0).get("id").asText();
        assertThat(admin.postJson(ENGINE + "/task/" + task + "/claim", "{\"userId\":\"admin\"}")
                        .statusCode())
                .isEqualTo(204);
        var approved = admin.postJson(
                ENGINE + "/task/" + task + "/submit-form",
                "{\"variables\":{\"decision\":{\"value\":\"APPROVE\",\"type\":\"String\"},\"comment\":{\"value\":\"\",\"type\":\"String\"}}}");
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(204);
    }

    private static JsonNode tasks(Visitor admin) {
        try {
            return new ObjectMapper()
                    .readTree(admin.get(ENGINE + "/task?taskDefinitionKey=Task_ReviewAccrual")
                            .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long entries(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from points_entry").query(Long.class).single();
    }
}
