package kz.intelligentplatforms.partners.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A real PostgreSQL for one test, which may take it away. */
public final class OwnPostgres implements AutoCloseable {

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    private OwnPostgres(Path data) throws IOException {
        this.data = data;
        this.port = Node.freePort();
        this.server = started();
    }

    public static OwnPostgres start(Path directory) throws IOException {
        return new OwnPostgres(directory.resolve("postgres"));
    }

    private EmbeddedPostgres started() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofMinutes(1))
                .start();
    }

    public String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    public List<String> column(String query) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** Nobody else has used a connection for a second. */
    public boolean isIdle() throws SQLException {
        return column(
                        "select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()"
                                + " and state_change > clock_timestamp() - interval '1 second'")
                .isEmpty();
    }

    /** Lets it take connections and requests and say nothing more, as a server does whose network is gone, while a step runs. */
    public void whileFrozen(Runnable step) throws IOException {
        var pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
        var master = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        var processes = Stream.concat(Stream.of(master), master.descendants()).toList();
        try {
            signal(processes, "STOP");
            step.run();
        } finally {
            signal(processes, "CONT");
        }
    }

    private static void signal(List<ProcessHandle> processes, String name) throws IOException {
        for (var process : processes) {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .onExit()
                    .join();
        }
    }

    /** Shuts it down while a step runs. */
    public void whileStopped(Runnable step) throws IOException {
        server.close();
        try {
            step.run();
        } finally {
            server = started();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
