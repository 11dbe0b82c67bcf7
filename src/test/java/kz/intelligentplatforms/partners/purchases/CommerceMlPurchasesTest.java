package kz.intelligentplatforms.partners.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.purchases.ImportReport.Warning;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommerceMlPurchasesTest {

    private static final String DOCUMENT = """
              <Документ>
                <Ид>3f0e</Ид>
                <Номер>УТ-000001</Номер>
                <Дата>2026-07-05</Дата>
                <ХозОперация>Отпуск товара</ХозОперация>
                <Роль>Продавец</Роль>
                <Валюта>KZT</Валюта>
                <Сумма>2000000.00</Сумма>
                <Контрагенты>
                  <Контрагент><Ид>1</Ид><ИНН>150540001233</ИНН><Роль>Плательщик</Роль></Контрагент>
                  <Контрагент>
                    <ИНН>080640001231</ИНН>
                    <РасчетныеСчета><РасчетныйСчет><Банк><ИНН>999</ИНН></Банк></РасчетныйСчет></РасчетныеСчета>
                    <Роль>Покупатель</Роль>
                  </Контрагент>
                </Контрагенты>
                <Товары><Товар><Наименование>Датчик</Наименование><Сумма>1</Сумма></Товар></Товары>
              </Документ>
            """;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1251", "UTF-16", "UTF-16LE", "UTF-16BE", "KOI8-R"})
    void everyDeclaredEncodingIsRead(String encoding) {
        var file = ReadFile.of(
                "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>\n" + exchange(DOCUMENT),
                Charset.forName(encoding));
        assertRead(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1251", "UTF-16"})
    void withoutADeclarationTheEncodingIsFoundOut(String encoding) {
        assertRead(ReadFile.of(exchange(DOCUMENT), Charset.forName(encoding)));
        assertRead(ReadFile.of("\uFEFF" + exchange(DOCUMENT)));
    }

    @Test
    void documentsInAContainerAndANamespaceAreReadToo() {
        assertRead(ReadFile.of("<КоммерческаяИнформация xmlns=\"urn:1C.ru:commerceml_3\"><Контейнер>" + DOCUMENT
                + "</Контейнер></КоммерческаяИнформация>"));
    }

    @Test
    void operationsAreSalesReturnsOrLeftOut() {
        var file = ReadFile.of(exchange(DOCUMENT.replace("Отпуск товара", "Возврат товара")
                + DOCUMENT.replace("Отпуск товара", "Заказ товара")
                + DOCUMENT.replace("Отпуск товара", "Выплата наличных")
                + DOCUMENT.replace("Отпуск товара", "")));
        assertThat(file.leftOut.warnings())
                .containsExactly(
                        new Warning(Warning.Kind.OPERATION_LEFT_OUT, "Заказ товара", 1),
                        new Warning(Warning.Kind.OPERATION_LEFT_OUT, "Выплата наличных", 1));
        assertThat(file.lines).hasSize(2);
        assertThat(file.lines.get(0).cell(PurchaseField.KIND).text()).isEqualTo("RETURN");
        assertThat(file.lines.get(1).cell(PurchaseField.KIND).text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"БИН", "ИИН", "ИНН"})
    void theFirstPartyCountsWhereNoneIsTheBuyer(String element) {
        var file = ReadFile.of(
                exchange(DOCUMENT.replace("Покупатель", "Экспедитор").replace("ИНН", element)));
        assertThat(file.lines.get(0).cell(PurchaseField.PARTNER_BIN).text()).isEqualTo("150540001233");
    }

    @Test
    void theSellerIsNeverTakenForTheBuyer() {
        var file = ReadFile.of(
                exchange(DOCUMENT.replace("Плательщик", "Продавец").replace("<ИНН>080640001231</ИНН>", "")));
        assertThat(file.lines.get(0).cell(PurchaseField.PARTNER_BIN).text()).isEmpty();
    }

    @Test
    void aBuyerWithoutANumberIsStillTheBuyer() {
        var file = ReadFile.of(
                exchange(DOCUMENT.replace("Плательщик", "Получатель").replace("<ИНН>080640001231</ИНН>", "")));
        assertThat(file.lines.get(0).cell(PurchaseField.PARTNER_BIN).text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "<ИНН>600400123456</ИНН><БИН>080640001231</БИН>",
        "<РНН>600400123456</РНН><ИИН>080640001231</ИИН><ИНН>150540001233</ИНН>",
        "<ИНН></ИНН><БИН> 080640001231​</БИН>",
        "<РеквизитыЮрЛица><РНН>600400123456</РНН><БИН>080640001231</БИН></РеквизитыЮрЛица>"
    })
    void ofSeveralNumbersTheFirstThatIsValidCounts(String numbers) {
        var file = ReadFile.of(exchange(DOCUMENT.replace("<ИНН>080640001231</ИНН>", numbers)));
        assertThat(file.lines.get(0).cell(PurchaseField.PARTNER_BIN).text()).isEqualTo("080640001231");
    }

    @ParameterizedTest
    @CsvSource({
        "<Страна>Россия</Страна>, RU",
        "<АдресРегистрации><АдресноеПоле><Тип>Страна</Тип><Значение>РОССИЙСКАЯ ФЕДЕРАЦИЯ</Значение></АдресноеПоле></АдресРегистрации>, RU",
        "<РеквизитыЮрЛица><ЮридическийАдрес><АдресноеПоле><Тип>Страна</Тип><Значение>KGZ</Значение></АдресноеПоле></ЮридическийАдрес></РеквизитыЮрЛица>, KG"
    })
    void aBuyerOfAnotherCountryIsKnownByThatAndItsNumber(String country, String code) {
        var number = "<ИНН>7707083893</ИНН>";
        var line = ReadFile.of(exchange(DOCUMENT.replace("<ИНН>080640001231</ИНН>", number + country)))
                .lines
                .get(0);
        assertThat(line.cell(PurchaseField.PARTNER_COUNTRY).text()).isEqualTo(code);
        assertThat(line.cell(PurchaseField.PARTNER_TAX_NUMBER).text()).isEqualTo("7707083893");
        assertThat(line.cell(PurchaseField.PARTNER_BIN).text()).isEmpty();
    }

    @Test
    void aBuyerOfKazakhstanIsKnownByItsBin() {
        var line = ReadFile.of(exchange(DOCUMENT.replace(
                        "<ИНН>080640001231</ИНН>", "<ИНН>080640001231</ИНН><Страна>Республика Казахстан</Страна>")))
                .lines
                .get(0);
        assertThat(line.cell(PurchaseField.PARTNER_BIN).text()).isEqualTo("080640001231");
        assertThat(line.cells()).doesNotContainKey(PurchaseField.PARTNER_COUNTRY);
    }

    @ParameterizedTest
    @CsvSource({
        "Проведен, false, NOT_POSTED",
        "Проведён, Нет, NOT_POSTED",
        "Проведен, 0, NOT_POSTED",
        "ПометкаУдаления, true, DELETED",
        "Пометка удаления, Да, DELETED",
        "Отменен, true, CANCELLED",
        "Отменён, ИСТИНА, CANCELLED",
        "Проведен, true, ",
        "ПометкаУдаления, false, ",
        "Отменен, '', ",
        "Отгружен, false, "
    })
    void aDocumentThatDoesNotCountIsLeftOutAndNamed(String requisite, String value, Warning.@Nullable Kind why) {
        var own = "<%1$s>%2$s</%1$s>".formatted(requisite.replace(" ", ""), value);
        var listed = "<ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>" + requisite + "</Наименование><Значение>"
                + value + "</Значение></ЗначениеРеквизита></ЗначенияРеквизитов>";
        for (var said : List.of(own, listed)) {
            var file = ReadFile.of(exchange(DOCUMENT.replace("<Товары>", said + "<Товары>")));
            assertThat(file.lines).hasSize(why == null ? 1 : 0);
            assertThat(file.leftOut.warnings())
                    .isEqualTo(why == null ? List.of() : List.of(new Warning(why, "УТ-000001", 1)));
        }
    }

    @Test
    void whatGoodsSayOfThemselvesSaysNothingOfTheDocument() {
        var file = ReadFile.of(exchange(DOCUMENT.replace(
                "<Сумма>1</Сумма>",
                "<ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>Отменен</Наименование><Значение>true</Значение>"
                        + "</ЗначениеРеквизита></ЗначенияРеквизитов>")));
        assertRead(file);
    }

    @Test
    void manyOperationsAreNotAllNamed() {
        var many = IntStream.range(0, 30)
                .mapToObj(i -> DOCUMENT.replace("Отпуск товара", "Операция " + i))
                .collect(Collectors.joining());
        var file = ReadFile.of(exchange(many));
        assertThat(file.leftOut.count()).isEqualTo(30);
        assertThat(file.leftOut.warnings()).hasSize(21).contains(new Warning(Warning.Kind.OPERATION_LEFT_OUT, "…", 10));
    }

    @Test
    void theDocumentsIdAndNotThePartysIsTheDocuments() {
        var line = ReadFile.of(exchange(DOCUMENT)).lines.get(0);
        assertThat(line.cell(PurchaseField.DOCUMENT_ID).text()).isEqualTo("3f0e");
    }

    @Test
    void everyFieldKnowsItsLine() {
        var line = ReadFile.of(exchange(DOCUMENT)).lines.get(0);
        assertThat(line.line()).isEqualTo(2);
        assertThat(line.cell(PurchaseField.AMOUNT).line()).isEqualTo(9);
        assertThat(line.cell(PurchaseField.AMOUNT).column()).isPositive();
        assertThat(line.cell(PurchaseField.PARTNER_BIN).line()).isEqualTo(13);
    }

    static Stream<Arguments> bad() {
        var bomb = new StringBuilder("<!DOCTYPE КоммерческаяИнформация [<!ENTITY a0 \"ха\">");
        for (int i = 1; i < 30; i++) {
            bomb.append(
                    "<!ENTITY a%d \"%s\">".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
        }
        bomb.append("]>");
        var whole = exchange(DOCUMENT);
        return Stream.of(
                Arguments.of(bomb + exchange(DOCUMENT.replace("УТ-000001", "&a29;")), Violation.Kind.XML_DOCTYPE),
                Arguments.of("<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">" + whole, Violation.Kind.XML_DOCTYPE),
                Arguments.of("<!DOCTYPE КоммерческаяИнформация>" + whole, Violation.Kind.XML_DOCTYPE),
                Arguments.of(exchange(DOCUMENT.replace("УТ-000001", "&unknown;")), Violation.Kind.XML_BROKEN),
                Arguments.of(whole.substring(0, whole.length() / 2), Violation.Kind.XML_BROKEN),
                Arguments.of(whole.substring(0, whole.length() - 3), Violation.Kind.XML_BROKEN),
                Arguments.of(whole.replace("</Номер>", "</Дата>"), Violation.Kind.XML_BROKEN),
                Arguments.of(exchange("<a>".repeat(100_000)), Violation.Kind.XML_TOO_DEEP),
                Arguments.of(exchange("<a b=\"" + "x".repeat(3_000_000) + "\"/>"), Violation.Kind.TOO_LONG),
                Arguments.of("<html><body/></html>", Violation.Kind.XML_ROOT),
                Arguments.of("<", Violation.Kind.XML_BROKEN),
                Arguments.of("<?xml version=\"1.0\" encoding=\"no-such\"?>" + whole, Violation.Kind.ENCODING));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void badFilesAreRefused(String content, Violation.Kind kind) {
        assertThat(ReadFile.of(content).flaws).extracting(Violation::kind).containsExactly(kind);
    }

    @Test
    void anExternalEntityIsNeverFetched(@TempDir Path folder) throws IOException {
        var secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        var file = ReadFile.of("<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>"
                + exchange(DOCUMENT.replace("УТ-000001", "&e;")));
        assertThat(file.flaws).extracting(Violation::kind).containsExactly(Violation.Kind.XML_DOCTYPE);
        assertThat(file.lines).isEmpty();
    }

    @Test
    void anEncodingThatIsNotTheDeclaredOneIsTold() {
        var file = ReadFile.of(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + exchange(DOCUMENT), Charset.forName("windows-1251"));
        assertThat(file.flaws).extracting(Violation::kind).containsExactly(Violation.Kind.ENCODING);
    }

    @Test
    void hugeTextsDoNotFillTheMemory() {
        var file = ReadFile.of(exchange(DOCUMENT.replace("УТ-000001", "x".repeat(5_000_000))));
        assertThat(file.flaws).isEmpty();
        assertThat(file.lines.get(0).cell(PurchaseField.DOCUMENT_NUMBER).text()).hasSize(1_000);
    }

    private static String exchange(String documents) {
        return "<КоммерческаяИнформация ВерсияСхемы=\"2.08\">\n" + documents + "</КоммерческаяИнформация>\n";
    }

    private static void assertRead(ReadFile file) {
        assertThat(file.flaws).isEmpty();
        assertThat(file.lines).hasSize(1);
        assertThat(file.texts(0))
                .containsExactly("УТ-000001", "080640001231", "2026-07-05", "2000000.00", "SALE", "KZT");
    }
}
