package kz.intelligentplatforms.partners.platform.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputTextTest {

    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "РТ-32",
                " РТ-32\t",
                "РТ-32\u00A0",
                "\uFEFFРТ-32",
                "РТ-32\u200B",
                "РТ\u00AD-32",
                "Р\u200CТ\u200D-\u206032",
                "\u2007РТ-32\u202F",
                "\u3164РТ-32\u034F\u180E",
                "РТ-32\u2800\u3000"
            })
    void whatLooksTheSameIsTheSame(String typed) {
        assertThat(InputText.clean(typed)).isEqualTo("РТ-32");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ТОО Алатау", "ТОО\u00A0Алатау", "ТОО\u202FАлатау", "Т\u00ADОО\u2009Ала\u200Bтау"})
    void blanksOfEveryWidthArePlainOnes(String typed) {
        assertThat(InputText.clean(typed)).isEqualTo("ТОО Алатау");
    }

    @Test
    void lettersAreComposed() {
        assertThat(InputText.clean("Сараи\u0306")).isEqualTo("Сарай");
        assertThat(InputText.clean("и\u200B\u0306")).isEqualTo("й");
        assertThat(InputText.clean("Әлем №1 «Қазақ» – ₸")).isEqualTo("Әлем №1 «Қазақ» – ₸");
    }

    @Test
    void nothingButInvisibleCharactersIsNothing() {
        assertThat(InputText.clean(null)).isEmpty();
        assertThat(InputText.clean("\u00A0\u200B\u00AD\uFEFF\u2060 \u200D")).isEmpty();
    }

    /** A family is three people and two joiners; a heart on fire a heart, its colour, a joiner, and fire. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                "\u2764\uFE0F\u200D\uD83D\uDD25",
                "\uD83D\uDC69\uD83C\uDFFD\u200D\uD83D\uDD27",
                "\uD83D\uDE46\u200D\u2640\uFE0F"
            })
    void picturesStayWhole(String picture) {
        assertThat(InputText.clean(" " + picture + "\u200D")).isEqualTo(picture);
    }

    @Test
    void whatTurnsTextAroundIsLeftToBeRefused() {
        for (var turned : new String[] {"a\u202Eb", "a\u200Fb", "a\u2067b", "a\u0007b", "a\nb"}) {
            assertThat(InputText.hasControls(InputText.clean(turned))).isTrue();
            assertThat(InputText.cleanQuery(turned)).isEqualTo("ab");
        }
        assertThat(InputText.hasControls("\uD83D")).as("half a picture").isTrue();
    }

    @Test
    void linesEndInOneWay() {
        assertThat(InputText.cleanLines("\uFEFFодин\u00A0\r\nдва\rтри\u00AD\n")).isEqualTo("один \nдва\nтри");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01",
        "01.07.2026",
        "1.7.2026",
        "01.07.26",
        "1.7.26",
        "01.07.2026 0:00:00",
        "01.07.2026 23:59",
        "2026-07-01T00:00:00",
        "2026-07-01 10:11:12.123",
        "2026-07-01T00:00:00+05:00",
        "2026-07-01T00:00:00+06:00",
        "2026-07-01T23:00:00.000+0300",
        "2026-06-30T19:00:00Z",
        "2026-06-30T19:00:00.000Z",
        "2026-06-30T19:00:00+00:00",
        "'\u00A001.07.2026\u200B '"
    })
    void theUsualWritingsOfADayAreRead(String typed) {
        assertThat(InputText.day(typed, ALMATY)).contains(LocalDate.of(2026, 7, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "46000",
        "30.02.2026",
        "31.09.26",
        "2026-13-01",
        "2026-7-1",
        "01.07.226",
        "-2026-07-01",
        "01/07/2026",
        "01.07.2026 25:00",
        "01.07.2026 10",
        "2026-07-01T",
        "01.07.2026 Z",
        "٠١.٠٧.٢٠٢٦"
    })
    void whatIsNoDayIsNone(String typed) {
        assertThat(InputText.day(typed)).isEmpty();
    }

    @Test
    void numbersAreReadHoweverTheyAreGrouped() {
        assertThat(InputText.money("1\u00A0250\u202F000,50")).contains(new BigDecimal("1250000.50"));
        assertThat(InputText.money("\u22121\u2009000\u200B")).contains(new BigDecimal("-1000.00"));
        assertThat(InputText.money("1,000")).isEmpty();
        assertThat(InputText.amount("\uFEFF1 000\u00AD000")).contains(1_000_000L);
        assertThat(InputText.amount("1e3")).isEmpty();
        assertThat(InputText.pointsChange("\u2212 1\u00A0000")).contains(-1_000L);
        assertThat(InputText.pointsChange("0")).isEmpty();
    }
}
