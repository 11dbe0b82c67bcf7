package kz.intelligentplatforms.partners.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers were worked out apart from the code, by hand from program.md, reading 7. */
class TaxIdentityTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "990140000700",
                "990140000601",
                "990140000502",
                "990140000403",
                "990140000304",
                "990140000205",
                "990140000106",
                "990140000007",
                "990140001808",
                "990140000909"
            })
    void acceptsEveryCheckDigitThatTheFirstWeightsGive(String number) {
        assertThat(TaxIdentity.hasCheckDigit(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "990140000880",
                "990140000831",
                "990140000892",
                "990140000843",
                "990140001604",
                "990140000855",
                "990140000806",
                "990140000867",
                "990140000818",
                "990140000879"
            })
    void takesTheSecondWeightsWhereTheFirstGiveTen(String number) {
        assertThat(TaxIdentity.hasCheckDigit(number)).isTrue();
    }

    @Test
    void knowsNoCheckDigitWhereBothWeightsGiveTen() {
        for (int digit = 0; digit <= 9; digit++) {
            assertThat(TaxIdentity.hasCheckDigit("99014000082" + digit)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"99014000010, 6", "99014000088, 0", "09054000888, 1"})
    void refusesEveryDigitButTheRightOne(String elevenDigits, int right) {
        assertThat(IntStream.rangeClosed(0, 9).filter(digit -> TaxIdentity.hasCheckDigit(elevenDigits + digit)))
                .containsExactly(right);
    }

    /** Its check digit fits, but nobody has it. */
    @Test
    void refusesZeros() {
        assertThat(TaxIdentity.hasCheckDigit("000000000000")).isFalse();
        assertThat(new TaxIdentity("KZ", "000000000000").isValid()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "99014000010",
                "9901400001066",
                "99014000010A",
                "O90140000106",
                " 90140000106",
                "990140000106 ",
                "990140000106\n",
                "+90140000106",
                "9901-4000106"
            })
    void refusesWhatIsNotTwelveDigits(String text) {
        assertThat(TaxIdentity.hasCheckDigit(text)).isFalse();
    }

    /** The same number in other scripts' digits: it would be another text for the same company. */
    @ParameterizedTest
    @ValueSource(strings = {"٩٩٠١٤٠٠٠٠١٠٦", "९९०१४००००१०६", "９９０１４００００１０６", "99014000010٦"})
    void refusesDigitsOfOtherScripts(String number) {
        assertThat(TaxIdentity.hasCheckDigit(number)).isFalse();
        assertThat(new TaxIdentity("KZ", number).isValid()).isFalse();
        assertThat(new TaxIdentity("RU", number).isValid()).isFalse();
    }

    @Test
    void asksForTheCheckDigitInKazakhstanOnly() {
        assertThat(new TaxIdentity("KZ", "990140000106").isValid()).isTrue();
        assertThat(new TaxIdentity("KZ", "990140000107").isValid()).isFalse();
        assertThat(new TaxIdentity("KZ", "DE123456789").isValid()).isFalse();
        assertThat(new TaxIdentity("RU", "990140000107").isValid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE123456789", "7707083893", "12-3456789", "12.345.678/0001-95", "ABCD"})
    void acceptsTheWritingsOfOtherCountries(String number) {
        assertThat(new TaxIdentity("DE", number).isValid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ABC", "de123456789", "-1234", "12 34 56", "ИНН7707083893", "<b>1234</b>", "1234\n"})
    void refusesWhatNoCountryWrites(String number) {
        assertThat(new TaxIdentity("DE", number).isValid()).isFalse();
    }

    @Test
    void refusesForeignNumbersOfMoreThan32Characters() {
        assertThat(new TaxIdentity("DE", "1".repeat(32)).isValid()).isTrue();
        assertThat(new TaxIdentity("DE", "1".repeat(33)).isValid()).isFalse();
    }

    @Test
    void tellsTheSameNumberOfTwoCountriesApart() {
        assertThat(new TaxIdentity("KZ", "990140000106").key()).isEqualTo("KZ:990140000106");
        assertThat(new TaxIdentity("RU", "990140000106").key()).isEqualTo("RU:990140000106");
    }
}
