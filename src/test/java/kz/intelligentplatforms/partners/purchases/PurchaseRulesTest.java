package kz.intelligentplatforms.partners.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kz.intelligentplatforms.partners.partner.TaxIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PurchaseRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 30);
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final Map<PurchaseField, String> RIGHT = Map.of(
            PurchaseField.DOCUMENT_NUMBER, "РТ-000123",
            PurchaseField.PARTNER_BIN, "080640001231",
            PurchaseField.DATE, "2026-09-30",
            PurchaseField.AMOUNT, "1500000.5",
            PurchaseField.KIND, "SALE",
            PurchaseField.CURRENCY, "KZT");

    private final List<Violation> flaws = new ArrayList<>();

    @Test
    void aRightLineIsAPurchase() {
        var purchase = new PurchaseRules(TODAY, ALMATY).read(line(RIGHT), flaws::add);
        assertThat(flaws).isEmpty();
        assertThat(purchase)
                .contains(new Purchase(
                        PurchaseDocument.of("РТ-000123", PurchaseKind.SALE, TODAY, ""),
                        TaxIdentity.kazakh("080640001231"),
                        TODAY,
                        new BigDecimal("1500000.50")));
    }

    @ParameterizedTest
    @CsvSource({
        "SALE, 1, 1.00",
        "SALE, '2 000 000,00', 2000000.00",
        "SALE, '2\u00A0000\u00A0000,5', 2000000.50",
        "SALE, 0.01, 0.01",
        "SALE, 150000.000, 150000.00",
        "SALE, '1000,5000', 1000.50",
        "SALE, '1 000,00 ₸', 1000.00",
        "SALE, '1 000 тг.', 1000.00",
        "SALE, 1000 KZT, 1000.00",
        "RETURN, '−600,00', -600.00",
        "SALE, 9999999999999.99, 9999999999999.99",
        "RETURN, 600000, -600000.00",
        "RETURN, -600000.00, -600000.00"
    })
    void amountsAreKeptToTheLastDigitAndReturnsAreNegative(String kind, String typed, BigDecimal amount) {
        var purchase = read(Map.of(PurchaseField.KIND, kind, PurchaseField.AMOUNT, typed));
        assertThat(purchase.amount()).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({
        "DOCUMENT_NUMBER, '', REQUIRED",
        "DOCUMENT_NUMBER, 'a\u0007b', CONTROL_CHARACTERS",
        "DOCUMENT_NUMBER, 'a\nb', CONTROL_CHARACTERS",
        "DOCUMENT_NUMBER, 12345678901234567890123456789012345678901234567890123456789012345, DOCUMENT_TOO_LONG",
        "PARTNER_BIN, ' ', REQUIRED",
        "PARTNER_BIN, 7707083893, BIN_FORM",
        "PARTNER_BIN, 80640001231, BIN_SPREADSHEET",
        "PARTNER_BIN, 8.0640001E+10, BIN_SPREADSHEET",
        "PARTNER_BIN, '8,0640001E+10', BIN_SPREADSHEET",
        "PARTNER_BIN, 080640001232, BIN_CHECK_DIGIT",
        "DATE, '', REQUIRED",
        "DATE, 2026-10-01, DATE_TO_COME",
        "DATE, 31.12.9999, DATE_TO_COME",
        "DATE, 2026-02-30, DATE_FORM",
        "DATE, 31.09.2026, DATE_FORM",
        "DATE, 1/9/26, DATE_FORM",
        "DATE, 0026-09-01, DATE_FORM",
        "DATE, -2026-09-01, DATE_FORM",
        "DATE, 46000, DATE_FORM",
        "AMOUNT, '', REQUIRED",
        "AMOUNT, 0, AMOUNT_ZERO",
        "AMOUNT, '-0,00', AMOUNT_ZERO",
        "AMOUNT, -1, AMOUNT_NEGATIVE",
        "AMOUNT, 1.001, AMOUNT_DECIMALS",
        "AMOUNT, 1.000, AMOUNT_DECIMALS",
        "AMOUNT, '150,000', AMOUNT_DECIMALS",
        "AMOUNT, 10000000000000, AMOUNT_DIGITS",
        "AMOUNT, 1e9, AMOUNT_FORM",
        "AMOUNT, 1e999999999, AMOUNT_FORM",
        "AMOUNT, '1,000.50', AMOUNT_FORM",
        "AMOUNT, NaN, AMOUNT_FORM",
        "AMOUNT, ١٠٠, AMOUNT_FORM",
        "KIND, '', REQUIRED",
        "KIND, SALES, KIND",
        "CURRENCY, '', REQUIRED",
        "CURRENCY, USD, CURRENCY",
        "CURRENCY, RUB, CURRENCY"
    })
    void whatIsWrongIsNamed(PurchaseField field, String typed, Violation.Kind kind) {
        var fields = new EnumMap<PurchaseField, String>(RIGHT);
        fields.put(field, typed);
        assertThat(new PurchaseRules(TODAY, ALMATY).read(line(fields), flaws::add))
                .isEmpty();
        assertThat(flaws).singleElement().satisfies(flaw -> {
            assertThat(flaw.kind()).isEqualTo(kind);
            assertThat(flaw.field()).isEqualTo(field);
            assertThat(flaw.line()).isEqualTo(7);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"KZT", "kzt", "398", "тенге", "Тенге", "ТЕҢГЕ", "тг", "тг.", "тнг", "₸", " KZT​"})
    void tengeIsTengeHoweverItIsWritten(String typed) {
        assertThat(read(Map.of(PurchaseField.CURRENCY, typed)).amount()).isEqualTo(new BigDecimal("1500000.50"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"30.9.2026", "30.09.26", "30.09.2026 0:00:00", "2026-09-30T00:00:00", "2026-09-29T19:00:00Z"})
    void aDayIsADayHoweverItIsWritten(String typed) {
        assertThat(read(Map.of(PurchaseField.DATE, typed)).date()).isEqualTo(TODAY);
    }

    @Test
    void everyFieldThatIsMissingIsNamed() {
        new PurchaseRules(TODAY, ALMATY).read(new PurchaseLine(1, 1, Map.of()), flaws::add);
        assertThat(flaws).extracting(Violation::field).containsExactlyInAnyOrderElementsOf(ReadFile.USUAL);
    }

    @Test
    void aVeryLongValueIsNotToldBack() {
        read(Map.of(PurchaseField.AMOUNT, "9".repeat(1_000_000)));
        assertThat(flaws).singleElement().satisfies(flaw -> {
            assertThat(flaw.kind()).isEqualTo(Violation.Kind.AMOUNT_FORM);
            assertThat(flaw.value()).hasSizeLessThan(100);
        });
    }

    private Purchase read(Map<PurchaseField, String> changed) {
        var fields = new EnumMap<PurchaseField, String>(RIGHT);
        fields.putAll(changed);
        return new PurchaseRules(TODAY, ALMATY)
                .read(line(fields), flaws::add)
                .orElse(new Purchase(
                        PurchaseDocument.of("", PurchaseKind.SALE, TODAY, ""),
                        TaxIdentity.kazakh(""),
                        TODAY,
                        BigDecimal.ZERO));
    }

    private static PurchaseLine line(Map<PurchaseField, String> fields) {
        var cells = new EnumMap<PurchaseField, PurchaseLine.Cell>(PurchaseField.class);
        fields.forEach((field, text) -> cells.put(field, new PurchaseLine.Cell(7, field.ordinal() + 1, text)));
        return new PurchaseLine(7, 1, cells);
    }
}
