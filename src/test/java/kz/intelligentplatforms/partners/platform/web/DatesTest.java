package kz.intelligentplatforms.partners.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import kz.intelligentplatforms.partners.platform.ShippedSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Days and moments in each language; what belongs together stays on one line (· stands for a no-break space). */
class DatesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 8, 7);
    private static final Instant LATE = Instant.parse("2026-08-07T20:05:00Z");

    private final Dates dates = new Dates(ShippedSettings.load());

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ru | 7 августа 2026·г. | 8 августа 2026·г., 01:05 | 07.08.2026  | 08.08.2026 01:05
                    kk | 2026·ж. 7 тамыз   | 2026·ж. 8 тамыз, 01:05   | 07.08.2026  | 08.08.2026 01:05
                    en | 7 August 2026     | 8 August 2026, 01:05     | 7·Aug·2026  | 8·Aug·2026 01:05
                    """)
    void areWrittenAsPeopleReadThem(String language, String day, String moment, String brief, String briefMoment) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
        assertThat(dates.day(DAY)).isEqualTo(bound(day));
        assertThat(dates.moment(LATE)).isEqualTo(bound(moment));
        assertThat(dates.brief(DAY)).isEqualTo(bound(brief));
        assertThat(dates.briefMoment(LATE)).isEqualTo(bound(briefMoment));
    }

    private static String bound(String text) {
        return text.replace('·', '\u00a0');
    }
}
