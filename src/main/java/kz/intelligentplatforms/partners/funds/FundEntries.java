package kz.intelligentplatforms.partners.funds;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The entries of the ledger, for people to read. */
@Service
public class FundEntries {

    private static final String COLUMNS =
            "select e.id, e.fund_id, e.seq, e.kind, e.amount, e.case_number, e.partner_id, e.posted_at, e.posted_by, e.reason,"
                    + " e.allocated, e.reserved, e.paid from co_fund_entry e";
    private static final String OF_YEAR = " join co_fund f on f.id = e.fund_id where f.budget_year = :year";

    private final JdbcClient jdbc;

    FundEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which entries.
     *
     * @param year of the funds
     * @param fundId only this fund's, where there is one
     * @param kinds only these; all where there are none
     * @param partnerId only this partner's, where there is one
     */
    public record Filter(
            int year,
            @Nullable Long fundId,
            Set<FundEntryKind> kinds,
            @Nullable Long partnerId) {}

    /** How many entries there are, and what they come to together, in KZT. */
    public record Totals(int count, BigDecimal allocated, BigDecimal reserved, BigDecimal paid) {}

    /** Newest first; {@code page} counts from 0. */
    public List<FundEntry> list(Filter filter, int page, int size) {
        return jdbc.sql(COLUMNS + where(filter) + " order by " + (filter.fundId() == null ? "e.id" : "e.seq")
                        + " desc limit :size offset :offset")
                .params(values(filter))
                .param("size", size)
                .param("offset", (long) page * size)
                .query(FundEntries::entry)
                .list();
    }

    /** All at once, newest first. */
    public List<FundEntry> all(Filter filter) {
        return list(filter, 0, Integer.MAX_VALUE);
    }

    public Totals totalsOf(Filter filter) {
        return jdbc.sql(
                        "select count(*) as entries, coalesce(sum(case when e.kind in ('ALLOCATED', 'ADJUSTED') then e.amount else 0 end), 0)"
                                + " as allocated, coalesce(sum(case e.kind when 'RESERVED' then e.amount when 'RELEASED' then -e.amount"
                                + " when 'PAID' then -e.amount else 0 end), 0) as reserved,"
                                + " coalesce(sum(case when e.kind = 'PAID' then e.amount else 0 end), 0) as paid from co_fund_entry e"
                                + where(filter))
                .params(values(filter))
                .query((row, number) -> new Totals(
                        row.getInt("entries"),
                        row.getBigDecimal("allocated"),
                        row.getBigDecimal("reserved"),
                        row.getBigDecimal("paid")))
                .single();
    }

    /** The partners that entries of a year, or of one fund, are about. */
    public List<Long> partnersIn(int year, @Nullable Long fundId) {
        var filter = new Filter(year, fundId, Set.of(), null);
        return jdbc.sql("select distinct e.partner_id from co_fund_entry e" + where(filter)
                        + " and e.partner_id is not null")
                .params(values(filter))
                .query(Long.class)
                .list();
    }

    /** All that happened to a case's money, oldest first. */
    public List<FundEntry> ofCase(String caseNumber) {
        return jdbc.sql(COLUMNS + " where e.case_number = ? order by e.id")
                .param(caseNumber)
                .query(FundEntries::entry)
                .list();
    }

    private static String where(Filter filter) {
        return OF_YEAR
                + (filter.fundId() == null ? "" : " and e.fund_id = :fund")
                + (filter.kinds().isEmpty() ? "" : " and e.kind in (:kinds)")
                + (filter.partnerId() == null ? "" : " and e.partner_id = :partner");
    }

    private static Map<String, Object> values(Filter filter) {
        var values = new HashMap<String, Object>();
        values.put("year", filter.year());
        if (filter.fundId() != null) {
            values.put("fund", filter.fundId());
        }
        if (!filter.kinds().isEmpty()) {
            values.put("kinds", filter.kinds().stream().map(Enum::name).toList());
        }
        if (filter.partnerId() != null) {
            values.put("partner", filter.partnerId());
        }
        return values;
    }

    private static FundEntry entry(ResultSet row, int number) throws SQLException {
        return new FundEntry(
                row.getLong("id"),
                row.getLong("fund_id"),
                row.getInt("seq"),
                FundEntryKind.valueOf(row.getString("kind")),
                row.getBigDecimal("amount"),
                row.getString("case_number"),
                row.getObject("partner_id", Long.class),
                row.getTimestamp("posted_at").toInstant(),
                row.getString("posted_by"),
                row.getString("reason"),
                row.getBigDecimal("allocated"),
                row.getBigDecimal("reserved"),
                row.getBigDecimal("paid"));
    }
}
