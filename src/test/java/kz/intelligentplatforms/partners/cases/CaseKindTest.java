package kz.intelligentplatforms.partners.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Year;
import java.util.Locale;
import kz.intelligentplatforms.partners.conventions.Declared;
import kz.intelligentplatforms.partners.registration.PartnerRegistrationProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseKindTest {

    private static final int COLUMN = 24;
    private static final CaseKind REGISTRATION = PartnerRegistrationProcess.CASES;

    @ParameterizedTest
    @CsvSource({"1, REG-2026-000001", "123, REG-2026-000123", "1234567, REG-2026-1234567"})
    void numbersRegistrationsByYear(long count, String number) {
        assertThat(REGISTRATION.number(Year.of(2026), count)).isEqualTo(number);
    }

    @Test
    void everyKindMakesNumbersOfItsOwnThatFitTheirColumn() {
        var kinds = Declared.constants(CaseKind.class).toList();
        assertThat(kinds).hasSizeGreaterThan(7);
        assertThat(kinds).extracting(CaseKind::name).doesNotHaveDuplicates();
        assertThat(kinds)
                .extracting(kind -> kind.number(Year.of(2026), 999_999_999_999L))
                .doesNotHaveDuplicates()
                .allSatisfy(number -> assertThat(number).hasSizeLessThanOrEqualTo(COLUMN));
    }

    /** Where the system writes digits in another script, a case number must still be the same text. */
    @Test
    void writesAsciiDigitsInEveryLocale() {
        var usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(REGISTRATION.number(Year.of(2026), 123)).isEqualTo("REG-2026-000123");
        } finally {
            Locale.setDefault(usual);
        }
    }
}
