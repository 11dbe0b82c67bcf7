package kz.intelligentplatforms.partners.points;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kz.intelligentplatforms.partners.points.LedgerCheck.Finding;
import kz.intelligentplatforms.partners.points.LedgerCheck.Violation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the whole ledger and finds what was changed behind its back: every entry is hashed again, every sum added again. */
@Service
public class LedgerIntegrity {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerIntegrity.class);

    private static final int KEPT_FINDINGS = 100;
    private static final int ROWS_AT_ONCE = 1_000;

    /** One statement, so that what is posted meanwhile is seen with its account or not at all. */
    private static final String ALL =
            "select a.partner_id as account, a.balance as account_balance, a.entries, a.last_hash, e.*"
                    + " from points_account a left join points_entry e on e.partner_id = a.partner_id";

    private final JdbcClient jdbc;
    private final JdbcTemplate stream;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LedgerIntegrity(
            JdbcClient jdbc,
            DataSource dataSource,
            TransactionTemplate transaction,
            Clock clock,
            MeterRegistry meters) {
        this.jdbc = jdbc;
        this.stream = new JdbcTemplate(dataSource);
        this.stream.setFetchSize(ROWS_AT_ONCE);
        this.transaction = transaction;
        this.clock = clock;
        Gauge.builder("points.ledger.findings", this, LedgerIntegrity::lastFindingCount)
                .description("What the last check of the points ledger found wrong")
                .register(meters);
    }

    /**
     * Checks all entries and keeps the result; each finding is an error in the log.
     *
     * @param by user id of whoever asks for it; nobody for the nightly one
     */
    public LedgerCheck check(@Nullable String by) {
        var chain = walk(ALL + " order by a.partner_id, e.seq");
        var check = new LedgerCheck(clock.instant(), by, chain.entries, chain.count, List.copyOf(chain.findings));
        jdbc.sql("insert into ledger_check (checked_at, checked_by, entry_count, finding_count, findings)"
                        + " values (?, ?, ?, ?, ?)")
                .params(Timestamp.from(check.checkedAt()), by, check.entries(), check.findingCount(), lines(check))
                .update();
        check.findings()
                .forEach(finding -> LOG.error(
                        "Points ledger: partner {}, entry {}: {}", finding.partnerId(), finding.seq(), finding.flaw()));
        if (check.findingCount() > 0) {
            LOG.error("Points ledger: {} findings in {} entries", check.findingCount(), check.entries());
        }
        return check;
    }

    /** What is wrong with one partner's entries and account; nothing is kept. */
    public List<Finding> findingsOf(long partnerId) {
        return walk(ALL + " where a.partner_id = ? order by e.seq", partnerId).findings;
    }

    /** The last check, whoever asked for it. */
    public Optional<LedgerCheck> last() {
        return jdbc.sql("select checked_at, checked_by, entry_count, finding_count, findings from ledger_check"
                        + " order by id desc limit 1")
                .query(LedgerIntegrity::check)
                .optional();
    }

    @Scheduled(cron = "0 0 4 * * *", zone = "${program.time-zone}")
    void everyNight() {
        check(null);
    }

    private double lastFindingCount() {
        return last().map(check -> (double) check.findingCount()).orElse(Double.NaN);
    }

    private Chain walk(String sql, Object... parameters) {
        var chain = new Chain();
        // Inside a transaction the driver hands the rows over little by little.
        transaction.executeWithoutResult(status -> stream.query(sql, chain, parameters));
        chain.endAccount();
        return chain;
    }

    private static String lines(LedgerCheck check) {
        return check.findings().stream()
                .map(finding -> finding.partnerId() + "/" + finding.seq() + "/" + finding.flaw())
                .collect(Collectors.joining("\n"));
    }

    private static LedgerCheck check(ResultSet row, int number) throws SQLException {
        var findings = Arrays.stream(row.getString("findings").split("\n"))
                .filter(line -> !line.isEmpty())
                .map(line -> line.split("/"))
                .map(part ->
                        new Finding(Long.parseLong(part[0]), Integer.parseInt(part[1]), Violation.valueOf(part[2])))
                .toList();
        return new LedgerCheck(
                row.getTimestamp("checked_at").toInstant(),
                row.getString("checked_by"),
                row.getLong("entry_count"),
                row.getLong("finding_count"),
                findings);
    }

    /** Follows the chains, one account after the other. */
    private static final class Chain implements RowCallbackHandler {

        private final List<Finding> findings = new ArrayList<>();
        private long entries;
        private long count;
        private @Nullable Account account;
        private int seq;
        private long balance;
        private String hash = "";

        private record Account(long partnerId, long balance, int entries, String lastHash) {}

        @Override
        public void processRow(ResultSet row) throws SQLException {
            long partnerId = row.getLong("account");
            if (account == null || account.partnerId() != partnerId) {
                endAccount();
                account = new Account(
                        partnerId, row.getLong("account_balance"), row.getInt("entries"), row.getString("last_hash"));
                seq = 0;
                balance = 0;
                hash = "";
            }
            if (row.getString("hash") != null) {
                follow(partnerId, row);
            }
        }

        /** Reads the columns as they are: what was changed may be no entry any more. */
        private void follow(long partnerId, ResultSet row) throws SQLException {
            entries++;
            int found = row.getInt("seq");
            expect(found == seq + 1, partnerId, found, Violation.GAP);
            expect(row.getString("previous_hash").equals(hash), partnerId, found, Violation.CHAIN);
            expect(row.getLong("balance") == balance + row.getLong("points"), partnerId, found, Violation.BALANCE);
            expect(row.getString("hash").equals(hashOf(row)), partnerId, found, Violation.CONTENT);
            // Go on from what is there: one change is not a finding for every entry after it.
            seq = found;
            balance = row.getLong("balance");
            hash = row.getString("hash");
        }

        private static String hashOf(ResultSet row) throws SQLException {
            return EntryHash.of(
                    row.getString("previous_hash"),
                    row.getLong("partner_id"),
                    row.getInt("seq"),
                    row.getString("kind"),
                    row.getLong("points"),
                    row.getString("quarter"),
                    row.getString("reference"),
                    row.getTimestamp("posted_at").getTime(),
                    row.getString("posted_by"),
                    row.getString("case_number"),
                    row.getString("reason"));
        }

        private void expect(boolean right, long partnerId, int found, Violation flaw) {
            if (!right) {
                add(new Finding(partnerId, found, flaw));
            }
        }

        private void endAccount() {
            if (account != null
                    && (account.balance() != balance
                            || account.entries() != seq
                            || !account.lastHash().equals(hash))) {
                add(new Finding(account.partnerId(), account.entries(), Violation.ACCOUNT));
            }
        }

        private void add(Finding finding) {
            count++;
            if (findings.size() < KEPT_FINDINGS) {
                findings.add(finding);
            }
        }
    }
}
