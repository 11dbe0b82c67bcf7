package kz.intelligentplatforms.partners.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import kz.intelligentplatforms.partners.partner.TaxIdentity;
import kz.intelligentplatforms.partners.purchases.ImportReport.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as people of this trade get them from 1C and Excel. */
class FilesOfTheFieldTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final String A = "050340001235";

    @ParameterizedTest
    @CsvSource({
        "cm-unposted.xml, 1, 150000.00, 2026-07-12",
        "cm-receiver-buyer.xml, 1, 1000.00, 2026-07-12",
        "cm-mixed-ops.xml, 1, 1000.00, 2026-07-12",
        "cm-datetime.xml, 1, 150000.00, 2026-07-12",
        "cm-000.xml, 1, 150000.00, 2026-07-12",
        "csv-datetime.csv, 1, 1000.00, 2026-07-10",
        "csv-short-date.csv, 2, 2000.00, 2026-07-01",
        "csv-tenge.csv, 4, 4000.00, 2026-07-10",
        "csv-trailing-nbsp.csv, 2, 2000.00, 2026-07-10"
    })
    void everyPurchaseOfAFileIsRead(String name, int count, BigDecimal sum, LocalDate day) {
        var file = ReadFile.named(name);
        var purchases = purchases(file);

        assertThat(file.flaws).isEmpty();
        assertThat(purchases).hasSize(count).allSatisfy(purchase -> {
            assertThat(purchase.buyer()).isEqualTo(TaxIdentity.kazakh(A));
            assertThat(purchase.date()).isEqualTo(day);
        });
        assertThat(purchases.stream().map(Purchase::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualTo(sum);
    }

    @Test
    void numbersThatDifferInWhatNobodySeesAreTheSame() {
        assertThat(purchases(ReadFile.named("csv-same-number-invisible.csv")))
                .extracting(purchase -> purchase.document().number())
                .containsExactly("РТ-32", "РТ-32", "РТ-32", "PT-32", "РТ-0032");
    }

    @Test
    void documentsThatDoNotCountAreNamed() {
        assertThat(ReadFile.named("cm-unposted.xml").leftOut.warnings())
                .containsExactly(
                        new Warning(Warning.Kind.NOT_POSTED, "П-1", 1),
                        new Warning(Warning.Kind.DELETED, "П-2", 1),
                        new Warning(Warning.Kind.CANCELLED, "П-3", 1));
    }

    @Test
    void operationsThatAreLeftOutAreNamedWithHowManyOfEach() {
        var ops = ReadFile.named("cm-ops.xml");
        assertThat(ops.lines).isEmpty();
        assertThat(ops.leftOut.warnings())
                .containsExactly(
                        new Warning(Warning.Kind.OPERATION_LEFT_OUT, "Реализация товаров и услуг", 1),
                        new Warning(Warning.Kind.OPERATION_LEFT_OUT, "Реализация", 1),
                        new Warning(Warning.Kind.OPERATION_LEFT_OUT, "Возврат товаров от покупателя", 1));
        assertThat(ReadFile.named("cm-mixed-ops.xml").leftOut.warnings())
                .containsExactly(
                        new Warning(Warning.Kind.OPERATION_LEFT_OUT, "Реализация товаров и услуг", 1),
                        new Warning(Warning.Kind.OPERATION_LEFT_OUT, "Возврат товара поставщику", 1));
    }

    private static List<Purchase> purchases(ReadFile file) {
        var rules = new PurchaseRules(TODAY, ZoneId.of("Asia/Almaty"));
        return file.lines.stream()
                .map(line -> rules.read(line, file.flaws::add))
                .flatMap(Optional::stream)
                .toList();
    }
}
