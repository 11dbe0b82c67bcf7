package kz.intelligentplatforms.partners.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import kz.intelligentplatforms.partners.purchases.PurchaseImports;
import kz.intelligentplatforms.partners.testing.Companies;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How fast a CSV file of 200 000 purchases of 1 000 partners is checked and recorded, beside plain JDBC batches that put the same rows
 * into a copy of the table, unchecked, in the same run. The upload over HTTP is not in it. Each round has new document numbers; the
 * first is not measured.
 */
class PurchaseImportBench extends IntegrationTest {

    private static final int PARTNERS = 1_000;
    private static final int ROWS = Integer.getInteger("bench.rows", 200_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int BATCH = 5_000;
    private static final double AIM = 20_000;

    @Autowired
    private PurchaseImports imports;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    /** Seconds that the parts of a round took. */
    private record Round(double check, double record, double baseline) {}

    @Test
    @SuppressWarnings("SystemOut") // the table is for whoever runs it
    void aFileIsTakenInAtTwentyThousandRowsASecondOrMore() {
        var bins = partners();
        jdbc.execute("create table purchase_copy (like purchase including all)");
        jdbc.execute("alter table purchase_copy add foreign key (partner_id) references partner (id)");
        run(bins, Math.min(ROWS, 20_000));
        System.out.printf(Locale.ROOT, "%n%d purchases of %d partners, rows/s%n", ROWS, PARTNERS);
        System.out.println("round      check     record       both   baseline   baseline/both");
        double best = 0;
        for (int i = 1; i <= ROUNDS; i++) {
            jdbc.execute("vacuum analyze");
            var round = run(bins, ROWS);
            double both = ROWS / (round.check() + round.record());
            best = Math.max(best, both);
            System.out.printf(
                    Locale.ROOT,
                    "%5d %10.0f %10.0f %10.0f %10.0f %15.2f%n",
                    i,
                    ROWS / round.check(),
                    ROWS / round.record(),
                    both,
                    ROWS / round.baseline(),
                    (ROWS / round.baseline()) / both);
        }
        System.out.printf(
                Locale.ROOT,
                "%s: the aim is %.0f rows/s, checked and recorded%n%n",
                best >= AIM ? "PASS" : "FAIL",
                AIM);
    }

    private Round run(List<String> bins, int rows) {
        var mark = UUID.randomUUID().toString().substring(0, 8);
        var content = csv(bins, mark, rows);
        var id = UUID.randomUUID().toString();
        double check = seconds(() ->
                imports.upload(id, mark + ".csv", () -> new ByteArrayInputStream(content), content.length, "finance"));
        double record = seconds(() -> imports.record(id, "finance"));
        assertThat(jdbc.queryForObject(
                        "select count(*) from purchase where document_number like ?", Integer.class, mark + "%"))
                .isEqualTo(rows);
        var ids = jdbc.queryForList("select id from partner order by id", Long.class);
        double baseline = seconds(() -> transaction.executeWithoutResult(status -> insert(ids, mark, rows)));
        return new Round(check, record, baseline);
    }

    private void insert(List<Long> partners, String mark, int rows) {
        var today = LocalDate.now(clock);
        var now = Timestamp.from(clock.instant());
        for (int from = 0; from < rows; from += BATCH) {
            var batch = new ArrayList<Object[]>(BATCH);
            for (int i = from; i < Math.min(rows, from + BATCH); i++) {
                batch.add(new Object[] {
                    number(mark, i),
                    number(mark, i),
                    today.getYear(),
                    partners.get(i % partners.size()),
                    today,
                    BigDecimal.valueOf(100_00L + i, 2),
                    now
                });
            }
            jdbc.batchUpdate(
                    "insert into purchase_copy (document_number, number_key, kind, document_year, partner_id, purchased_on, amount,"
                            + " source, received_at, received_by) values (?, ?, 'SALE', ?, ?, ?, ?, 'CSV', ?, 'finance')",
                    batch);
        }
    }

    private byte[] csv(List<String> bins, String mark, int rows) {
        var today = LocalDate.now(clock);
        var text = new StringBuilder("Номер документа;БИН;Дата;Сумма;Вид;Валюта\r\n");
        for (int i = 0; i < rows; i++) {
            text.append(number(mark, i))
                    .append(';')
                    .append(bins.get(i % bins.size()))
                    .append(';')
                    .append(today)
                    .append(';')
                    .append(BigDecimal.valueOf(100_00L + i, 2).toString().replace('.', ','))
                    .append(i % 50 == 0 ? ";Возврат;KZT\r\n" : ";Продажа;KZT\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String number(String mark, int row) {
        return mark + "-" + row;
    }

    private List<String> partners() {
        var bins = new ArrayList<String>();
        var template = members.achieving();
        for (int i = 0; i < PARTNERS; i++) {
            bins.add(Companies.newBin());
        }
        jdbc.batchUpdate(
                "insert into partner (country, tax_number, name, name_key, search_text, city, address, phone, contact_name,"
                        + " contact_position, contact_email, contact_phone, mail_domain, language, tier, service_status, registered_at,"
                        + " version) select country, ?, name, name_key, search_text, city, address, phone, contact_name,"
                        + " contact_position, contact_email, contact_phone, mail_domain, language, tier, service_status, registered_at,"
                        + " version from partner where id = ?",
                bins.stream().map(bin -> new Object[] {bin, template.id()}).toList());
        jdbc.update(
                "insert into membership (partner_id, starts_on, ends_on) select p.id, m.starts_on, m.ends_on"
                        + " from partner p, membership m where m.partner_id = ? and p.id > ?",
                template.id(),
                template.id());
        return bins;
    }

    private static double seconds(Runnable deed) {
        long start = System.nanoTime();
        deed.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
