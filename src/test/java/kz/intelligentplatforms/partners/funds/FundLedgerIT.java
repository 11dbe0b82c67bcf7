package kz.intelligentplatforms.partners.funds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.funds.FundEntries.Filter;
import kz.intelligentplatforms.partners.program.Activity;
import kz.intelligentplatforms.partners.testing.AtOnce;
import kz.intelligentplatforms.partners.testing.FundBook;
import kz.intelligentplatforms.partners.testing.FundBook.Holder;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger of the funds on a real database: what it does, what it refuses, and that it holds when many want the same money. */
class FundLedgerIT extends IntegrationTest {

    @Autowired
    private Budgets budgets;

    @Autowired
    private FundEntries entries;

    @Autowired
    private FundBook book;

    @Autowired
    private JdbcClient jdbc;

    private int year;
    private long partner;

    @BeforeEach
    void aYearOfItsOwn() {
        year = book.newYear();
        partner = members.achieving().id();
    }

    /** The money rule, and that every figure is the sum of its entries. */
    @AfterEach
    void theBooksAreRight() {
        for (var fund : budgets.ofYear(year)) {
            var filter = new Filter(year, fund.id(), Set.of(), null);
            var totals = entries.totalsOf(filter);
            assertThat(fund.allocated()).isGreaterThanOrEqualTo(fund.reserved().add(fund.paid()));
            assertThat(List.of(totals.allocated(), totals.reserved(), totals.paid()))
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactly(fund.allocated(), fund.reserved(), fund.paid());
            assertThat(entries.all(filter))
                    .extracting(FundEntry::seq)
                    .containsExactlyElementsOf(descending(totals.count()));
            assertThat(entries.all(filter))
                    .allSatisfy(entry -> assertThat(entry.available()).isGreaterThanOrEqualTo(BigDecimal.ZERO));
        }
    }

    private static List<Integer> descending(int count) {
        var numbers = IntStream.rangeClosed(1, count).boxed().toList();
        return numbers.stream().sorted(Collections.reverseOrder()).toList();
    }

    @Test
    void anActivityDrawsFromItsOwnFundAndOthersFromTheGeneralOne() {
        var general = book.allocate(year, null, "1000.00");
        var events = book.allocate(year, Activity.EVENT, "500.00");
        assertThat(book.reserve(book.holder(partner), year, Activity.EVENT, "500.00"))
                .isTrue();
        assertThat(book.reserve(book.holder(partner), year, Activity.EVENT, "0.01"))
                .isFalse();
        assertThat(book.reserve(book.holder(partner), year, Activity.PRINT, "999.99"))
                .isTrue();
        assertFund(events, "500.00", "500.00", "0.00");
        assertFund(general, "1000.00", "999.99", "0.00");
        assertThat(book.reserve(book.holder(partner), book.newYear(), Activity.EVENT, "1.00"))
                .as("a year without a budget")
                .isFalse();
    }

    @Test
    void aCaseHoldsExactlyWhatWasSaidLastAndNothingTwice() {
        var fund = book.allocate(year, null, "1000.00");
        var holder = book.holder(partner);
        book.reserve(holder, year, Activity.EVENT, "600.00");
        book.reserve(holder, year, Activity.EVENT, "600.00");
        assertThat(entries.ofCase(holder.caseNumber())).hasSize(1);
        book.reserve(holder, year, Activity.EVENT, "1000.00");
        book.reserve(holder, year, Activity.EVENT, "250.50");
        assertFund(fund, "1000.00", "250.50", "0.00");
        assertThat(entries.ofCase(holder.caseNumber()))
                .extracting(FundEntry::kind)
                .containsExactly(FundEntryKind.RESERVED, FundEntryKind.RESERVED, FundEntryKind.RELEASED);
        assertThat(book.reserve(holder, year, Activity.EVENT, "1000.01")).isFalse();
        assertThat(book.heldBy(holder)).isEqualByComparingTo("250.50");
    }

    @Test
    void aCaseThatMovesTakesItsMoneyAlongOrStaysWhereItIs() {
        var events = book.allocate(year, Activity.EVENT, "300.00");
        var prints = book.allocate(year, Activity.PRINT, "200.00");
        var holder = book.holder(partner);
        book.reserve(holder, year, Activity.EVENT, "200.00");
        assertThat(book.reserve(holder, year, Activity.PRINT, "200.00")).isTrue();
        assertFund(events, "300.00", "0.00", "0.00");
        assertFund(prints, "200.00", "200.00", "0.00");
        book.reserve(book.holder(partner), year, Activity.EVENT, "101.00");
        assertThat(book.reserve(holder, year, Activity.EVENT, "200.00")).isFalse();
        assertFund(prints, "200.00", "200.00", "0.00");
        assertThat(book.release(holder)).isEqualByComparingTo("200.00");
        assertThat(book.release(holder)).isZero();
        assertFund(prints, "200.00", "0.00", "0.00");
    }

