package kz.intelligentplatforms.partners.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import kz.intelligentplatforms.partners.funds.FundView;
import kz.intelligentplatforms.partners.program.Activity;
import kz.intelligentplatforms.partners.testing.FundBook;
import kz.intelligentplatforms.partners.testing.FundBook.Holder;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the money rule costs: many reservations at once on one fund, beside the least that keeps the rule (lock the fund's row, change
 * it, add the entry; tables and indexes of the same kind), and reservations on a fund with a short and with a long ledger. In turns, on
 * the same PostgreSQL and connections; a ratio is the median of the rounds' ratios. Without the process around it.
 */
@TestInstance(Lifecycle.PER_CLASS) // the cases are numbered on
class ReservationBench extends IntegrationTest {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int THREADS = 32;
    private static final int AT_ONCE = 1_000;
    private static final int ONE_BY_ONE = 400;
    private static final int SHORT = 100;
    private static final int LONG = 100_000;
    private static final String AMOUNT = "1000.00";

    @Autowired
    private FundBook book;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private long partner;
    private int cases;

    /** Times in nanoseconds: of the product and the baseline, or of the short and the long ledger. */
    private record Round(long one, long other) {}

    /** A fund of a year of its own, with the money for so many reservations. */
    private record Fund(long id, int year) {}

    @BeforeEach
    void makeRoom() {
        partner = members.achieving().id();
        jdbc.sql("create table if not exists bench_fund (like co_fund including all)")
                .update();
        jdbc.sql("create table if not exists bench_entry (like co_fund_entry including all)")
                .update();
    }

    @Test
    @SuppressWarnings("SystemOut") // the table is for whoever runs it
    void manyAtOnceOnOneFund() throws Exception {
        atOnce(0);
        var rounds = new ArrayList<Round>();
        for (int round = 0; round < ROUNDS; round++) {
            rounds.add(atOnce(round));
        }
        System.out.printf("%n%d reservations on one fund by %d threads%n", AT_ONCE, THREADS);
        System.out.println("product/s  baseline/s  ratio (least-most)");
        System.out.printf(
                Locale.ROOT,
                "%9.0f  %10.0f  %s%n%n",
                AT_ONCE * 1e9 / median(rounds, Round::one),
                AT_ONCE * 1e9 / median(rounds, Round::other),
                ratio(rounds, round -> (double) round.other() / round.one()));
    }

    @Test
    @SuppressWarnings("SystemOut") // the table is for whoever runs it
    void aLongLedgerBesideAShortOne() throws Exception {
        var longLedger = fund(LONG + 2 * ROUNDS * ONE_BY_ONE);
        fill(longLedger, LONG);
        oneByOne(longLedger, 0);
        var rounds = new ArrayList<Round>();
        for (int round = 0; round < ROUNDS; round++) {
            rounds.add(oneByOne(longLedger, round));
        }
        System.out.printf("%nA reservation on a fund with %d and with %d entries, one thread%n", SHORT, LONG);
        System.out.println("short     long      ratio (least-most)");
        System.out.printf(
                Locale.ROOT,
                "%5.2f ms  %5.2f ms  %s%n%n",
                median(rounds, Round::one) / 1e6 / ONE_BY_ONE,
                median(rounds, Round::other) / 1e6 / ONE_BY_ONE,
                ratio(rounds, round -> (double) round.other() / round.one()));
    }

    private Round atOnce(int round) throws Exception {
        var fund = fund(AT_ONCE);
        var bare = bareFund();
        var holders = holders(AT_ONCE);
        jdbc.sql("vacuum analyze").update();
        long baseline = round % 2 == 0 ? measure(THREADS, AT_ONCE, i -> bareHold(bare, holders.get(i))) : 0;
        long product = measure(THREADS, AT_ONCE, i -> hold(fund, holders.get(i)));
        if (round % 2 != 0) {
            baseline = measure(THREADS, AT_ONCE, i -> bareHold(bare, holders.get(i)));
        }
        assertMoney(fund, 1 + AT_ONCE);
        assertThat(book.fund(fund.id()).available()).isEqualByComparingTo("0");
        assertThat(book.reserve(holders(1).get(0), fund.year(), Activity.EVENT, "0.01"))
                .as("more than there is")
                .isFalse();
        return new Round(product, baseline);
    }

