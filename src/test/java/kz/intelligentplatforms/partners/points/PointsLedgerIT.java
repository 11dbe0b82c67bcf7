package kz.intelligentplatforms.partners.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import kz.intelligentplatforms.partners.program.Quarter;
import kz.intelligentplatforms.partners.testing.AtOnce;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger on a real database: its sums, its chain, and what it refuses. */
class PointsLedgerIT extends IntegrationTest {

    private static final Quarter QUARTER = new Quarter(2026, 3);

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private JdbcClient jdbc;

    private long partner;

    @BeforeEach
    void aPartner() {
        partner = members.achieving().id();
    }

    @Test
    void theBalanceIsTheSumOfTheEntriesAndMayBeNegative() {
        post(40_000);
        post(-82_000);
        assertThat(ledger.balanceOf(partner)).isEqualTo(new PointsBalance(-42_000, 0));
        assertThat(ledger.balanceOf(partner).available()).isZero();
        var entries = ledger.entriesOf(partner, 0, 10);
        assertThat(entries).extracting(PointsEntry::points).containsExactly(-82_000L, 40_000L);
        assertThat(entries).extracting(PointsEntry::balance).containsExactly(-42_000L, 40_000L);
        assertThat(entries).extracting(PointsEntry::seq).containsExactly(2, 1);
    }

    @Test
    void entriesOfManyAreChainedLikeThoseOfOne() {
        var other = members.achieving().id();
        post(5);
        var points = new TreeMap<>(java.util.Map.of(partner, 10L, other, -3L));
        var number = "ACR-" + UUID.randomUUID().toString().substring(0, 18);
        inTransaction(() -> ledger.postAll(EntryKind.ACCRUAL, QUARTER, number, "somebody", points));
        post(7);

        assertThat(ledger.balanceOf(partner).balance()).isEqualTo(22);
        assertThat(ledger.balanceOf(other).balance()).isEqualTo(-3);
        var entries = ledger.entriesOf(partner, 0, 10);
        assertThat(entries).extracting(PointsEntry::seq).containsExactly(3, 2, 1);
        assertThat(entries.get(1).reference()).isEqualTo(number + "/" + partner);
        assertThat(entries)
                .allSatisfy(entry -> assertThat(entry.hash())
                        .isEqualTo(EntryHash.of(
                                entry.previousHash(),
                                entry.partnerId(),
                                entry.seq(),
                                entry.kind().name(),
                                entry.points(),
                                entry.quarter().toString(),
                                entry.reference(),
                                entry.postedAt().toEpochMilli(),
                                entry.postedBy(),
                                entry.caseNumber(),
                                entry.reason())));
        assertThat(entries.get(0).previousHash()).isEqualTo(entries.get(1).hash());
        assertThat(entries.get(1).previousHash()).isEqualTo(entries.get(2).hash());
        assertThatThrownBy(() ->
                        inTransaction(() -> ledger.postAll(EntryKind.ACCRUAL, QUARTER, number, "somebody", points)))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(ledger.balanceOf(partner).balance()).isEqualTo(22);
    }

    @Test
    void nothingIsPostedTwiceUnderOneReference() {
        var entry = entry(10);
        inTransaction(() -> ledger.post(entry));
        assertThatThrownBy(() -> inTransaction(() -> ledger.post(entry))).isInstanceOf(DuplicateKeyException.class);
        assertThat(ledger.balanceOf(partner).balance()).isEqualTo(10);
    }

    @Test
    void theDatabaseItselfRefusesToChangeOrDeleteEntries() {
        post(10);
        for (var change : List.of(
                "update points_entry set points = 20 where partner_id = ?",
                "delete from points_entry where partner_id = ?")) {
            assertThatThrownBy(() -> jdbc.sql(change).param(partner).update())
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("append-only");
        }
        assertThat(ledger.balanceOf(partner).balance()).isEqualTo(10);
    }

    @Test
    void whatIsReservedCannotBeReservedAgain() {
        post(100);
        inTransaction(() -> ledger.reserve(partner, 80));
        assertThat(ledger.balanceOf(partner).available()).isEqualTo(20);
        assertThatThrownBy(() -> inTransaction(() -> ledger.reserve(partner, 21)))
                .isInstanceOfSatisfying(
                        NotEnoughPoints.class,
                        refused -> assertThat(refused.available()).isEqualTo(20));
        inTransaction(() -> ledger.release(partner, 80));
        assertThat(ledger.balanceOf(partner)).isEqualTo(new PointsBalance(100, 0));
    }

    @Test
    void aReservationIsSpentUnlessReturnsTookThePoints() {
        post(100);
        inTransaction(() -> ledger.reserve(partner, 80));
        post(-50);
        assertThat(ledger.balanceOf(partner).available()).isZero();
        var spent = new NewEntry(partner, EntryKind.REDEMPTION, -80, QUARTER, "R" + partner, "somebody", null, "");
        assertThatThrownBy(() -> inTransaction(() -> ledger.redeem(spent))).isInstanceOf(NotEnoughPoints.class);
        post(60);
        inTransaction(() -> ledger.redeem(spent));
        assertThat(ledger.balanceOf(partner)).isEqualTo(new PointsBalance(30, 0));
    }

    @Test
    void fiftyAtOnceNeverSpendMoreThanThereIs() {
        post(1_000);
        var outcomes = AtOnce.run(50, i -> {
            try {
                inTransaction(() -> ledger.reserve(partner, 100));
                return true;
            } catch (NotEnoughPoints e) {
                return false;
            }
        });
        assertThat(outcomes).filteredOn(reserved -> reserved).hasSize(10);
        assertThat(ledger.balanceOf(partner)).isEqualTo(new PointsBalance(1_000, 1_000));
    }

    private void post(long points) {
        inTransaction(() -> ledger.post(entry(points)));
    }

    private NewEntry entry(long points) {
        return new NewEntry(
                partner,
                EntryKind.ADJUSTMENT,
                points,
                QUARTER,
                UUID.randomUUID().toString(),
                "somebody",
                null,
                "Because | of this");
    }

    private void inTransaction(Runnable step) {
        members.inTransaction(step);
    }
}