    @Test
    void aPaymentSpendsWhatIsHeldAndGivesBackTheRest() {
        var fund = book.allocate(year, null, "1000.00");
        var holder = book.holder(partner);
        book.reserve(holder, year, Activity.EVENT, "600.00");
        assertThatThrownBy(() -> book.pay(holder, "600.01")).isInstanceOf(IllegalStateException.class);
        book.pay(holder, "450.00");
        assertFund(fund, "1000.00", "0.00", "450.00");
        assertThat(book.release(holder)).isZero();
        assertThatThrownBy(() -> book.pay(holder, "1.00")).isInstanceOf(IllegalStateException.class);
        assertThat(budgets.holdingOf(partner, year))
                .asInstanceOf(type(Budgets.Holding.class))
                .returns(new BigDecimal("450.00"), Budgets.Holding::paid);
        assertThat(budgets.holdersOf(year)).hasSize(1);
    }

    @Test
    void aCorrectionNeverTakesWhatIsReservedOrPaid() {
        var fund = book.allocate(year, null, "1000.00");
        book.reserve(book.holder(partner), year, Activity.EVENT, "600.00");
        assertThatThrownBy(() -> adjust(fund, "-400.01"))
                .isInstanceOfSatisfying(
                        FundTooSmall.class,
                        refused -> assertThat(refused.fund().available()).isEqualByComparingTo("400.00"));
        adjust(fund, "-400.00");
        assertFund(fund, "600.00", "600.00", "0.00");
        adjust(fund, "50.00");
        assertFund(fund, "650.00", "600.00", "0.00");
    }

    @Test
    void aFormSentManyTimesAtOncePostsOnceAndOpensOneFund() {
        var key = UUID.randomUUID().toString();
        var ids = AtOnce.run(
                10,
                i -> budgets.allocate(year, Activity.WEBINAR, new BigDecimal("700.00"), "Once", key, "the-finance"));
        assertThat(Set.copyOf(ids)).hasSize(1);
        var correction = UUID.randomUUID().toString();
        AtOnce.run(10, i -> {
            budgets.adjust(ids.get(0), new BigDecimal("-600.00"), "Once", correction, "the-finance");
            return i;
        });
        assertFund(ids.get(0), "100.00", "0.00", "0.00");
    }

    @Test
    void fiftyWhoWantTheLastOfAFundGetItOnceAndNobodyFails() {
        var fund = book.allocate(year, null, "1000.00");
        var holders = holders(50);
        var outcomes = AtOnce.run(50, i -> book.reserve(holders.get(i), year, Activity.EVENT, "300.00"));
        assertThat(outcomes).filteredOn(reserved -> reserved).hasSize(3);
        assertFund(fund, "1000.00", "900.00", "0.00");
    }

    @Test
    void casesThatMoveBetweenFundsInBothDirectionsNeverWaitForEachOtherForEver() {
        var general = book.allocate(year, null, "100000.00");
        var events = book.allocate(year, Activity.EVENT, "100000.00");
        var prints = book.allocate(year, Activity.PRINT, "100000.00");
        var holders = holders(16);
        var activities = List.of(Activity.EVENT, Activity.PRINT, Activity.OTHER);
        AtOnce.run(16, i -> {
            for (int round = 0; round < 12; round++) {
                // Half of them go round one way, half the other.
                int at = Math.floorMod(i % 2 == 0 ? i + round : i - round, 3);
                assertThat(book.reserve(holders.get(i), year, activities.get(at), "100.00"))
                        .isTrue();
            }
            return i % 4 == 0 ? book.release(holders.get(i)) : BigDecimal.ZERO;
        });
        assertThat(Stream.of(general, events, prints)
                        .map(id -> book.fund(id).reserved())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("1200.00");
        assertThat(holders.stream().map(book::heldBy))
                .allSatisfy(held -> assertThat(held).isLessThanOrEqualTo(new BigDecimal("100.00")));
    }

    @Test
    void stepsOfOneCaseAtTheSameMomentGiveItsMoneyBackOnce() {
        var fund = book.allocate(year, null, "1000.00");
        var holder = book.holder(partner);
        book.reserve(holder, year, Activity.EVENT, "600.00");
        var released = AtOnce.run(8, i -> book.release(holder));
        assertThat(released.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("600.00");
        assertFund(fund, "1000.00", "0.00", "0.00");
    }

    @Test
    void theDatabaseItselfKeepsTheMoneyRuleAndTheEntries() {
        var fund = book.allocate(year, null, "1000.00");
        for (var change : List.of(
                "update co_fund set reserved = 1000.01 where id = ?",
                "update co_fund set paid = -1 where id = ?",
                "update co_fund set reserved = 600, paid = 600 where id = ?")) {
            assertThatThrownBy(() -> jdbc.sql(change).param(fund).update())
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
        for (var change : List.of(
                "update co_fund_entry set amount = 20 where fund_id = ?",
                "delete from co_fund_entry where fund_id = ?")) {
            assertThatThrownBy(() -> jdbc.sql(change).param(fund).update())
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("append-only");
        }
    }

    private List<Holder> holders(int count) {
        return IntStream.range(0, count).mapToObj(i -> book.holder(partner)).toList();
    }

    private void adjust(long fund, String change) {
        budgets.adjust(fund, new BigDecimal(change), "A test", UUID.randomUUID().toString(), "the-finance");
    }

    private void assertFund(long id, String allocated, String reserved, String paid) {
        var fund = book.fund(id);
        assertThat(List.of(fund.allocated(), fund.reserved(), fund.paid()))
                .containsExactly(new BigDecimal(allocated), new BigDecimal(reserved), new BigDecimal(paid));
    }
}
