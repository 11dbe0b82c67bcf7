package kz.intelligentplatforms.partners.points.purchases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.intelligentplatforms.partners.platform.validation.TypedText;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.SliceImpl;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Purchases for people to look up, page by page; pages count from 0. */
@Service
@Transactional(readOnly = true)
public class PurchaseSearch {

    private static final int PAGE_SIZE = 25;

    private static final String RECORDED =
            "select p.document_number, p.partner_id, n.name, coalesce(p.tax_number, n.tax_number) as tax_number,"
                    + " p.purchased_on, p.amount, p.source, p.received_at, p.received_by, p.matched_by"
                    + " from purchase p join partner n on n.id = p.partner_id";
    private static final String UNMATCHED =
            "select document_number, tax_number, purchased_on, amount, source, received_at from unmatched_purchase";

    private final JdbcClient jdbc;

    PurchaseSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What counts for partners, the latest recorded first.
     *
     * @param text the whole number of a document, or a partner's BIN or IIN; empty for all
     */
    public Slice<PurchaseView> recorded(String text, int page) {
        var sought = TypedText.cleanQuery(text);
        // Each of the three is found by an index of its own.
        return sought.isEmpty()
                ? slice(RECORDED + " order by p.id desc", List.of(), page, PurchaseSearch::recorded)
                : slice(
                        RECORDED + " where p.document_number = ? or p.partner_id in"
                                + " (select id from partner where country = 'KZ' and tax_number = ?)"
                                + " order by p.purchased_on desc, p.id desc",
                        List.of(sought, sought),
                        page,
                        PurchaseSearch::recorded);
    }

    /**
     * What is kept apart, the oldest purchases first.
     *
     * @param text the whole number of a document or company; empty for all
     */
    public Slice<UnmatchedView> unmatched(String text, int page) {
        var sought = TypedText.cleanQuery(text);
        var order = " order by purchased_on, document_number";
        return sought.isEmpty()
                ? slice(UNMATCHED + order, List.of(), page, PurchaseSearch::unmatched)
                : slice(
                        UNMATCHED + " where document_number = ? or tax_number = ?" + order,
                        List.of(sought, sought),
                        page,
                        PurchaseSearch::unmatched);
    }

    /** How many purchases are kept apart. */
    public long unmatchedCount() {
        return jdbc.sql("select count(*) from unmatched_purchase")
                .query(Long.class)
                .single();
    }

    private <T> Slice<T> slice(String sql, List<Object> parameters, int page, RowMapper<T> mapper) {
        var all = new ArrayList<>(parameters);
        all.add(PAGE_SIZE + 1);
        all.add((long) page * PAGE_SIZE);
        var rows = jdbc.sql(sql + " limit ? offset ?").params(all).query(mapper).list();
        boolean more = rows.size() > PAGE_SIZE;
        return new SliceImpl<>(more ? rows.subList(0, PAGE_SIZE) : rows, PageRequest.of(page, PAGE_SIZE), more);
    }

    private static PurchaseView recorded(ResultSet row, int number) throws SQLException {
        return new PurchaseView(
                row.getString("document_number"),
                row.getLong("partner_id"),
                row.getString("name"),
                row.getString("tax_number"),
                row.getObject("purchased_on", LocalDate.class),
                row.getBigDecimal("amount"),
                PurchaseSource.valueOf(row.getString("source")),
                row.getTimestamp("received_at").toInstant(),
                row.getString("received_by"),
                row.getString("matched_by"));
    }

    static UnmatchedView unmatched(ResultSet row, int number) throws SQLException {
        return new UnmatchedView(
                row.getString("document_number"),
                row.getString("tax_number"),
                row.getObject("purchased_on", LocalDate.class),
                row.getBigDecimal("amount"),
                PurchaseSource.valueOf(row.getString("source")),
                row.getTimestamp("received_at").toInstant());
    }
}
