package kz.intelligentplatforms.partners.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvPurchasesTest {

    private static final String HEAD = "Номер документа;БИН;Дата;Сумма;Вид;Валюта\r\n";
    private static final String ROW = "РТ-1;080640001231;05.07.2026;2 000 000,00;Продажа;KZT\r\n";
    private static final List<String> READ =
            List.of("РТ-1", "080640001231", "05.07.2026", "2 000 000,00", "SALE", "KZT");

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1251", "UTF-16"})
    void everyEncodingIsRecognized(String encoding) {
        assertRead(ReadFile.of(HEAD + ROW, Charset.forName(encoding)));
        assertRead(ReadFile.of("\uFEFF" + HEAD + ROW));
    }

    @Test
    void commasAndEnglishHeadsInAnyOrderAreReadToo() {
        var file = ReadFile.of("currency,KIND,amount,date,partnerBin,documentNumber\n"
                + "KZT,return,\"2 000 000,00\",05.07.2026,080640001231,\"РТ-1\"\n");
        assertThat(file.flaws).isEmpty();
        assertThat(file.texts(0))
                .containsExactly("РТ-1", "080640001231", "05.07.2026", "2 000 000,00", "RETURN", "KZT");
    }

    @Test
    void withoutACurrencyItIsTenge() {
        var file =
                ReadFile.of("Номер документа;БИН;Дата;Сумма;Вид\nРТ-1;080640001231;05.07.2026;2 000 000,00;Продажа\n");
        assertRead(file);
    }

    @ParameterizedTest
    @CsvSource({
        "Россия, RU",
        "RU, RU",
        "rus, RU",
        "Российская Федерация, RU",
        "Қырғызстан, KG",
        "Belarus, BY",
        "Атлантида, Атлантида"
    })
    void aForeignBuyerHasACountryAndANumberInsteadOfABin(String country, String code) {
        var file = ReadFile.of("Номер документа;Страна;Налоговый номер;Дата;Сумма;Вид\nРТ-1;" + country
                + ";7707083893;05.07.2026;2 000 000,00;Продажа\n");
        assertThat(file.flaws).isEmpty();
        assertThat(file.warnings).isEmpty();
        assertThat(file.lines.get(0).cell(PurchaseField.PARTNER_COUNTRY).text()).isEqualTo(code);
        assertThat(file.lines.get(0).cell(PurchaseField.PARTNER_TAX_NUMBER).text())
                .isEqualTo("7707083893");
    }

    @Test
    void rowsOfInvisibleCharactersAreEmpty() {
        assertRead(ReadFile.of(HEAD + ROW + " ;;​;;; \r\n"));
        assertRead(ReadFile.of(" Номер документа;​БИН;Да­та;Сумма﻿;Вид;Валюта \r\n" + ROW));
    }

    @Test
    void otherColumnsAndEmptyRowsAreLeftOut() {
        var file = ReadFile.of("Склад;" + HEAD + "\r\nОсновной;" + ROW + ";;;;;;\r\n\r\n");
        assertRead(file);
        assertThat(file.warnings).containsExactly(ImportReport.Warning.Kind.OTHER_COLUMNS);
        assertThat(file.lines.get(0).line()).isEqualTo(3);
    }

    @Test
    void everyCellKnowsWhereItStands() {
        var file = ReadFile.of(HEAD + ROW + "\"РТ\n2\";080640001231;05.07.2026;x;Продажа;KZT\n" + ROW);
        assertThat(file.lines).extracting(PurchaseLine::line).containsExactly(2, 3, 5);
        assertThat(file.lines.get(1).cell(PurchaseField.AMOUNT).column()).isEqualTo(4);
    }

    @Test
    void aFileWithoutALineBreakAtItsEndMayBeCut() {
        assertThat(ReadFile.of(HEAD + ROW.strip()).warnings)
                .containsExactly(ImportReport.Warning.Kind.NO_LAST_LINE_BREAK);
        assertThat(ReadFile.of(HEAD + ROW).warnings).isEmpty();
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of(HEAD + ROW + "РТ-2;080640001231;05.0", Violation.Kind.CELLS_MISSING, 3),
                Arguments.of(HEAD + "РТ-2;1;2;3;Продажа;KZT;лишнее\n", Violation.Kind.CELLS_TOO_MANY, 2),
                Arguments.of(HEAD + ROW + "\"РТ-2;080640001231;05.07.2026\n", Violation.Kind.QUOTES, 3),
                Arguments.of(HEAD + ROW + "\"РТ\"-2;1;2;3;4;5\n", Violation.Kind.QUOTES, 3),
                Arguments.of(HEAD + ROW + "\"" + "x\n".repeat(300_000), Violation.Kind.TOO_LONG, 3),
                Arguments.of("x".repeat(300_000), Violation.Kind.TOO_LONG, 1),
                Arguments.of("Номер документа;БИН;Сумма\n", Violation.Kind.COLUMNS_MISSING, 1),
                Arguments.of("Дата;дата;БИН\n", Violation.Kind.COLUMN_TWICE, 1),
                Arguments.of("просто текст\n", Violation.Kind.COLUMNS_MISSING, 1),
                Arguments.of("PK\u0003\u0004xl/workbook", Violation.Kind.WORKBOOK, 0));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatCannotBeReadIsToldByLine(String content, Violation.Kind kind, int line) {
        assertThat(ReadFile.of(content).flaws).singleElement().satisfies(flaw -> {
            assertThat(flaw.kind()).isEqualTo(kind);
            assertThat(flaw.line()).isEqualTo(line);
        });
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "3"})
    void aFileWithHardlyAnythingInItHasNoLines(int characters) {
        assertThat(ReadFile.of(HEAD.substring(0, characters)).lines).isEmpty();
        assertThat(ReadFile.of(HEAD).lines).isEmpty();
    }

    @Test
    void bytesThatAreNoTextAreNoPurchases() {
        var noise = new byte[5_000];
        new java.util.Random(7).nextBytes(noise);
        var file = ReadFile.of(noise);
        assertThat(file.lines).isEmpty();
        assertThat(file.flaws).hasSize(1);
        assertThat(ReadFile.of("\uFEFF".getBytes(StandardCharsets.UTF_8)).lines).isEmpty();
    }

    private static void assertRead(ReadFile file) {
        assertThat(file.flaws).isEmpty();
        assertThat(file.lines).hasSize(1);
        assertThat(file.texts(0)).isEqualTo(READ);
    }
}
