package kz.intelligentplatforms.partners.purchases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.intelligentplatforms.partners.program.Quarter;
import kz.intelligentplatforms.partners.purchases.ImportRefused.Reason;
import kz.intelligentplatforms.partners.purchases.ImportView.Status;
import kz.intelligentplatforms.partners.testing.AtOnce;
import kz.intelligentplatforms.partners.testing.Companies;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files are checked, shown, and recorded as a whole or not at all. */
class PurchaseImportsIT extends IntegrationTest {

    private static final String HEAD = "Номер документа;БИН;Дата;Сумма;Вид\r\n";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    @Autowired
    private PurchaseImports imports;

    @Autowired
    private SamplePurchases samples;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private long partner;
    private String bin;
    private String mark;

    @BeforeEach
    void aMember() {
        var member = members.achieving();
        partner = member.id();
        bin = member.partner().company().identity().taxNumber();
        mark = UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void aFileIsShownAndThenRecordedOnce() {
        var stranger = Companies.newBin();
        var content = HEAD
                + row("1", bin, "2000000,00", "Продажа")
                + row("2", bin, "600000,00", "Возврат")
                + row("3", stranger, "5,50", "Продажа");
        var id = upload(content.getBytes(Charset.forName("windows-1251")));
        var report = imports.report(id).orElseThrow();
        assertThat(report.flaws()).isEmpty();
        assertThat(report.encoding()).isEqualTo("windows-1251");
        assertThat(report.rows()).isEqualTo(3);
        assertThat(report.sales()).isEqualTo(2);
        assertThat(report.returns()).isEqualTo(1);
        assertThat(report.sum()).isEqualByComparingTo("1400005.50");
        assertThat(report.members()).isEqualTo(1);
        assertThat(report.added()).isEqualTo(2);
        assertThat(report.unmatched()).isEqualTo(1);
        assertThat(report.first())
                .extracting(ImportReport.Row::outcome)
                .containsExactly(Outcome.RECORDED, Outcome.RECORDED, Outcome.UNMATCHED);
        assertThat(recorded()).isZero();

        imports.record(id, "finance");
        assertThat(recorded()).isEqualTo(2);
        assertThat(imports.byId(id).orElseThrow().status()).isEqualTo(Status.RECORDED);
        assertRefused(id, Reason.RECORDED_ALREADY);
        assertThatThrownBy(() -> imports.discard(id)).isInstanceOf(ImportRefused.class);

        var again = upload(content.getBytes(StandardCharsets.UTF_8));
        assertThat(imports.report(again).orElseThrow().known()).isEqualTo(3);
        imports.record(again, "finance");
        assertThat(recorded()).isEqualTo(2);
    }

    @Test
    void oneFlawAnywhereAndNothingIsRecorded() {
        var rows = IntStream.range(0, 12_000)
                .mapToObj(i -> row("n" + i, bin, i == 11_999 ? "x" : "1,00", "Продажа"))
                .collect(Collectors.joining());
        var id = upload((HEAD + rows).getBytes(StandardCharsets.UTF_8));
        assertThat(imports.byId(id).orElseThrow().status()).isEqualTo(Status.FLAWED);
        assertThat(imports.report(id).orElseThrow().flaws()).singleElement().satisfies(flaw -> {
            assertThat(flaw.kind()).isEqualTo(Violation.Kind.AMOUNT_FORM);
            assertThat(flaw.line()).isEqualTo(12_001);
            assertThat(flaw.column()).isEqualTo(4);
        });
        assertRefused(id, Reason.FLAWED);
        assertThat(recorded()).isZero();
        imports.discard(id);
        assertRefused(id, Reason.GONE);
    }

    @ParameterizedTest
    @CsvSource({
        "csv-before-joining.csv, 2, 2, 1, 1, 0, OUTSIDE_TERM, 2",
        "csv-no-bin.csv, 2, 1, 1, 0, 1, REQUIRED, 2",
        "cm-no-inn.xml, 2, 1, 1, 0, 1, REQUIRED, 1"
    })
    void whatConcernsNoMemberIsToldAndTheRestIsRecorded(
            String name, int rows, int sales, int added, int unmatched, int skipped, Violation.Kind why, int line) {
        var id = upload(ofTheMember(name));
        var report = imports.report(id).orElseThrow();

        assertThat(report.flaws()).isEmpty();
        assertThat(report.rows()).isEqualTo(rows);
        assertThat(report.sales()).isEqualTo(sales);
        assertThat(report.added()).isEqualTo(added);
        assertThat(report.unmatched()).isEqualTo(unmatched);
        assertThat(report.skipped()).isEqualTo(skipped);
        assertThat(report.noted()).isEqualTo(1);
        assertThat(report.notes()).singleElement().satisfies(note -> {
            assertThat(note.kind()).isEqualTo(why);
            assertThat(note.line()).isEqualTo(line);
        });
        imports.record(id, "finance");
        assertThat(sum()).isEqualByComparingTo("1000");
    }

    @ParameterizedTest
    @CsvSource({
        "cm-unposted.xml, 150000",
        "cm-receiver-buyer.xml, 1000",
        "cm-mixed-ops.xml, 1000",
        "cm-datetime.xml, 150000",
        "cm-000.xml, 150000",
        "csv-datetime.csv, 1000",
        "csv-short-date.csv, 2000",
        "csv-tenge.csv, 4000",
        "csv-trailing-nbsp.csv, 2000"
    })
    void filesOfTheFieldAreRecordedToTheLastTenge(String name, BigDecimal sum) {
        imports.record(upload(ofTheMember(name)), "finance");
        assertThat(sum()).isEqualByComparingTo(sum);
    }

    @Test
    void aFileWithNothingThatCountsSaysWhatIsInIt() {
        var report = imports.report(upload(ReadFile.content("cm-ops.xml"))).orElseThrow();
        assertThat(report.flaws()).extracting(Violation::kind).containsExactly(Violation.Kind.NO_ROWS);
        assertThat(report.leftOut()).isEqualTo(3);
        assertThat(report.warnings())
                .extracting(ImportReport.Warning::detail)
                .containsExactly("Реализация товаров и услуг", "Реализация", "Возврат товаров от покупателя");
        var skipped = imports.report(upload((HEAD + row("1", "", "1", "Продажа")).getBytes(StandardCharsets.UTF_8)))
                .orElseThrow();
        assertThat(skipped.flaws()).extracting(Violation::kind).containsExactly(Violation.Kind.NO_ROWS);
        assertThat(skipped.notes()).extracting(Violation::kind).containsExactly(Violation.Kind.REQUIRED);
    }

    @Test
    void aReportOfReleaseOneCanStillBeShown() {
        var id = upload((HEAD + row("1", bin, "1,00", "Продажа")).getBytes(StandardCharsets.UTF_8));
        jdbc.sql("update purchase_import_content set report = ? where import_id = ?")
                .params("""
                        {"encoding":"UTF-8","rows":1,"sales":1,"returns":0,"sum":1.00,"members":1,"added":1,"unmatched":0,"known":0,
                        "leftOut":2,"first":[],"warnings":[{"kind":"DOCUMENTS_LEFT_OUT","detail":"2"}],"flaws":[],"cutShort":false}""", id)
                .update();
        var report = imports.report(id).orElseThrow();
        assertThat(report.notes()).isEmpty();
        assertThat(report.warnings())
                .containsExactly(new ImportReport.Warning(ImportReport.Warning.Kind.DOCUMENTS_LEFT_OUT, "2", 0));
    }

    @Test
    void whatChangesAfterThePreviewCounts() {
        var rows = IntStream.range(0, 6_000)
                .mapToObj(i -> row("n" + i, bin, "1,00", "Продажа"))
                .collect(Collectors.joining());
        var id = upload((HEAD + rows).getBytes(StandardCharsets.UTF_8));
        var other = upload((HEAD + row("n5999", bin, "2,00", "Продажа")).getBytes(StandardCharsets.UTF_8));
        imports.record(other, "finance");
        assertRefused(id, Reason.FLAWED);
        assertThat(recorded()).as("the batches before the flaw too").isEqualTo(1);
        assertThat(imports.byId(id).orElseThrow().status()).isEqualTo(Status.FLAWED);
        assertThat(imports.report(id).orElseThrow().flaws())
                .extracting(Violation::kind)
                .containsExactly(Violation.Kind.CONFLICT);
    }

    @Test
    void ofTwoWhoRecordTheSameFileOneWins() {
        var rows = IntStream.range(0, 6_000)
                .mapToObj(i -> row("n" + i, bin, "1,00", "Продажа"))
                .collect(Collectors.joining());
        var id = upload((HEAD + rows).getBytes(StandardCharsets.UTF_8));
        var answers = AtOnce.run(4, number -> {
            try {
                imports.record(id, "finance");
                return "RECORDED";
            } catch (ImportRefused refused) {
                return refused.reason().name();
            }
        });
        assertThat(Collections.frequency(answers, "RECORDED")).isEqualTo(1);
        assertThat(answers).allMatch(answer -> answer.matches("RECORDED|BUSY|RECORDED_ALREADY"));
        assertThat(recorded()).isEqualTo(6_000);
    }

    @Test
    void tooMuchIsTold() {
        assertThatThrownBy(() -> imports.upload(UUID.randomUUID().toString(), "a.csv", () -> stream(""), 0, "finance"))
                .isInstanceOf(ImportRefused.class);
        assertThatThrownBy(() -> imports.upload(
                        UUID.randomUUID().toString(), "a.csv", () -> stream(""), 1_000_000_000, "finance"))
                .isInstanceOf(ImportRefused.class);
        var rows = IntStream.range(0, 10_500)
                .mapToObj(i -> row("n" + i, bin, "x", "Продажа"))
                .collect(Collectors.joining());
        var report = imports.report(upload((HEAD + rows).getBytes(StandardCharsets.UTF_8)))
                .orElseThrow();
        assertThat(report.flaws()).hasSize(PurchaseClassifier.MAX_FLAWS);
        assertThat(report.cutShort()).isTrue();
        assertThat(imports.report(upload(HEAD.getBytes(StandardCharsets.UTF_8)))
                        .orElseThrow()
                        .flaws())
                .extracting(Violation::kind)
                .containsExactly(Violation.Kind.NO_ROWS);
    }

    @Test
    void linesThatAreThereTwiceAreTold() {
        var once = row("1", bin, "1,00", "Продажа");
        var other = row("1", bin, "2,00", "Продажа");
        var report = imports.report(upload((HEAD + once + other).getBytes(StandardCharsets.UTF_8)))
                .orElseThrow();
        assertThat(report.flaws()).singleElement().satisfies(flaw -> {
            assertThat(flaw.kind()).isEqualTo(Violation.Kind.DUPLICATE);
            assertThat(flaw.line()).isEqualTo(3);
            assertThat(flaw.arguments()).containsExactly("2");
        });
    }

    @Test
    void aDocumentThatIsThereTwiceWithTheSameContentIsCountedOnce() {
        var once = row("1", bin, "1,00", "Продажа");
        var id = upload((HEAD + once + once).getBytes(StandardCharsets.UTF_8));
        assertThat(imports.report(id).orElseThrow().known()).isEqualTo(1);
        imports.record(id, "finance");
        assertThat(recorded()).isEqualTo(1);
    }

    @Test
    void whatNobodyRecordsIsForgottenAfterADay() {
        var waiting = upload((HEAD + row("1", bin, "1,00", "Продажа")).getBytes(StandardCharsets.UTF_8));
        var done = upload((HEAD + row("2", bin, "1,00", "Продажа")).getBytes(StandardCharsets.UTF_8));
        imports.record(done, "finance");
        TestClock.forward(Duration.ofHours(23));
        imports.forgetUnrecorded();
        assertThat(imports.byId(waiting)).isPresent();
        TestClock.forward(Duration.ofHours(2));
        imports.forgetUnrecorded();
        assertThat(imports.byId(waiting)).isEmpty();
        assertThat(imports.report(waiting)).isEmpty();
        assertThat(imports.byId(done)).isPresent();
    }

    @Test
    void theSampleFilesAreRight() {
        var quarter = Quarter.of(LocalDate.now(clock)).previous();
        var four = IntStream.range(0, 4)
                .mapToObj(i -> members.achieving().partner())
                .toList();
        // Members for long, so that the files may name them.
        jdbc.sql("update membership set starts_on = ? where partner_id >= ?")
                .params(quarter.firstDay().minusYears(1), four.get(0).id())
                .update();
        var csv = imports.report(upload(samples.csv())).orElseThrow();
        assertThat(csv.flaws()).isEmpty();
        assertThat(csv.encoding()).isEqualTo("UTF-8");
        assertThat(csv.rows()).isEqualTo(4);
        assertThat(csv.sum()).isEqualByComparingTo("6250000");
        var xml = imports.report(upload(samples.commerceMl())).orElseThrow();
        assertThat(xml.flaws()).isEmpty();
        assertThat(xml.encoding()).isEqualTo("windows-1251");
        assertThat(xml.returns()).isEqualTo(1);
        assertThat(xml.sum()).isEqualByComparingTo("5900000");
        assertThat(csv.first()).extracting(ImportReport.Row::taxNumber).contains(SamplePurchases.STRANGER);
        assertThat(csv.first())
                .allSatisfy(row -> assertThat(row.documentNumber()).contains(quarter.toString()));
    }

    /** A file of the field, of a member whose term covers its days and whose numbers are its own; but not the year 2025. */
    private byte[] ofTheMember(String name) {
        jdbc.sql("update membership set starts_on = ? where partner_id = ?")
                .params(LocalDate.of(2026, 1, 1), partner)
                .update();
        jdbc.sql("update membership set ends_on = ? where partner_id = ?")
                .params(LocalDate.of(2026, 12, 31), partner)
                .update();
        var charset = name.startsWith("csv-") && !isUtf8(ReadFile.content(name))
                ? Charset.forName("windows-1251")
                : StandardCharsets.UTF_8;
        return new String(ReadFile.content(name), charset)
                .replace("050340001235", bin)
                .replaceAll("(РТ|П|М)-(?=[0-9])", "$1-" + mark + "-")
                .replaceAll("<Ид>[0-9a-f-]{36}</Ид>", "")
                .getBytes(charset);
    }

    private static boolean isUtf8(byte[] content) {
        return !new String(content, StandardCharsets.UTF_8).contains("\uFFFD");
    }

    private String upload(byte[] content) {
        var id = UUID.randomUUID().toString();
        imports.upload(id, "purchases.csv", () -> new ByteArrayInputStream(content), content.length, "finance");
        return id;
    }

    private static ByteArrayInputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    private void assertRefused(String id, Reason reason) {
        assertThatThrownBy(() -> imports.record(id, "finance"))
                .isInstanceOfSatisfying(
                        ImportRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private String row(String number, String taxNumber, String amount, String kind) {
        return String.join(";", mark + "-" + number, taxNumber, DAY.format(LocalDate.now(clock)), amount, kind)
                + "\r\n";
    }

    private BigDecimal sum() {
        return jdbc.sql("select coalesce(sum(amount), 0) from purchase where partner_id = ?")
                .param(partner)
                .query(BigDecimal.class)
                .single();
    }

    private long recorded() {
        return jdbc.sql("select count(*) from purchase where partner_id = ?")
                .param(partner)
                .query(Long.class)
                .single();
    }
}
