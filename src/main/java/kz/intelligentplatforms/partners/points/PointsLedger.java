package kz.intelligentplatforms.partners.points;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import kz.intelligentplatforms.partners.program.Quarter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger of points. Entries are only ever added; the balance is their sum. Whoever posts or reserves holds the account's row, so
 * that what happens at the same moment happens one after the other.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PointsLedger {

    private static final String ENTRY =
            "select id, partner_id, seq, kind, points, quarter, reference, posted_at, posted_by,"
                    + " case_number, reason, balance, previous_hash, hash from points_entry";

    private final JdbcClient jdbc;
    private final Clock clock;

    PointsLedger(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Account(long balance, long reserved, int entries, String lastHash) {}

    /**
     * Posts an entry.
     *
     * @throws org.springframework.dao.DuplicateKeyException when its reference has been posted before
     */
    public void post(NewEntry entry) {
        post(entry, lock(entry.partnerId()));
    }

    private void post(NewEntry entry, Account account) {
        var now = now();
        int seq = account.entries() + 1;
        long balance = Math.addExact(account.balance(), entry.points());
        var hash = EntryHash.of(
                account.lastHash(),
                entry.partnerId(),
                seq,
                entry.kind().name(),
                entry.points(),
                entry.quarter().toString(),
                entry.reference(),
                now.toEpochMilli(),
                entry.postedBy(),
                entry.caseNumber(),
                entry.reason());
        jdbc.sql(
                        "insert into points_entry (partner_id, seq, kind, points, quarter, reference, posted_at, posted_by,"
                                + " case_number, reason, balance, previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        entry.partnerId(),
                        seq,
                        entry.kind().name(),
                        entry.points(),
                        entry.quarter().toString(),
                        entry.reference(),
                        Timestamp.from(now),
                        entry.postedBy(),
                        entry.caseNumber(),
                        entry.reason(),
                        balance,
                        account.lastHash(),
                        hash)
                .update();
        jdbc.sql("update points_account set balance = ?, entries = ?, last_hash = ? where partner_id = ?")
                .params(balance, seq, hash, entry.partnerId())
                .update();
    }

    /**
     * Posts one entry each for many partners, in a handful of statements. The references are the case number, a slash and the
     * partner's id.
     *
     * @param pointsByPartner whole points, not 0, by partner id
     * @throws org.springframework.dao.DuplicateKeyException when the case has posted for one of them before
     */
    public void postAll(
            EntryKind kind,
            Quarter quarter,
            String caseNumber,
            String postedBy,
            SortedMap<Long, Long> pointsByPartner) {
        var partners = pointsByPartner.keySet().toArray(Long[]::new);
        var points = pointsByPartner.values().toArray(Long[]::new);
        var now = now();
        // In the order of their ids, so that two that lock many wait for each other instead of forever.
        jdbc.sql("select partner_id from points_account where partner_id = any(?) order by partner_id for update")
                .param(partners)
                .query(Long.class)
                .list();
        int posted = jdbc.sql("""
                        insert into points_entry (partner_id, seq, kind, points, quarter, reference, posted_at, posted_by,
                            case_number, reason, balance, previous_hash, hash)
                        select e.partner_id, e.seq, e.kind, e.points, e.quarter, e.reference,
                            cast(:postedAt as timestamp with time zone), e.posted_by, e.case_number, '', e.balance, e.previous_hash,
                            points_entry_hash(e.previous_hash, e.partner_id, e.seq, e.kind, e.points, e.quarter, e.reference,
                                :millis, e.posted_by, e.case_number, '')
                        from (
                            select a.partner_id, a.entries + 1 as seq, cast(:kind as varchar) as kind, t.points,
                                cast(:quarter as varchar) as quarter,
                                cast(:caseNumber as varchar) || '/' || a.partner_id as reference,
                                cast(:postedBy as varchar) as posted_by, cast(:caseNumber as varchar) as case_number,
                                a.balance + t.points as balance, a.last_hash as previous_hash
                            from unnest(cast(:partners as bigint array), cast(:points as bigint array)) as t(partner_id, points)
                            join points_account a on a.partner_id = t.partner_id
                        ) e
                        order by e.partner_id""")
                .param("postedAt", Timestamp.from(now))
                .param("millis", now.toEpochMilli())
                .param("kind", kind.name())
                .param("quarter", quarter.toString())
                .param("caseNumber", caseNumber)
                .param("postedBy", postedBy)
                .param("partners", partners)
                .param("points", points)
                .update();
        if (posted != partners.length) {
            throw new IllegalStateException(
                    caseNumber + ": " + (partners.length - posted) + " partners have no account");
        }
        jdbc.sql("""
                        merge into points_account a
                        using (
                            select n.partner_id, n.seq, n.balance, n.hash
                            from points_entry n
                            join points_account o on o.partner_id = n.partner_id and n.seq = o.entries + 1
                            where n.partner_id = any(?)
                        ) e on a.partner_id = e.partner_id
                        when matched then update set balance = e.balance, entries = e.seq, last_hash = e.hash""").param(partners).update();
    }

    /**
     * Sets points aside.
     *
     * @throws NotEnoughPoints when fewer are available
     */
    public void reserve(long partnerId, long points) {
        var account = lock(partnerId);
        if (account.balance() - account.reserved() < points) {
            throw new NotEnoughPoints(new PointsBalance(account.balance(), account.reserved()).available());
        }
        changeReserved(partnerId, points);
    }

    /** What a partner has; nobody else changes it, or locks it, until the end of the transaction. */
    public PointsBalance lockForUpdate(long partnerId) {
        var account = lock(partnerId);
        return new PointsBalance(account.balance(), account.reserved());
    }

    /** Gives back what was set aside. */
    public void release(long partnerId, long points) {
        lock(partnerId);
        changeReserved(partnerId, -points);
    }

    /**
     * Spends points that were set aside.
     *
     * @param entry of the kind {@link EntryKind#REDEMPTION}, with negative points
     * @throws NotEnoughPoints when returns have taken the balance below what was set aside
     */
    public void redeem(NewEntry entry) {
        var account = lock(entry.partnerId());
        if (account.balance() + entry.points() < 0) {
            throw new NotEnoughPoints(Math.max(0, account.balance()));
        }
        post(entry, account);
        changeReserved(entry.partnerId(), entry.points());
    }

    private void changeReserved(long partnerId, long by) {
        jdbc.sql("update points_account set reserved = reserved + ? where partner_id = ?")
                .params(by, partnerId)
                .update();
    }

    /** What a partner has; nothing for one without an account. */
    @Transactional(readOnly = true)
    public PointsBalance balanceOf(long partnerId) {
        return jdbc.sql("select balance, reserved from points_account where partner_id = ?")
                .param(partnerId)
                .query((row, number) -> new PointsBalance(row.getLong(1), row.getLong(2)))
                .optional()
                .orElse(new PointsBalance(0, 0));
    }

    /** A partner's entries, newest first; {@code page} counts from 0. */
    @Transactional(readOnly = true)
    public List<PointsEntry> entriesOf(long partnerId, int page, int size) {
        return jdbc.sql(ENTRY + " where partner_id = ? order by seq desc limit ? offset ?")
                .params(partnerId, size, (long) page * size)
                .query(PointsLedger::entry)
                .list();
    }

    /** How many entries a partner has. */
    @Transactional(readOnly = true)
    public int entryCountOf(long partnerId) {
        return jdbc.sql("select entries from points_account where partner_id = ?")
                .param(partnerId)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** A partner's entries that count for a quarter, oldest first. */
    @Transactional(readOnly = true)
    public List<PointsEntry> entriesOf(long partnerId, Quarter quarter) {
        return jdbc.sql(ENTRY + " where partner_id = ? and quarter = ? order by seq")
                .params(partnerId, quarter.toString())
                .query(PointsLedger::entry)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<PointsEntry> byId(long id) {
        return jdbc.sql(ENTRY + " where id = ?")
                .param(id)
                .query(PointsLedger::entry)
                .optional();
    }

    /** Whether an entry with this reference has been posted. */
    @Transactional(readOnly = true)
    public boolean isPosted(String reference) {
        return jdbc.sql("select count(*) from points_entry where reference = ?")
                        .param(reference)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private Account lock(long partnerId) {
        return jdbc.sql(
                        "select balance, reserved, entries, last_hash from points_account where partner_id = ? for update")
                .param(partnerId)
                .query((row, number) -> new Account(row.getLong(1), row.getLong(2), row.getInt(3), row.getString(4)))
                .optional()
                .orElseThrow(() -> new IllegalStateException("Partner " + partnerId + " has no points account"));
    }

    /** As precise as the hash. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    static PointsEntry entry(ResultSet row, int number) throws SQLException {
        return new PointsEntry(
                row.getLong("id"),
                row.getLong("partner_id"),
                row.getInt("seq"),
                EntryKind.valueOf(row.getString("kind")),
                row.getLong("points"),
                Quarter.parse(row.getString("quarter")).orElseThrow(),
                row.getString("reference"),
                row.getTimestamp("posted_at").toInstant(),
                row.getString("posted_by"),
                row.getString("case_number"),
                row.getString("reason"),
                row.getLong("balance"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }
}
