package kz.intelligentplatforms.partners.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    @Test
    void aSpreadsheetReadsLettersColumnsAndNumbers() {
        var file = new CsvFile()
                .row("Серіктес", "Күні", "Сомасы")
                .row("ТОО «Алма; груша»", LocalDate.of(2025, 3, 9), new BigDecimal("-1234567.50"))
                .row("a \"b\"\nc", "", -82_000L);
        assertThat(text(file))
                .isEqualTo("\uFEFFСеріктес;Күні;Сомасы\r\n"
                        + "\"ТОО «Алма; груша»\";2025-03-09;-1234567,50\r\n"
                        + "\"a \"\"b\"\"\nc\";;-82000\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+7", "-5", "@SUM(A1)", "\t=1", "\r=1"})
    void textIsNoFormula(String typed) {
        assertThat(text(new CsvFile().row(typed)).replace("\"", "").strip()).startsWith("\uFEFF'");
    }

    private static String text(CsvFile file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }
}
