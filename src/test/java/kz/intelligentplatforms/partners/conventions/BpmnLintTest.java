package kz.intelligentplatforms.partners.conventions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The processes under bpmnlint, with the rules of {@code bpmn/.bpmnlintrc}. Needs Node.js, and once the network. */
class BpmnLintTest {

    private static final String BPMNLINT = "bpmnlint@11.13.0";
    private static final Logger LOG = LoggerFactory.getLogger(BpmnLintTest.class);
    private static final int SECONDS = 120;

    @TempDir
    Path directory;

    @Test
    void bpmnlintFindsNothing() {
        requireBpmnlint();

        var arguments = new ArrayList<>(List.of("--max-warnings=0", "--config", "bpmn/.bpmnlintrc"));
        ProjectFiles.processes().forEach(file -> arguments.add(file.toString()));

        var run = bpmnlint(arguments);
        assertThat(run.exitCode()).as(run.output()).isZero();
    }

    private void requireBpmnlint() {
        var run = bpmnlint(List.of("--version"));
        var isThere = run.exitCode() == 0;
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            assertThat(isThere).as("bpmnlint cannot be run: " + run.output()).isTrue();
        }
        if (!isThere) {
            LOG.warn("SKIPPED: the processes are not linted, because bpmnlint needs npx and, once, the network");
        }
        assumeTrue(isThere, run.output());
    }

    private record Run(int exitCode, String output) {}

    private Run bpmnlint(List<String> arguments) {
        var command = new ArrayList<>(List.of("npx", "--yes", BPMNLINT));
        command.addAll(arguments);
        var output = directory.resolve("bpmnlint.txt").toFile();
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output)
                    .start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                return new Run(-1, "no answer within " + SECONDS + " s");
            }
            return new Run(process.exitValue(), Files.readString(output.toPath()));
        } catch (IOException e) {
            return new Run(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
