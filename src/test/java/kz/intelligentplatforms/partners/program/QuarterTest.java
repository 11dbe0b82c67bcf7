package kz.intelligentplatforms.partners.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuarterTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-01,2026-Q1,2026-01-01,2026-03-31",
        "2026-03-31,2026-Q1,2026-01-01,2026-03-31",
        "2026-04-01,2026-Q2,2026-04-01,2026-06-30",
        "2028-02-29,2028-Q1,2028-01-01,2028-03-31",
        "2026-09-30,2026-Q3,2026-07-01,2026-09-30",
        "2026-12-31,2026-Q4,2026-10-01,2026-12-31"
    })
    void aDayBelongsToAQuarter(LocalDate day, String quarter, LocalDate first, LocalDate last) {
        assertThat(Quarter.of(day)).hasToString(quarter);
        assertThat(Quarter.parse(quarter)).contains(Quarter.of(day));
        assertThat(Quarter.of(day).firstDay()).isEqualTo(first);
        assertThat(Quarter.of(day).lastDay()).isEqualTo(last);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026", "2026-Q5", "2026-Q0", "2026Q3", "1999-Q1", "2026-q3", "2026-Q3 ", "26-Q3"})
    void whatIsWrittenOtherwiseIsNone(String text) {
        assertThat(Quarter.parse(text)).isEmpty();
    }

    @Test
    void quartersFollowEachOtherOverTheYears() {
        var last = new Quarter(2026, 4);
        assertThat(last.next()).isEqualTo(new Quarter(2027, 1));
        assertThat(last.next().previous()).isEqualTo(last);
        assertThat(last).isLessThan(last.next()).isGreaterThan(last.firstOfYear());
        assertThat(last.firstOfYear()).hasToString("2026-Q1");
    }

    @Test
    void itEndsWithItsLastDay() {
        var quarter = new Quarter(2026, 3);
        assertThat(quarter.hasEndedOn(LocalDate.of(2026, 9, 30))).isFalse();
        assertThat(quarter.hasEndedOn(LocalDate.of(2026, 10, 1))).isTrue();
    }
}
