package kz.intelligentplatforms.partners.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.program.Quarter;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What partners bought, and which purchases stand behind which accrual. */
class PurchaseHistoryIT extends IntegrationTest {

    private static final Quarter Q4_BEFORE = new Quarter(2024, 4);
    private static final Quarter Q1 = new Quarter(2025, 1);
    private static final Quarter Q2 = new Quarter(2025, 2);
    private static final Quarter Q3 = new Quarter(2025, 3);

    @Autowired
    private PurchaseHistory history;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private Statements statements;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Cases cases;

    @Autowired
    private TransactionTemplate transaction;

    private PointsBook book;
    private long partner;

    @BeforeEach
    void aPartner() {
        book = new PointsBook(jdbc, ledger, cases, transaction);
        partner = members.achieving().id();
    }

    @Test
    void aTermIsACalendarYearOfThisPartner() {
        book.buy(partner, day(2024, 12, 31), "1.00");
        book.buy(partner, day(2025, 1, 1), "10.50");
        book.buy(partner, day(2025, 12, 31), "-2.25");
        book.buy(partner, day(2026, 1, 1), "100.00");
        book.buy(members.achieving().id(), day(2025, 5, 1), "1000.00");
        assertThat(history.total(partner, 2025)).isEqualByComparingTo("8.25");
        assertThat(history.total(partner, 2023)).isEqualByComparingTo("0");
        assertThat(history.byQuarter(partner, Q4_BEFORE, new Quarter(2025, 4)))
                .containsOnlyKeys(Q4_BEFORE, Q1, new Quarter(2025, 4))
                .containsEntry(Q1, new BigDecimal("10.50"));
    }

    @Test
    void aTermsPurchasesAreListedByPageTheLatestFirst() {
        for (int i = 1; i <= 5; i++) {
            book.buy(partner, day(2025, 2, i), i + ".00");
        }
        var second = history.ofTerm(partner, 2025, 1, 2);
        assertThat(second.count()).isEqualTo(5);
        assertThat(second.total()).isEqualByComparingTo("15");
        assertThat(second.isComplete()).isFalse();
        assertThat(second.shown())
                .extracting(CountedPurchase::purchasedOn)
                .containsExactly(day(2025, 2, 3), day(2025, 2, 2));
    }

    @Test
    void eachPurchaseStandsBehindTheFirstAccrualThatCountedIt() {
        var lastYear = book.buy(partner, day(2024, 12, 30), "50000.00");
        book.accrue(partner, Q4_BEFORE, "50000", 1_000, 1_000);
        var inFirst = book.buy(partner, day(2025, 2, 10), "1000000.00");
        var early = book.buy(partner, day(2025, 4, 1), "7000.00");
        book.accrue(partner, Q1, "1000000", 20_000, 20_000);
        // Comes late, for a quarter that has been posted: it waits for the next run.
        var late = book.buy(partner, day(2025, 3, 31), "2000000.00");
        var inSecond = book.buy(partner, day(2025, 6, 30), "500000.00");
        var inThird = book.buy(partner, day(2025, 7, 1), "-600000.00");
        book.accrue(partner, Q2, "3507000", 140_280, 120_280);
        book.accrue(partner, Q3, "2907000", 58_140, -82_140);

        assertThat(behind(Q4_BEFORE)).containsExactly(lastYear);
        assertThat(behind(Q1)).containsExactly(inFirst);
        assertThat(behind(Q2)).containsExactly(inSecond, early, late);
        assertThat(behind(Q3)).containsExactly(inThird);
        var paged = history.behind(entry(Q2), 1, 2);
        assertThat(paged.count()).isEqualTo(3);
        assertThat(paged.total()).isEqualByComparingTo("2507000");
        assertThat(paged.shown()).extracting(CountedPurchase::documentNumber).containsExactly(late);
    }

    @Test
    void aSecondRunOfAQuarterStandsForWhatCameAfterTheFirst() {
        var first = book.buy(partner, day(2025, 1, 10), "100000.00");
        book.accrue(partner, Q1, "100000", 2_000, 2_000);
        var second = book.buy(partner, day(2025, 1, 11), "50000.00");
        book.accrue(partner, Q1, "150000", 3_000, 1_000);

        var entries = ledger.entriesOf(partner, Q1);
        assertThat(documents(history.behind(entries.get(0), 0, 10))).containsExactly(first);
        assertThat(documents(history.behind(entries.get(1), 0, 10))).containsExactly(second);
        assertThat(documents(history.countedIn(partner, Q1, 10))).containsExactly(second, first);
    }

    @Test
    void whatGaveNoEntryStandsBehindTheNext() {
        var sold = book.buy(partner, day(2025, 2, 1), "30.00");
        book.accrue(partner, Q1, "30", 0, 0);
        var more = book.buy(partner, day(2025, 5, 1), "70.00");
        book.accrue(partner, Q2, "100", 2, 2);
        assertThat(behind(Q2)).containsExactly(more, sold);
        assertThat(history.countedIn(partner, Q1, 10).count()).isZero();
    }

    @Test
    void nothingStandsBehindEntriesOfOtherKinds() {
        book.buy(partner, day(2025, 2, 1), "30.00");
        book.adjust(partner, Q1, 5, "A gift");
        assertThat(history.behind(ledger.entriesOf(partner, Q1).get(0), 0, 10).count())
                .isZero();
    }

    @Test
    void eachStatementBeginsWithWhatTheOneBeforeEndsWith() {
        book.buy(partner, day(2025, 1, 10), "2000000.00");
        book.accrue(partner, Q1, "2000000", 40_000, 40_000);
        // Belongs to the third quarter, and comes before the second is posted.
        book.adjust(partner, Q3, 500, "A gift");
        book.accrue(partner, Q2, "3500000", 140_000, 100_000);

        var first = statements.of(partner, Q1, 10).orElseThrow();
        assertThat(first.opening()).isZero();
        assertThat(first.closing()).isEqualTo(40_000);
        assertThat(first.calculatedAt()).isPresent();
        assertThat(first.calculation())
                .hasValueSatisfying(made -> assertThat(made.entitlement()).isEqualTo(40_000));
        var second = statements.of(partner, Q2, 10).orElseThrow();
        assertThat(second.opening()).isEqualTo(40_000);
        assertThat(second.closing()).isEqualTo(140_000);
        assertThat(second.calculation())
                .hasValueSatisfying(made -> assertThat(made.postedBefore()).isEqualTo(40_000));
        var third = statements.of(partner, Q3, 10).orElseThrow();
        assertThat(third.opening()).isEqualTo(140_000);
        assertThat(third.closing())
                .isEqualTo(140_500)
                .isEqualTo(ledger.balanceOf(partner).balance());
        assertThat(statements.of(partner, new Quarter(2098, 1), 10)).isEmpty();
    }

    private List<String> behind(Quarter quarter) {
        return documents(history.behind(entry(quarter), 0, 10));
    }

    private PointsEntry entry(Quarter quarter) {
        return ledger.entriesOf(partner, quarter).get(0);
    }

    private static List<String> documents(PurchaseList list) {
        return list.shown().stream().map(CountedPurchase::documentNumber).toList();
    }

    private static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }
}
