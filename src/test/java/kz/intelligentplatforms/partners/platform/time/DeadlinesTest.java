package kz.intelligentplatforms.partners.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import kz.intelligentplatforms.partners.platform.ProgramSettings;
import kz.intelligentplatforms.partners.platform.ShippedSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlinesTest {

    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

    @ParameterizedTest
    @CsvSource({
        "2026-07-13T09:30:00, 2026-07-15T18:00:00",
        "2026-07-15T23:59:59, 2026-07-17T18:00:00",
        "2026-07-17T00:00:00, 2026-07-21T18:00:00",
        "2026-07-18T12:00:00, 2026-07-21T18:00:00",
        "2026-12-31T23:59:00, 2027-01-05T18:00:00",
        "2027-01-01T00:01:00, 2027-01-05T18:00:00"
    })
    void endsWithTheLastWorkingDay(LocalDateTime now, LocalDateTime end) {
        assertThat(at("2wd", now)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({"2026-07-13T09:30:15, 2026-07-20T09:30:15", "2026-12-31T23:59:00, 2027-01-07T23:59:00"})
    void countsCalendarDaysToTheMinute(LocalDateTime now, LocalDateTime end) {
        assertThat(at("7d", now)).isEqualTo(end);
    }

    /** 20:00 in UTC is the next day in Almaty, from which the working days count. */
    @Test
    void countsInTheTimeZoneOfTheProgramWhateverTheClocksZone() {
        var clock = Clock.fixed(Instant.parse("2026-07-13T20:00:00Z"), ZoneId.of("UTC"));

        assertThat(deadlines(clock, ShippedSettings.withDeadlines(Map.of("x", "1wd")))
                        .at("x"))
                .isEqualTo("2026-07-15T13:00:00Z");
    }

    @Test
    void saysWhichDeadlineIsUnknown() {
        var deadlines = deadlines(Clock.systemUTC(), ShippedSettings.withDeadlines(Map.of("review", "2wd")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> deadlines.at("revue"))
                .withMessage("program.deadlines has no \"revue\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "0d", "-1d", "2 wd", "2WD", "two days", "P2D", "99999d"})
    void saysWhichSettingCannotBeReadAndHowToWriteIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> deadlines(Clock.systemUTC(), ShippedSettings.withDeadlines(Map.of("review", text))))
                .withMessage("program.deadlines.review is \"" + text + "\": write 2wd (working days) or 7d (days)");
    }

    @ParameterizedTest
    @MethodSource
    void knowsEveryShippedDeadline(String name) {
        var clock = Clock.systemUTC();

        assertThat(deadlines(clock, ShippedSettings.load()).at(name)).isAfter(clock.instant());
    }

    static Iterable<String> knowsEveryShippedDeadline() {
        return ShippedSettings.load().deadlines().keySet();
    }

    private static LocalDateTime at(String setting, LocalDateTime now) {
        var clock = Clock.fixed(now.atZone(ALMATY).toInstant(), ALMATY);
        var deadline = deadlines(clock, ShippedSettings.withDeadlines(Map.of("x", setting)))
                .at("x");
        return LocalDateTime.ofInstant(deadline.toInstant(), ALMATY);
    }

    private static Deadlines deadlines(Clock clock, ProgramSettings settings) {
        return new Deadlines(settings, new WorkingCalendar(settings), clock);
    }
}
