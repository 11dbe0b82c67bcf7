package kz.intelligentplatforms.partners.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import kz.intelligentplatforms.partners.platform.ProgramSettings.Calendar;
import kz.intelligentplatforms.partners.platform.ShippedSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {

    private final WorkingCalendar calendar = new WorkingCalendar(ShippedSettings.load());

    @ParameterizedTest
    @ValueSource(strings = {"2026-07-13", "2026-07-14", "2026-07-15", "2026-07-16", "2026-07-17", "2027-12-31"})
    void worksFromMondayToFriday(LocalDate day) {
        assertThat(calendar.isWorkingDay(day)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-07-18", "2026-07-19"})
    void restsOnSaturdayAndSunday(LocalDate day) {
        assertThat(calendar.isWorkingDay(day)).isFalse();
    }

    /** Each in a year in which it is no weekend. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01",
                "2026-01-07",
                "2027-03-08",
                "2027-03-22",
                "2026-05-01",
                "2028-05-09",
                "2026-07-06",
                "2027-08-30",
                "2026-12-16"
            })
    void restsOnTheHolidaysOfKazakhstan(LocalDate day) {
        assertThat(calendar.isWorkingDay(day)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-02", "2028-03-21", "2026-03-23", "2026-05-07", "2027-10-25"})
    void restsOnTheHolidaysThatTheCalendarLibraryLacks(LocalDate day) {
        assertThat(calendar.isWorkingDay(day)).isFalse();
        assertThat(new WorkingCalendar(ShippedSettings.withCalendar(new Calendar(List.of(), Set.of(), Set.of())))
                        .isWorkingDay(day))
                .as("without the settings")
                .isTrue();
    }

    @Test
    void takesOneYearsTransfersFromTheSettings() {
        var freeMonday = LocalDate.of(2027, 1, 4);
        var workedSaturday = LocalDate.of(2027, 3, 13);
        var transferred = new WorkingCalendar(ShippedSettings.withCalendar(
                new Calendar(List.of(), Set.of(freeMonday), Set.of(workedSaturday, LocalDate.of(2027, 12, 16)))));

        assertThat(transferred.isWorkingDay(freeMonday)).isFalse();
        assertThat(transferred.isWorkingDay(workedSaturday)).isTrue();
        assertThat(transferred.isWorkingDay(LocalDate.of(2027, 12, 16)))
                .as("a holiday that is worked")
                .isTrue();
        assertThat(transferred.isWorkingDay(freeMonday.plusYears(1)))
                .as("another year")
                .isTrue();
        assertThat(transferred.isWorkingDay(workedSaturday.plusWeeks(1)))
                .as("another Saturday")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-13, 1, 2026-07-14",
        "2026-07-13, 4, 2026-07-17",
        "2026-07-16, 2, 2026-07-20",
        "2026-07-17, 1, 2026-07-20",
        "2026-07-18, 1, 2026-07-20",
        "2026-07-19, 2, 2026-07-21",
        "2026-12-30, 2, 2027-01-04"
    })
    void countsWorkingDaysAfterTheDay(LocalDate from, int days, LocalDate last) {
        assertThat(calendar.plusWorkingDays(from, days)).isEqualTo(last);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void countsAtLeastOneDay(int days) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.plusWorkingDays(LocalDate.of(2026, 7, 13), days));
    }
}
