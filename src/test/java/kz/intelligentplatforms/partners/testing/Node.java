package kz.intelligentplatforms.partners.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.PartnerProgramApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application as it is run with a database of its own: a process, its environment, and what it says. */
public record Node(Process process, Path file, String port) implements AutoCloseable {

    public static final String ADMIN_PASSWORD = "a password for administrators";

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** What a node on this PostgreSQL needs; the port is its own. */
    public static Map<String, String> environment(String url) {
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

    /** @param directory where it may leave files */
    public static Node start(Path directory, Map<String, String> environment) throws IOException {
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
        builder.environment()
                .keySet()
                .removeIf(name -> name.matches("(DB|ADMIN|SPRING|SERVER|MAIL|PROGRAM|CAMUNDA)_.*"));
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

    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int exitCode() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .describedAs("it ends by itself")
                .isTrue();
        return process.exitValue();
    }

    public void awaitHealthy() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .failFast(() -> assertThat(process.isAlive()).describedAs(log()).isTrue())
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(
                                new Visitor(port).get("/actuator/health").statusCode())
                        .isEqualTo(200));
    }

    /** The administrator, who is a member of these groups, too: nobody answers the tasks of others. */
    public Visitor administratorIn(String... groups) {
        var admin = new Visitor(port).signIn("admin", ADMIN_PASSWORD);
        admin.get("/camunda/app/tasklist/default/");
        for (var group : groups) {
            admin.json("PUT", "/camunda/api/engine/engine/default/group/" + group + "/members/admin", "{}");
        }
        // Other groups end the session.
        return new Visitor(port).signIn("admin", ADMIN_PASSWORD);
    }

    public String url(String path) {
        return "http://localhost:" + port + path;
    }

    public String log() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the operating system ends a process that nobody asked: in the middle of whatever it does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    /** As if the five minutes had passed for which a node that died keeps its jobs from others. */
    public static void passLockTime(JdbcClient jdbc) {
        jdbc.sql("update act_ru_job set lock_exp_time_ = current_timestamp where lock_exp_time_ is not null")
                .update();
    }
}
