package kz.intelligentplatforms.partners.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Where the tests run: the database that {@code -Dtest.database} names (h2, or a real PostgreSQL started once), a mail server, and
 * a free port.
 */
public class TestEnvironment implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final String DATABASE = System.getProperty("test.database", "h2");

    public static final GreenMail MAIL_SERVER =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private static final Map<String, String> PROPERTIES = new HashMap<>();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(properties()).applyTo(context);
    }

    private static synchronized Map<String, String> properties() {
        if (PROPERTIES.isEmpty()) {
            MAIL_SERVER.start();
            PROPERTIES.put("spring.mail.host", "127.0.0.1");
            PROPERTIES.put(
                    "spring.mail.port", String.valueOf(MAIL_SERVER.getSmtp().getPort()));
            PROPERTIES.put("server.port", String.valueOf(freePort()));
            PROPERTIES.put("program.demo", "false");
            // Small enough for runs of several chunks; a benchmark takes the shipped size.
            PROPERTIES.put("program.points.chunk", System.getProperty("test.points-chunk", "3"));
            PROPERTIES.put("program.limits.applications-per-hour", "100000");
            PROPERTIES.put("program.limits.sign-in-mails-per-hour", "100000");
            // Tests run the jobs they wait for themselves; browser tests start the executor.
            PROPERTIES.put("camunda.bpm.job-execution.enabled", "false");
            PROPERTIES.putAll(database());
        }
        return PROPERTIES;
    }

    private static Map<String, String> database() {
        return switch (DATABASE) {
            case "h2" -> Map.of("spring.datasource.url", "jdbc:h2:mem:partners;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
            case "postgres" ->
                Map.of(
                        "spring.datasource.url", startPostgres().getJdbcUrl("postgres", "postgres"),
                        "spring.datasource.username", "postgres",
                        "spring.datasource.password", "postgres",
                        "spring.datasource.hikari.connection-init-sql", "set lock_timeout = '20s'",
                        "spring.datasource.hikari.data-source-properties.reWriteBatchedInserts", "true");
            default -> throw new IllegalArgumentException("test.database is h2 or postgres, not " + DATABASE);
        };
    }

    /** A real PostgreSQL of its own, which ends with this process; as nobody needs its data after that, it waits for no disk. */
    @SuppressWarnings("resource") // lives as long as the process
    public static EmbeddedPostgres startPostgres() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
