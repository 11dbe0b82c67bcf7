package kz.intelligentplatforms.partners.points;

import static kz.intelligentplatforms.partners.points.LedgerCheck.Violation.ACCOUNT;
import static kz.intelligentplatforms.partners.points.LedgerCheck.Violation.BALANCE;
import static kz.intelligentplatforms.partners.points.LedgerCheck.Violation.CHAIN;
import static kz.intelligentplatforms.partners.points.LedgerCheck.Violation.CONTENT;
import static kz.intelligentplatforms.partners.points.LedgerCheck.Violation.GAP;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.points.LedgerCheck.Finding;
import kz.intelligentplatforms.partners.program.Quarter;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.TestEnvironment;
import kz.intelligentplatforms.partners.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is changed past the program and past the database's own guard is found. */
class LedgerIntegrityIT extends IntegrationTest {

    private static final Quarter QUARTER = new Quarter(2025, 3);

    private static final String CHECK = "/staff/points/integrity";

    @Autowired
    private LedgerIntegrity integrity;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JdbcTemplate ddl;

    @Autowired
    private Cases cases;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MeterRegistry meters;

    private PointsBook book;
    private long partner;

    @BeforeEach
    void aPartnerWithThreeEntries() {
        book = new PointsBook(jdbc, ledger, cases, transaction);
        partner = members.achieving().id();
        book.adjust(partner, QUARTER, 100, "Ұпай | first");
        inBulk(50);
        book.adjust(partner, QUARTER, -70, "");
    }

    @Test
    void whatNobodyTouchedIsRight() {
        assertThat(integrity.findingsOf(partner)).isEmpty();
        assertThat(integrity.findingsOf(members.achieving().id())).isEmpty();
    }

    @Test
    void aChangedEntryIsFound() {
        for (var change : Map.of(
                        "reason = 'Another'", List.of(CONTENT),
                        "posted_by = 'somebody-else'", List.of(CONTENT),
                        "kind = 'GIFT'", List.of(CONTENT),
                        "quarter = '1999'", List.of(CONTENT),
                        "points = 51", List.of(BALANCE, CONTENT))
                .entrySet()) {
            var original = row(2);
            tamper("update points_entry set " + change.getKey() + " where partner_id = ? and seq = 2");
            try {
                assertThat(integrity.findingsOf(partner))
                        .as(change.getKey())
                        .containsExactlyElementsOf(change.getValue().stream()
                                .map(flaw -> new Finding(partner, 2, flaw))
                                .toList());
            } finally {
                restore(original);
            }
        }
        assertThat(integrity.findingsOf(partner)).isEmpty();
    }

    @Test
    void anEntryChangedTogetherWithItsHashBreaksTheChainAfterIt() {
        var original = row(2);
        var forged = EntryHash.of(
                original.previousHash(),
                partner,
                2,
                original.kind().name(),
                5_000,
                QUARTER.toString(),
                original.reference(),
                original.postedAt().toEpochMilli(),
                original.postedBy(),
                original.caseNumber(),
                original.reason());
        tamper("update points_entry set points = 5000, balance = 5100, hash = '" + forged
                + "' where partner_id = ? and seq = 2");
        try {
            assertThat(integrity.findingsOf(partner))
                    .containsExactly(new Finding(partner, 3, CHAIN), new Finding(partner, 3, BALANCE));
        } finally {
            restore(original);
        }
    }

    @Test
    void aDeletedEntryAndAChangedAccountAreFound() {
        var last = row(3);
        tamper("delete from points_entry where partner_id = ? and seq = 2");
        assertThat(integrity.findingsOf(partner))
                .containsExactly(
                        new Finding(partner, 3, GAP), new Finding(partner, 3, CHAIN), new Finding(partner, 3, BALANCE));
        tamper("delete from points_entry where partner_id = ? and seq = 3");
        assertThat(integrity.findingsOf(partner)).containsExactly(new Finding(partner, 3, ACCOUNT));
        // This partner's account begins anew, so that other tests find a ledger in order.
        tamper("delete from points_entry where partner_id = ?");
        assertThat(last.balance()).isEqualTo(80);
        jdbc.sql("update points_account set balance = 1, entries = 0, last_hash = '' where partner_id = ?")
                .param(partner)
                .update();
        assertThat(integrity.findingsOf(partner)).containsExactly(new Finding(partner, 0, ACCOUNT));
        jdbc.sql("update points_account set balance = 0 where partner_id = ?")
                .param(partner)
                .update();
        assertThat(integrity.findingsOf(partner)).isEmpty();
    }

