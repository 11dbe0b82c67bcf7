package kz.intelligentplatforms.partners.purchases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kz.intelligentplatforms.partners.partner.TaxIdentity;
import kz.intelligentplatforms.partners.platform.validation.DocumentNumbers;
import kz.intelligentplatforms.partners.platform.validation.InputText;
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
            "select p.id, p.document_number, p.kind, p.partner_id, n.name, coalesce(p.tax_country, n.country) as tax_country,"
                    + " coalesce(p.tax_number, n.tax_number) as tax_number, p.purchased_on, p.amount, p.source, p.received_at,"
                    + " p.received_by, p.matched_by, p.case_number, " + PurchaseStanding.SQL
                    + " from purchase p join partner n on n.id = p.partner_id";
    private static final String UNMATCHED =
            "select id, document_number, tax_country, tax_number, purchased_on, amount, source,"
                    + " received_at from unmatched_purchase";

    private final JdbcClient jdbc;

    PurchaseSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What counts for partners, and what corrected it, the latest recorded first.
     *
     * @param text the number of a document, however it is written, or a partner's BIN or IIN, or country and tax number; empty for all
     */
    public Slice<PurchaseView> recorded(String text, int page) {
        var sought = InputText.cleanQuery(text);
        var partner = TaxIdentity.read(sought);
        // Each of the three is found by an index of its own.
        return sought.isEmpty()
                ? slice(RECORDED + " order by p.id desc", List.of(), page, PurchaseSearch::recorded)
                : slice(
                        RECORDED + " where p.number_key = ? or p.partner_id in"
                                + " (select id from partner where country = ? and tax_number = ?)"
                                + " order by p.purchased_on desc, p.id desc",
                        List.of(DocumentNumbers.key(sought), partner.country(), partner.taxNumber()),
                        page,
                        PurchaseSearch::recorded);
    }

    /**
     * What is kept apart, the oldest purchases first.
     *
     * @param text the number of a document or company, as for {@link #recorded}; empty for all
     */
    public Slice<UnmatchedView> unmatched(String text, int page) {
        var sought = InputText.cleanQuery(text);
        var order = " order by purchased_on, document_number";
        return sought.isEmpty()
                ? slice(UNMATCHED + order, List.of(), page, PurchaseSearch::unmatched)
                : slice(
                        UNMATCHED + " where number_key = ? or tax_number = ?" + order,
                        List.of(
                                DocumentNumbers.key(sought),
                                TaxIdentity.read(sought).taxNumber()),
                        page,
                        PurchaseSearch::unmatched);
    }

    /** One row of what counts for partners, or corrected it. */
    public Optional<PurchaseView> byId(long id) {
        return jdbc.sql(RECORDED + " where p.id = ?")
                .param(id)
                .query(PurchaseSearch::recorded)
                .optional();
    }

    /** Everything that was recorded of a purchase's document for partners, the first version first; nothing where there is none. */
    public List<PurchaseView> history(long id) {
        var chain = new ArrayList<Long>();
        var first = link("select reverses from purchase where id = ?", id).orElse(id);
        for (var at = Optional.of(first);
                at.isPresent();
                at = link("select replaces from purchase where id = ?", at.get())) {
            chain.add(at.get());
        }
        for (var at = next(first); at.isPresent(); at = next(at.get())) {
            chain.add(at.get());
        }
        return jdbc.sql(RECORDED + " where p.id in (:chain) or p.reverses in (:chain) order by p.id")
                .param("chain", chain)
                .query(PurchaseSearch::recorded)
                .list();
    }

    private Optional<Long> next(long id) {
        return link("select id from purchase where replaces = ?", id);
    }

    private Optional<Long> link(String sql, long id) {
        return jdbc.sql(sql).param(id).query((row, number) -> row.getObject(1, Long.class)).stream()
                .filter(Objects::nonNull)
                .findFirst();
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
                row.getLong("id"),
                row.getString("document_number"),
                PurchaseKind.valueOf(row.getString("kind")),
                row.getLong("partner_id"),
                row.getString("name"),
                buyer(row),
                row.getObject("purchased_on", LocalDate.class),
                row.getBigDecimal("amount"),
                PurchaseSource.valueOf(row.getString("source")),
                row.getTimestamp("received_at").toInstant(),
                row.getString("received_by"),
                row.getString("matched_by"),
                PurchaseStanding.valueOf(row.getString("standing")),
                row.getString("case_number"));
    }

    private static TaxIdentity buyer(ResultSet row) throws SQLException {
        return new TaxIdentity(row.getString("tax_country"), row.getString("tax_number"));
    }

    static UnmatchedView unmatched(ResultSet row, int number) throws SQLException {
        return new UnmatchedView(
                row.getLong("id"),
                row.getString("document_number"),
                buyer(row),
                row.getObject("purchased_on", LocalDate.class),
                row.getBigDecimal("amount"),
                PurchaseSource.valueOf(row.getString("source")),
                row.getTimestamp("received_at").toInstant());
    }
}
