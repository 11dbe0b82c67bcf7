package kz.intelligentplatforms.partners.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import kz.intelligentplatforms.partners.testing.TestClock;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DemoClockTest {

    private static final Instant ANOTHER_DAY = Instant.parse("2025-02-03T04:05:06Z");

    private final DemoClock days = new DemoClock();

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void onlyWhoeverMakesAPastSeesItsDays() {
        TestClock.forward(Duration.ofDays(100));
        var truth = now();
        days.during(() -> {
            days.show(ANOTHER_DAY);
            assertThat(now()).isEqualTo(ANOTHER_DAY);
            assertThat(CompletableFuture.supplyAsync(DemoClockTest::now).join())
                    .isCloseTo(truth, within(1, ChronoUnit.MINUTES));
        });
        assertThat(now()).isCloseTo(truth, within(1, ChronoUnit.MINUTES)).isAfterOrEqualTo(truth);
    }

    private static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }
}