    @Test
    void aCheckIsKeptShownAndMeasured() {
        var finance = member(Group.FINANCE);
        var original = row(2);
        tamper("update points_entry set reason = 'Another' where partner_id = ? and seq = 2");
        try {
            assertThat(check(finance)).contains("notice-error", "/staff/points/partners/" + partner + "\"");
            assertThat(integrity.last()).hasValueSatisfying(check -> {
                assertThat(check.findings()).containsExactly(new Finding(partner, 2, CONTENT));
                assertThat(check.findingCount()).isEqualTo(1);
                assertThat(check.entries()).isGreaterThanOrEqualTo(3);
                assertThat(check.checkedBy()).isEqualTo(people.of(Group.FINANCE));
            });
            assertThat(meters.get("points.ledger.findings").gauge().value()).isEqualTo(1);
        } finally {
            restore(original);
        }
        integrity.everyNight();
        assertThat(finance.get(CHECK).body()).contains("notice-good", "ночная проверка");
        assertThat(meters.get("points.ledger.findings").gauge().value()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Group.class)
    void theCheckIsForThoseWhoAnswerForIt(Group group) {
        boolean may = Set.of(Group.FINANCE, Group.PROGRAM_MANAGERS, Group.MONITORS, Group.CAMUNDA_ADMIN)
                .contains(group);
        var somebody = member(group);
        assertThat(somebody.get(CHECK).statusCode()).isEqualTo(may ? 200 : 403);
        assertThat(somebody.submit(may ? CHECK : "/", CHECK, Map.of()).statusCode())
                .isEqualTo(may ? 302 : 403);
        if (Group.STAFF.contains(group)) {
            assertThat(somebody.get("/staff/points").body().contains("href=\"" + CHECK + "\""))
                    .isEqualTo(may);
        }
    }

    private static String check(Visitor somebody) {
        var answer = somebody.submit(CHECK, CHECK, Map.of());
        assertThat(Visitor.location(answer)).endsWith(CHECK);
        return somebody.get(CHECK).body();
    }

    private void inBulk(long points) {
        var one = new TreeMap<Long, Long>();
        one.put(partner, points);
        var number = "X-" + UUID.randomUUID().toString().substring(0, 18);
        members.inTransaction(() -> ledger.postAll(EntryKind.ACCRUAL, QUARTER, number, "somebody", one));
    }

    private PointsEntry row(int seq) {
        return ledger.entriesOf(partner, QUARTER).get(seq - 1);
    }

    private void restore(PointsEntry entry) {
        unguarded(() -> jdbc.sql("update points_entry set kind = ?, points = ?, quarter = ?, posted_by = ?, reason = ?,"
                        + " balance = ?, hash = ? where id = ?")
                .params(
                        entry.kind().name(),
                        entry.points(),
                        entry.quarter().toString(),
                        entry.postedBy(),
                        entry.reason(),
                        entry.balance(),
                        entry.hash(),
                        entry.id())
                .update());
    }

    private void tamper(String change) {
        unguarded(() -> jdbc.sql(change).param(partner).update());
    }

    /** Without the trigger that refuses changes, as somebody with the database's own rights could. */
    private void unguarded(Runnable change) {
        boolean h2 = TestEnvironment.DATABASE.equals("h2");
        ddl.execute(
                h2
                        ? "drop trigger points_entry_append_only"
                        : "alter table points_entry disable trigger points_entry_append_only");
        try {
            change.run();
        } finally {
            ddl.execute(
                    h2
                            ? "create trigger points_entry_append_only before update, delete on points_entry"
                                    + " for each row call 'kz.intelligentplatforms.partners.platform.database.AppendOnly'"
                            : "alter table points_entry enable trigger points_entry_append_only");
        }
    }
}
