package kz.intelligentplatforms.partners.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The engine's clock, which is the program's: it starts at {@code -Dtest.clock}, where given, goes on by itself and can be moved. */
public final class TestClock {

    private static final Duration START = start();
    private static Duration moved = Duration.ZERO;

    private TestClock() {}

    private static Duration start() {
        var moment = System.getProperty("test.clock", "");
        return moment.isEmpty()
                ? Duration.ZERO
                : Duration.between(Instant.now(), OffsetDateTime.parse(moment).toInstant());
    }

    /** Back to where the tests start, plus the time they have taken. */
    public static void reset() {
        moved = Duration.ZERO;
        apply();
    }

    public static void forward(Duration by) {
        moved = moved.plus(by);
        apply();
    }

    /** To a moment of its own, before or after now. */
    public static void at(Instant moment) {
        moved = Duration.between(Instant.now().plus(START), moment);
        apply();
    }

    private static void apply() {
        ClockUtil.offset(START.plus(moved).toMillis());
    }
}
