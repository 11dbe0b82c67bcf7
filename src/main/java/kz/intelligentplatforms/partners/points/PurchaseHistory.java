package kz.intelligentplatforms.partners.points;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.intelligentplatforms.partners.program.Quarter;
import kz.intelligentplatforms.partners.purchases.PurchaseStanding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What partners bought. A term is a calendar year. */
@Service
@Transactional(readOnly = true)
public class PurchaseHistory {

    private static final String OF_TERM =
            " from purchase p where p.partner_id = :partner and p.purchased_on between :from and :to";

    /**
     * Behind an accrual are the term's purchases up to its quarter that its run had read, without those that an earlier accrual of
     * the term stands for.
     */
    private static final String BEHIND = """
             from points_entry e
            join accrual_run r on r.case_number = e.case_number
            join purchase p on p.partner_id = e.partner_id and p.id <= r.counted_to and p.purchased_on between :from and :to
            where e.partner_id = :partner and e.quarter = :quarter and e.kind = 'ACCRUAL' and e.seq between :firstSeq and :lastSeq
            and not exists (
                select 1 from points_entry b
                join accrual_run s on s.case_number = b.case_number
                where b.partner_id = e.partner_id and b.kind = 'ACCRUAL' and b.seq < e.seq and p.id <= s.counted_to
                and s.quarter between :year || '-Q' || cast(extract(quarter from p.purchased_on) as varchar(1)) and :year || '-Q4')""";

    private final JdbcClient jdbc;

    PurchaseHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sales less returns of a term, in KZT. */
    public BigDecimal total(long partnerId, int year) {
        return jdbc.sql("select coalesce(sum(p.amount), 0.00)" + OF_TERM)
                .params(term(partnerId, year))
                .query(BigDecimal.class)
                .single();
    }

    /** Sales less returns in KZT by quarter, from one quarter to another; quarters without purchases are left out. */
    public SortedMap<Quarter, BigDecimal> byQuarter(long partnerId, Quarter from, Quarter to) {
        var totals = new TreeMap<Quarter, BigDecimal>();
        jdbc.sql("select extract(year from p.purchased_on), extract(quarter from p.purchased_on), sum(p.amount)"
                        + OF_TERM + " group by extract(year from p.purchased_on), extract(quarter from p.purchased_on)")
                .params(between(partnerId, from.firstDay(), to.lastDay()))
                .query(row -> {
                    totals.put(new Quarter(row.getInt(1), row.getInt(2)), row.getBigDecimal(3));
                });
        return totals;
    }

    /** A term's purchases, the latest first; {@code page} counts from 0. */
    public PurchaseList ofTerm(long partnerId, int year, int page, int size) {
        return list(OF_TERM, term(partnerId, year), page, size);
    }

    /** The purchases an accrual stands for, the latest first; none for entries of other kinds. {@code page} counts from 0. */
    public PurchaseList behind(PointsEntry entry, int page, int size) {
        return list(BEHIND, behind(entry.partnerId(), entry.quarter(), entry.seq(), entry.seq()), page, size);
    }

    /** The purchases that all accruals for a quarter stand for, the latest first; at most {@code size} are shown. */
    public PurchaseList countedIn(long partnerId, Quarter quarter, int size) {
        return list(BEHIND, behind(partnerId, quarter, 1, Integer.MAX_VALUE), 0, size);
    }

    private PurchaseList list(String which, Map<String, Object> params, int page, int size) {
        var all = jdbc.sql("select count(*), coalesce(sum(p.amount), 0.00)" + which)
                .params(params)
                .query((row, number) -> new PurchaseList(row.getLong(1), row.getBigDecimal(2), List.of()))
                .single();
        var shown = jdbc.sql("select p.id, p.document_number, p.purchased_on, p.amount, p.received_at, "
                        + PurchaseStanding.SQL + which
                        + " order by p.purchased_on desc, p.id desc limit :size offset :offset")
                .params(params)
                .param("size", size)
                .param("offset", (long) page * size)
                .query(PurchaseHistory::purchase)
                .list();
        return new PurchaseList(all.count(), all.total(), shown);
    }

    private static Map<String, Object> term(long partnerId, int year) {
        return between(partnerId, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    private static Map<String, Object> between(long partnerId, LocalDate from, LocalDate to) {
        var params = new LinkedHashMap<String, Object>();
        params.put("partner", partnerId);
        params.put("from", from);
        params.put("to", to);
        return params;
    }

    private static Map<String, Object> behind(long partnerId, Quarter quarter, int firstSeq, int lastSeq) {
        var params = between(partnerId, quarter.firstOfYear().firstDay(), quarter.lastDay());
        params.put("quarter", quarter.toString());
        params.put("year", String.valueOf(quarter.year()));
        params.put("firstSeq", firstSeq);
        params.put("lastSeq", lastSeq);
        return params;
    }

    private static CountedPurchase purchase(ResultSet row, int number) throws SQLException {
        return new CountedPurchase(
                row.getLong("id"),
                row.getString("document_number"),
                row.getObject("purchased_on", LocalDate.class),
                row.getBigDecimal("amount"),
                row.getTimestamp("received_at").toInstant(),
                PurchaseStanding.valueOf(row.getString("standing")));
    }
}