    private Round oneByOne(Fund longLedger, int round) throws Exception {
        var shortLedger = fund(SHORT + ONE_BY_ONE);
        fill(shortLedger, SHORT);
        var holders = holders(ONE_BY_ONE);
        jdbc.sql("vacuum analyze").update();
        long slow = round % 2 == 0 ? measure(1, ONE_BY_ONE, i -> hold(longLedger, holders.get(i))) : 0;
        var others = holders(ONE_BY_ONE);
        long quick = measure(1, ONE_BY_ONE, i -> hold(shortLedger, others.get(i)));
        if (round % 2 != 0) {
            slow = measure(1, ONE_BY_ONE, i -> hold(longLedger, holders.get(i)));
        }
        assertMoney(shortLedger, SHORT + ONE_BY_ONE + 1);
        return new Round(quick, slow);
    }

    private void hold(Fund fund, Holder holder) {
        assertThat(book.reserve(holder, fund.year(), Activity.EVENT, AMOUNT))
                .as(holder.caseNumber())
                .isTrue();
    }

    private void bareHold(long fund, Holder holder) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select reserved from bench_fund where id = ? for update")
                    .param(fund)
                    .query()
                    .singleValue();
            jdbc.sql("update bench_fund set reserved = reserved + ?::numeric, entries = entries + 1 where id = ?")
                    .params(AMOUNT, fund)
                    .update();
            jdbc.sql(
                            "insert into bench_entry (fund_id, seq, kind, amount, case_number, partner_id, posted_at, posted_by, reason,"
                                    + " allocated, reserved, paid) select id, entries, 'RESERVED', ?::numeric, ?, ?, now(), 'bench', '', allocated,"
                                    + " reserved, paid from bench_fund where id = ?")
                    .params(AMOUNT, holder.caseNumber(), holder.partnerId(), fund)
                    .update();
        });
    }

    private Fund fund(int reservations) {
        int year = book.newYear();
        return new Fund(book.allocate(year, Activity.EVENT, reservations + "000.00"), year);
    }

    private long bareFund() {
        return jdbc.sql(
                        "insert into bench_fund (budget_year, purpose, allocated) values (?, 'EVENT', 1000000000) returning id")
                .param(book.newYear())
                .query(Long.class)
                .single();
    }

    /** Earlier reservations, a case each. */
    private void fill(Fund fund, int entries) {
        int first = cases + 1;
        makeCases(entries);
        jdbc.sql("""
                        insert into co_fund_entry (fund_id, seq, kind, amount, case_number, partner_id, posted_at, posted_by, reason,
                            allocated, reserved, paid)
                        select f.id, 1 + i, 'RESERVED', 1000, 'BENCH-' || (:first + i - 1), :partner, now(), 'bench', '', f.allocated,
                            1000 * i, 0
                        from co_fund f, generate_series(1, :entries) i where f.id = :fund""")
                .param("first", first)
                .param("partner", partner)
                .param("entries", entries)
                .param("fund", fund.id())
                .update();
        jdbc.sql("update co_fund set reserved = 1000 * ?, entries = entries + ? where id = ?")
                .params(entries, entries, fund.id())
                .update();
    }

    private List<Holder> holders(int count) {
        int first = cases + 1;
        makeCases(count);
        return IntStream.range(first, first + count)
                .mapToObj(i -> new Holder("BENCH-" + i, partner))
                .toList();
    }

    private void makeCases(int count) {
        jdbc.sql("""
                        insert into program_case (case_number, kind, title, identity, stage, turn, opened_at, version)
                        select 'BENCH-' || i, 'CO_FUNDING', '', '', 'RESERVATION', 'SYSTEM', now(), 0
                        from generate_series(?, ?) i""").params(cases + 1, cases + count).update();
        cases += count;
    }

    /** The fund's figures are what its entries come to, and no more is reserved than there is. */
    private void assertMoney(Fund fund, int entries) {
        FundView figures = book.fund(fund.id());
        assertThat(jdbc.sql(
                                "select count(*) || ' ' || sum(case when kind = 'RESERVED' then amount else 0 end) || ' ' || max(seq)"
                                        + " from co_fund_entry where fund_id = ?")
                        .param(fund.id())
                        .query(String.class)
                        .single())
                .isEqualTo(entries + " " + figures.reserved() + " " + entries);
        assertThat(figures.reserved().add(figures.paid())).isLessThanOrEqualTo(figures.allocated());
    }

    private static long measure(int threads, int count, IntConsumer step) throws InterruptedException {
        return InParallel.run(threads, new long[count], step);
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return median(rounds.stream().mapToDouble(figure).sorted().toArray());
    }

    private static String ratio(List<Round> rounds, ToDoubleFunction<Round> ratio) {
        var sorted = rounds.stream().mapToDouble(ratio).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f-%.2f)",
                median(sorted),
                sorted[0],
                Arrays.stream(sorted).max().orElseThrow());
    }

    private static double median(double[] sorted) {
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
