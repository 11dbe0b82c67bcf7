package kz.intelligentplatforms.partners.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.points.accrual.AccrualStatus;
import kz.intelligentplatforms.partners.points.accrual.PointsAccrualProcess;
import kz.intelligentplatforms.partners.program.Quarter;
import kz.intelligentplatforms.partners.testing.Desk;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long it takes to post a quarter, at growing numbers of partners with ten purchases each: from the approval to the last entry,
 * beside one hand-written SQL statement that computes and inserts the same entries, hashes included, into a table of the same kind with
 * the same indexes. In turns, on the same PostgreSQL; a ratio is the median of the rounds' ratios.
 *
 * <p>Told beside it, not in the ratio: the calculation before the review, whose work the statement does and the posting does not.
 *
 * <p>Not measured: the statements that are mailed afterwards, and the wait of the job executor for its next look, of which there is none
 * while a run's jobs follow one another.
 */
class AccrualBench extends IntegrationTest {

    private static final List<Integer> SIZES = Arrays.stream(
                    System.getProperty("bench.partners", "1000,10000,100000").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int PURCHASES = 10;

    private static final String BASELINE = """
            insert into bench_entry (partner_id, seq, kind, points, quarter, reference, posted_at, posted_by, case_number, reason,
                balance, previous_hash, hash)
            select partner_id, seq, 'ACCRUAL', points, :quarter, reference, now(), 'bench', :reference, '', balance, previous_hash,
                points_entry_hash(previous_hash, partner_id, seq, 'ACCRUAL', points, :quarter, reference,
                    floor(extract(epoch from now()) * 1000)::bigint, 'bench', :reference, '')
            from (
                select p.partner_id, a.entries + 1 as seq, a.balance + d.points as balance, a.last_hash as previous_hash,
                    :reference || '/' || p.partner_id as reference, d.points
                from (
                    select partner_id, sum(amount) as total from purchase
                    where purchased_on between :from and :to group by partner_id
                ) p
                join points_account a on a.partner_id = p.partner_id
                left join (
                    select partner_id, sum(points) as points from points_entry
                    where kind = 'ACCRUAL' and quarter between :firstQuarter and :quarter group by partner_id
                ) b on b.partner_id = p.partner_id
                cross join lateral (
                    select floor(p.total * case when p.total > 3000000 then 0.04 else 0.02 end)::bigint - coalesce(b.points, 0)::bigint as points
                ) d
                where d.points <> 0
            ) e
            order by partner_id""";

    @Autowired
    private PointsAccrualProcess process;

    @Autowired
    private JdbcClient jdbc;

    private Desk desk;
    private int year = 2000;

    /** Times in nanoseconds. */
    private record Round(long calculated, long posted, long baseline) {}

    @Test
    @SuppressWarnings("SystemOut") // the table is for whoever runs it
    void postingAQuarterBesideOneStatement() {
        desk = new Desk(engine, people);
        jdbc.sql("create table bench_entry (like points_entry including all)").update();
        partners(1_000);
        round(1_000);
        System.out.printf(
                "%nPosting a quarter, %d purchases a partner, heap of %d MB at most%n",
                PURCHASES, Runtime.getRuntime().maxMemory() >> 20);
        System.out.println(
                "partners  calculate  approval to last entry  a partner  one statement  ratio (least-most)  heap peak");
        for (int size : SIZES) {
            partners(size);
            resetPeaks();
            var rounds = new ArrayList<Round>();
            for (int i = 0; i < ROUNDS; i++) {
                rounds.add(round(size));
            }
            System.out.println(line(size, rounds));
        }
        System.out.println();
    }

    /** One quarter of a year of its own, by all partners there are. */
    private Round round(int size) {
        year++;
        var quarter = new Quarter(year, 1);
        jdbc.sql("""
                        insert into purchase (document_number, number_key, kind, document_year, partner_id, purchased_on, amount, source, received_at, received_by)
                        select :year || '-' || p.id || '-' || i, :year || '-' || p.id || '-' || i, 'SALE', :year, p.id, make_date(:year, 1, 1) + i * 7, 50000 + (p.id * 7919 * i) % 700000 + 0.37,
                            'API', now(), 'erp'
                        from (select id from partner where name like 'Bench %' order by id limit :size) p, generate_series(1, :purchases) i""")
                .param("year", year)
                .param("size", size)
                .param("purchases", PURCHASES)
                .update();
        // The statement's entries are the partners' next ones, whatever it inserted in other rounds.
        jdbc.sql("truncate bench_entry").update();
        jdbc.sql("vacuum analyze").update();
        long baseline = year % 2 == 0 ? baseline(quarter) : 0;
        jdbc.sql("checkpoint").update();

        var number = process.start(quarter, people.of(Group.FINANCE));
        long begun = System.nanoTime();
        work(number, AccrualStatus.REVIEW);
        long calculated = System.nanoTime() - begun;
        jdbc.sql("vacuum analyze accrual_line").update();

        begun = System.nanoTime();
        desk.answer(number, "Task_ReviewAccrual", Map.of("decision", "APPROVE", "comment", ""));
        work(number, AccrualStatus.TELLING);
        long posted = System.nanoTime() - begun;

        if (baseline == 0) {
            jdbc.sql("checkpoint").update();
            baseline = baselineOfTheSame(quarter, number);
        }
        assertThat(jdbc.sql("select count(*) from points_entry where case_number = ?")
                        .param(number)
                        .query(Long.class)
                        .single())
                .isEqualTo(size)
                .isEqualTo(jdbc.sql("select count(*) from bench_entry where quarter = ?")
                        .param(quarter.toString())
                        .query(Long.class)
                        .single());
        end(number);
        return new Round(calculated, posted, baseline);
    }

    /** Runs the jobs of the run, one after the other, as an executor does, until it has come so far. */
    private void work(String number, AccrualStatus goal) {
        while (process.byCaseNumber(number).orElseThrow().status() != goal) {
            var next = engine.getManagementService()
                    .createJobQuery()
                    .processDefinitionKey("points-accrual")
                    .messages()
                    .singleResult();
            engine.getManagementService().executeJob(next.getId());
        }
    }

    private long baseline(Quarter quarter) {
        long begun = System.nanoTime();
        insert(quarter, quarter.firstOfYear().toString(), "BASE-" + year);
        return System.nanoTime() - begun;
    }

    /** After the product, as if its entries of the quarter were not there. */
    private long baselineOfTheSame(Quarter quarter, String number) {
        assertThat(number).startsWith("ACR");
        long begun = System.nanoTime();
        insert(quarter, "9999-Q1", "BASE-" + year);
        return System.nanoTime() - begun;
    }

    private void insert(Quarter quarter, String firstQuarter, String reference) {
        jdbc.sql(BASELINE)
                .param("quarter", quarter.toString())
                .param("firstQuarter", firstQuarter)
                .param("reference", reference)
                .param("from", java.sql.Date.valueOf(quarter.firstDay()))
                .param("to", java.sql.Date.valueOf(quarter.lastDay()))
                .update();
    }

    /** Leaves out the mails, and lets the next run begin. */
    private void end(String number) {
        jdbc.sql("update accrual_run set open_run = null, status = 'POSTED' where case_number = ?")
                .param(number)
                .update();
        var instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult();
        engine.getRuntimeService().deleteProcessInstance(instance.getId(), "measured");
    }

    private void partners(int count) {
        jdbc.sql("""
                        insert into partner (country, tax_number, name, name_key, search_text, city, address, phone, contact_name,
                            contact_position, contact_email, contact_phone, mail_domain, language, tier, service_status,
                            registered_at, version)
                        select 'KZ', 'B' || i, 'Bench ' || i, '', '', '', '', '', '', '', 'b' || i || '@partner.example', '', '', 'ru',
                            'PRIMARY_RESELLER', false, now(), 0
                        from generate_series((select count(*) from partner where name like 'Bench %') + 1, ?) i""").param(count).update();
        jdbc.sql("insert into points_account (partner_id, opened_at) select id, now() from partner p"
                        + " where not exists (select 1 from points_account a where a.partner_id = p.id)")
                .update();
    }

    private static void resetPeaks() {
        System.gc();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static String line(int size, List<Round> rounds) {
        var ratios = rounds.stream()
                .mapToDouble(round -> (double) round.posted() / round.baseline())
                .sorted()
                .toArray();
        double posted = median(rounds.stream().mapToLong(Round::posted).toArray());
        return String.format(
                Locale.ROOT,
                "%8d  %7.2f s  %20.2f s  %6.1f µs  %11.2f s  %.2f (%.2f-%.2f)  %6d MB",
                size,
                median(rounds.stream().mapToLong(Round::calculated).toArray()) / 1e9,
                posted / 1e9,
                posted / 1e3 / size,
                median(rounds.stream().mapToLong(Round::baseline).toArray()) / 1e9,
                ratios[ratios.length / 2],
                ratios[0],
                ratios[ratios.length - 1],
                heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20);
    }

    private static double median(long[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
