package kz.intelligentplatforms.partners.points.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
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
                <Валюта>тенге</Валюта>
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
        assertThat(file.leftOut).isEqualTo(2);
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
                Arguments.of(bomb + exchange(DOCUMENT.replace("УТ-000001", "&a29;")), Flaw.Kind.XML_DOCTYPE),
                Arguments.of("<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">" + whole, Flaw.Kind.XML_DOCTYPE),
                Arguments.of("<!DOCTYPE КоммерческаяИнформация>" + whole, Flaw.Kind.XML_DOCTYPE),
                Arguments.of(exchange(DOCUMENT.replace("УТ-000001", "&unknown;")), Flaw.Kind.XML_BROKEN),
                Arguments.of(whole.substring(0, whole.length() / 2), Flaw.Kind.XML_BROKEN),
                Arguments.of(whole.substring(0, whole.length() - 3), Flaw.Kind.XML_BROKEN),
                Arguments.of(whole.replace("</Номер>", "</Дата>"), Flaw.Kind.XML_BROKEN),
                Arguments.of(exchange("<a>".repeat(100_000)), Flaw.Kind.XML_TOO_DEEP),
                Arguments.of(exchange("<a b=\"" + "x".repeat(3_000_000) + "\"/>"), Flaw.Kind.TOO_LONG),
                Arguments.of("<html><body/></html>", Flaw.Kind.XML_ROOT),
                Arguments.of("<", Flaw.Kind.XML_BROKEN),
                Arguments.of("<?xml version=\"1.0\" encoding=\"no-such\"?>" + whole, Flaw.Kind.ENCODING));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void badFilesAreRefused(String content, Flaw.Kind kind) {
        assertThat(ReadFile.of(content).flaws).extracting(Flaw::kind).containsExactly(kind);
    }

    @Test
    void anExternalEntityIsNeverFetched(@TempDir Path folder) throws IOException {
        var secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        var file = ReadFile.of("<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>"
                + exchange(DOCUMENT.replace("УТ-000001", "&e;")));
        assertThat(file.flaws).extracting(Flaw::kind).containsExactly(Flaw.Kind.XML_DOCTYPE);
        assertThat(file.lines).isEmpty();
    }

    @Test
    void anEncodingThatIsNotTheDeclaredOneIsTold() {
        var file = ReadFile.of(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + exchange(DOCUMENT), Charset.forName("windows-1251"));
        assertThat(file.flaws).extracting(Flaw::kind).containsExactly(Flaw.Kind.ENCODING);
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
