package kz.intelligentplatforms.partners.points.accrual;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.program.Quarter;
import kz.intelligentplatforms.partners.program.Tier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What runs count and calculate, in statements whose cost per partner does not grow with the data. */
@Component
class AccrualLines {

    private static final String LINE =
            "select partner_id, purchase_count, term_total, quarter_total, previous_total, entitlement,"
                    + " posted_before, points, grown from accrual_line";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    AccrualLines(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** What a partner bought, in KZT, and how often in the term; what was corrected counts once, what was voided not at all. */
    record Bought(long partnerId, int purchases, BigDecimal term, BigDecimal quarter, BigDecimal previous) {}

    record Totals(int partners, long points) {}

    record Unmatched(int count, BigDecimal sum) {}

    /** Keeps purchases from arriving until the end of the transaction. */
    void holdPurchases() {
        jdbc.sql("select id from purchase_gate where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    /** The id of the last purchase that has arrived; ids are in the order in which purchases arrive. */
    long lastPurchase() {
        return jdbc.sql("select coalesce(max(id), 0) from purchase")
                .query(Long.class)
                .single();
    }

    /** Whether purchases that count for the quarter have arrived after this one. */
    boolean arrivedAfter(long purchase, Quarter quarter) {
        return jdbc.sql("select exists(select 1 from purchase where id > ? and purchased_on between ? and ?)")
                .params(purchase, firstDay(quarter), Date.valueOf(quarter.lastDay()))
                .query(Boolean.class)
                .single();
    }

    /** How many purchases of the term up to the quarter have arrived after this one. */
    long countArrivedAfter(long purchase, Quarter quarter) {
        return jdbc.sql("select count(*) from purchase where id > ? and purchased_on between ? and ?")
                .params(purchase, firstDay(quarter), Date.valueOf(quarter.lastDay()))
                .query(Long.class)
                .single();
    }

    /** What the next partners bought, in the order of their ids. */
    List<Bought> boughtBy(Set<Tier> tiers, long after, Quarter quarter, long countedTo, int limit) {
        if (tiers.isEmpty()) {
            return List.of();
        }
        var before = quarter.previous();
        return jdbc.sql("""
                        select p.partner_id as partnerId,
                            count(*) filter (where p.purchased_on >= :termBegins)
                                - 2 * count(p.reverses) filter (where p.purchased_on >= :termBegins) as purchases,
                            coalesce(sum(p.amount) filter (where p.purchased_on >= :termBegins), 0) as term,
                            coalesce(sum(p.amount) filter (where p.purchased_on >= :quarterBegins), 0) as quarter,
                            coalesce(sum(p.amount) filter (where p.purchased_on between :beforeBegins and :beforeEnds), 0) as previous
                        from purchase p
                        where p.partner_id > :after and p.id <= :countedTo
                            and p.purchased_on between :from and :quarterEnds
                            and exists (select 1 from partner t where t.id = p.partner_id and t.tier in (:tiers))
                        group by p.partner_id
                        having count(*) filter (where p.purchased_on >= :termBegins) > 0
                        order by p.partner_id
                        limit :limit""")
                .param("termBegins", firstDay(quarter))
                .param("quarterBegins", Date.valueOf(quarter.firstDay()))
                .param("beforeBegins", Date.valueOf(before.firstDay()))
                .param("beforeEnds", Date.valueOf(before.lastDay()))
                .param("after", after)
                .param("countedTo", countedTo)
                .param(
                        "from",
                        Date.valueOf(
                                earlier(before.firstDay(), quarter.firstOfYear().firstDay())))
                .param("quarterEnds", Date.valueOf(quarter.lastDay()))
                .param("tiers", tiers.stream().map(Tier::name).toList())
                .param("limit", limit)
                .query(Bought.class)
                .list();
    }

    /** The points that accruals of the term up to the quarter have posted, for partners above {@code after} and up to {@code to}. */
    Map<Long, Long> postedBefore(Quarter quarter, long after, long to) {
        return jdbc
                .sql(
                        "select partner_id, sum(points) as points from points_entry where partner_id > ? and partner_id <= ?"
                                + " and kind = 'ACCRUAL' and quarter >= ? and quarter <= ? group by partner_id")
                .params(after, to, quarter.firstOfYear().toString(), quarter.toString())
                .query((row, number) -> Map.entry(row.getLong(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void add(String caseNumber, List<AccrualLine> lines) {
        batches.batchUpdate(
                "insert into accrual_line (case_number, partner_id, purchase_count, term_total, quarter_total, previous_total,"
                        + " entitlement, posted_before, points, grown) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                lines,
                1000,
                (statement, line) -> {
                    statement.setString(1, caseNumber);
                    statement.setLong(2, line.partnerId());
                    statement.setInt(3, line.purchases());
                    statement.setBigDecimal(4, line.termTotal());
                    statement.setBigDecimal(5, line.quarterTotal());
                    statement.setBigDecimal(6, line.previousTotal());
                    statement.setLong(7, line.entitlement());
                    statement.setLong(8, line.postedBefore());
                    statement.setLong(9, line.points());
                    statement.setBoolean(10, line.grown());
                });
    }

    void forget(String caseNumber) {
        jdbc.sql("delete from accrual_line where case_number = ?")
                .param(caseNumber)
                .update();
    }

    Totals totals(String caseNumber) {
        return jdbc.sql(
                        "select count(*) as partners, coalesce(sum(points), 0) as points from accrual_line where case_number = ?")
                .param(caseNumber)
                .query(Totals.class)
                .single();
    }

    /** Purchases of the term up to the quarter whose companies are no members. */
    Unmatched unmatched(Quarter quarter) {
        return jdbc.sql("select count(*) as count, coalesce(sum(amount), 0) as sum from unmatched_purchase"
                        + " where purchased_on between ? and ?")
                .params(firstDay(quarter), Date.valueOf(quarter.lastDay()))
                .query(Unmatched.class)
                .single();
    }

    /** The points of the next partners for whom there is something to post, by partner id. */
    SortedMap<Long, Long> nextPoints(String caseNumber, long after, int limit) {
        var points = new TreeMap<Long, Long>();
        jdbc.sql("select partner_id, points from accrual_line where case_number = ? and partner_id > ? and points <> 0"
                        + " order by partner_id limit ?")
                .params(caseNumber, after, limit)
                .query(row -> {
                    points.put(row.getLong(1), row.getLong(2));
                });
        return points;
    }

    /** What partners have after what the run posted for them, by partner id. */
    Map<Long, Long> balancesAfter(String caseNumber, Set<Long> partners) {
        var references =
                partners.stream().map(partner -> caseNumber + "/" + partner).toArray(String[]::new);
        return jdbc
                .sql("select partner_id, balance from points_entry where reference = any(?)")
                .param(references)
                .query((row, number) -> Map.entry(row.getLong(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The lines somebody should look at, the largest amounts first. */
    List<AccrualLine> remarkable(String caseNumber, int limit) {
        return jdbc.sql(
                        LINE
                                + " where case_number = ? and (grown or points < 0) order by abs(points) desc, partner_id limit ?")
                .params(caseNumber, limit)
                .query(AccrualLines::line)
                .list();
    }

    /** How many lines have grown, and how many are negative. */
    record Remarks(int grown, int negative) {}

    Remarks remarks(String caseNumber) {
        return jdbc.sql("select count(*) filter (where grown) as grown, count(*) filter (where points < 0) as negative"
                        + " from accrual_line where case_number = ?")
                .param(caseNumber)
                .query(Remarks.class)
                .single();
    }

    /** Lines of partners above this one, by partner. */
    List<AccrualLine> after(String caseNumber, long partner, int limit) {
        return jdbc.sql(LINE + " where case_number = ? and partner_id > ? order by partner_id limit ?")
                .params(caseNumber, partner, limit)
                .query(AccrualLines::line)
                .list();
    }

    /** A page of a run's lines, by partner; {@code page} counts from 0. */
    List<AccrualLine> page(String caseNumber, boolean onlyRemarkable, int page, int size) {
        var which = onlyRemarkable ? " and (grown or points < 0)" : "";
        return jdbc.sql(LINE + " where case_number = ?" + which + " order by partner_id limit ? offset ?")
                .params(caseNumber, size, (long) page * size)
                .query(AccrualLines::line)
                .list();
    }

    int count(String caseNumber, boolean onlyRemarkable) {
        var which = onlyRemarkable ? " and (grown or points < 0)" : "";
        return jdbc.sql("select count(*) from accrual_line where case_number = ?" + which)
                .param(caseNumber)
                .query(Integer.class)
                .single();
    }

    private static Date firstDay(Quarter quarter) {
        return Date.valueOf(quarter.firstOfYear().firstDay());
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static AccrualLine line(ResultSet row, int number) throws SQLException {
        return new AccrualLine(
                row.getLong("partner_id"),
                row.getInt("purchase_count"),
                row.getBigDecimal("term_total"),
                row.getBigDecimal("quarter_total"),
                row.getBigDecimal("previous_total"),
                row.getLong("entitlement"),
                row.getLong("posted_before"),
                row.getLong("points"),
                row.getBoolean("grown"));
    }
}
