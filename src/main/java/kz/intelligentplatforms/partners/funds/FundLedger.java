package kz.intelligentplatforms.partners.funds;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.intelligentplatforms.partners.program.Activity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger of the funds. Entries are only ever added; a fund's figures are those after its last one. Whoever posts holds the
 * fund's row, so that of many who want the last of the money each sees what the one before has left.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class FundLedger {

    /** Who posts what nobody did by hand, such as the release of money that was never claimed. */
    public static final String SYSTEM = "system";

    private static final String GENERAL = "GENERAL";
    private static final String FUND = "select id, budget_year, purpose, allocated, reserved, paid from co_fund";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FundLedger(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Whose an entry is: a case and its partner; nobody's where money comes in. */
    private record Owner(
            @Nullable String caseNumber, @Nullable Long partnerId, String user) {}

    /**
     * Adds money to a fund, which begins to exist with its first money.
     *
     * @param activity null for the fund of all that have none of their own
     * @param amount in KZT, positive
     * @return the fund's id
     */
    long allocate(int year, @Nullable Activity activity, BigDecimal amount, String reason, String user) {
        if (find(year, activity).isEmpty()) {
            jdbc.sql("insert into co_fund (budget_year, purpose) values (?, ?)")
                    .params(year, purposeOf(activity))
                    .update();
        }
        var fund = lock(find(year, activity).orElseThrow().id());
        grew(post(fund, FundEntryKind.ALLOCATED, amount, new Owner(null, null, user), reason));
        return fund.id();
    }

    /**
     * Corrects what is allocated.
     *
     * @param change in KZT, up or down
     * @throws FundTooSmall when more than the new sum is reserved or paid already
     */
    void adjust(long fundId, BigDecimal change, String reason, String user) {
        var fund = lock(fundId);
        if (fund.available().add(change).signum() < 0) {
            throw new FundTooSmall(fund);
        }
        var after = post(fund, FundEntryKind.ADJUSTED, change, new Owner(null, null, user), reason);
        if (change.signum() > 0) {
            grew(after);
        }
    }

    /**
     * Sets money aside for a case: afterwards it holds exactly this, in the fund of this activity and year, and nothing elsewhere.
     * Saying it again changes nothing.
     *
     * @return whether it could be done; if not, nothing has changed
     */
    public boolean reserve(
            String caseNumber, long partnerId, int year, Activity activity, BigDecimal amount, String user) {
        var target = fundFor(year, activity).map(FundView::id);
        if (target.isEmpty()) {
            return false;
        }
        long targetId = target.get();
        var ids = fundsOf(caseNumber);
        ids.add(targetId);
        var funds = lock(ids);
        var holdings = holdingsOf(caseNumber);
        var fund = locked(funds, targetId);
        var missing = amount.subtract(holdings.getOrDefault(targetId, BigDecimal.ZERO));
        if (missing.compareTo(fund.available()) > 0) {
            return false;
        }
        var owner = new Owner(caseNumber, partnerId, user);
        if (missing.signum() > 0) {
            post(fund, FundEntryKind.RESERVED, missing, owner, "");
        } else if (missing.signum() < 0) {
            grew(post(fund, FundEntryKind.RELEASED, missing.negate(), owner, ""));
        }
        holdings.remove(targetId);
        releaseAll(holdings, funds, owner);
        return true;
    }

    /**
     * Gives back all that a case holds.
     *
     * @return how much that was, in KZT; zero where it held nothing
     */
    public BigDecimal release(String caseNumber, long partnerId, String user) {
        var funds = lock(fundsOf(caseNumber));
        var holdings = holdingsOf(caseNumber);
        releaseAll(holdings, funds, new Owner(caseNumber, partnerId, user));
        return holdings.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void releaseAll(Map<Long, BigDecimal> holdings, Map<Long, FundView> funds, Owner owner) {
        holdings.forEach((id, held) -> grew(post(locked(funds, id), FundEntryKind.RELEASED, held, owner, "")));
    }

    /**
     * Pays from what a case holds; the rest is given back.
     *
     * @param amount in KZT, positive
     * @throws IllegalStateException when the case holds less
     */
    public void pay(String caseNumber, long partnerId, BigDecimal amount, String reason, String user) {
        var funds = lock(fundsOf(caseNumber));
        var owner = new Owner(caseNumber, partnerId, user);
        var holding = holdingsOf(caseNumber).entrySet().stream()
                .filter(held -> held.getValue().compareTo(amount) >= 0)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(caseNumber + " does not hold " + amount));
        var after = post(locked(funds, holding.getKey()), FundEntryKind.PAID, amount, owner, reason);
        var rest = holding.getValue().subtract(amount);
        if (rest.signum() > 0) {
            grew(post(after, FundEntryKind.RELEASED, rest, owner, ""));
        }
    }

    private void grew(FundView fund) {
        events.publishEvent(new FundReplenished(fund.year(), fund.activity(), fund.available()));
    }

    private FundView post(FundView fund, FundEntryKind kind, BigDecimal amount, Owner owner, String reason) {
        var allocated = fund.allocated();
        var reserved = fund.reserved();
        var paid = fund.paid();
        switch (kind) {
            case ALLOCATED, ADJUSTED -> allocated = allocated.add(amount);
            case RESERVED -> reserved = reserved.add(amount);
            case RELEASED -> reserved = reserved.subtract(amount);
            case PAID -> {
                reserved = reserved.subtract(amount);
                paid = paid.add(amount);
            }
        }
        jdbc.sql("update co_fund set allocated = ?, reserved = ?, paid = ?, entries = entries + 1 where id = ?")
                .params(allocated, reserved, paid, fund.id())
                .update();
        jdbc.sql(
                        "insert into co_fund_entry (fund_id, seq, kind, amount, case_number, partner_id, posted_at, posted_by, reason,"
                                + " allocated, reserved, paid)"
                                + " select id, entries, ?, ?, ?, ?, ?, ?, ?, allocated, reserved, paid from co_fund where id = ?")
                .params(
                        kind.name(),
                        amount,
                        owner.caseNumber(),
                        owner.partnerId(),
                        Timestamp.from(clock.instant()),
                        owner.user(),
                        reason,
                        fund.id())
                .update();
        return new FundView(fund.id(), fund.year(), fund.activity(), allocated, reserved, paid);
    }

    /** The fund that pays an activity that begins in this year: its own, or the one of all that have none. */
    @Transactional(readOnly = true)
    public Optional<FundView> fundFor(int year, Activity activity) {
        return find(year, activity).or(() -> find(year, null));
    }

    private Optional<FundView> find(int year, @Nullable Activity activity) {
        return jdbc.sql(FUND + " where budget_year = ? and purpose = ?")
                .params(year, purposeOf(activity))
                .query(FundLedger::fund)
                .optional();
    }

    /** What a case holds now, in KZT. */
    @Transactional(readOnly = true)
    public BigDecimal heldBy(String caseNumber) {
        return holdingsOf(caseNumber).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What a case holds, by fund; only funds where that is something. */
    private Map<Long, BigDecimal> holdingsOf(String caseNumber) {
        Map<Long, BigDecimal> holdings = new LinkedHashMap<>();
        jdbc.sql(
                        "select fund_id, sum(case when kind = 'RESERVED' then amount else -amount end) as held from co_fund_entry"
                                + " where case_number = ? group by fund_id order by fund_id")
                .param(caseNumber)
                .query(row -> {
                    if (row.getBigDecimal("held").signum() > 0) {
                        holdings.put(row.getLong("fund_id"), row.getBigDecimal("held"));
                    }
                });
        return holdings;
    }

    /** The funds in which a case ever had money. */
    private SortedSet<Long> fundsOf(String caseNumber) {
        return new TreeSet<>(jdbc.sql("select distinct fund_id from co_fund_entry where case_number = ?")
                .param(caseNumber)
                .query(Long.class)
                .list());
    }

    /** In the order of their ids, so that two who need the same funds wait for each other instead of forever. */
    private Map<Long, FundView> lock(SortedSet<Long> ids) {
        Map<Long, FundView> funds = new LinkedHashMap<>();
        ids.forEach(id -> funds.put(id, lock(id)));
        return funds;
    }

    /** @throws CannotAcquireLockException when the case's money has moved to another fund since its funds were locked */
    private static FundView locked(Map<Long, FundView> funds, long id) {
        return Optional.ofNullable(funds.get(id))
                .orElseThrow(() -> new CannotAcquireLockException("Fund " + id + " was not locked"));
    }

    private FundView lock(long id) {
        return jdbc.sql(FUND + " where id = ? for update")
                .param(id)
                .query(FundLedger::fund)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("No fund " + id));
    }

    private static String purposeOf(@Nullable Activity activity) {
        return activity == null ? GENERAL : activity.name();
    }

    static FundView fund(ResultSet row, int number) throws SQLException {
        var purpose = row.getString("purpose");
        return new FundView(
                row.getLong("id"),
                row.getInt("budget_year"),
                purpose.equals(GENERAL) ? null : Activity.valueOf(purpose),
                row.getBigDecimal("allocated"),
                row.getBigDecimal("reserved"),
                row.getBigDecimal("paid"));
    }
}
