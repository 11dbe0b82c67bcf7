package kz.intelligentplatforms.partners.points.purchases;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tables of purchases. A document number is in one of them at most once, which the gate sees to. */
@Component
class PurchaseStore {

    private final JdbcTemplate jdbc;

    PurchaseStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lets nobody else add purchases until the caller's transaction ends: what is looked up afterwards stays true, and ids are in the
     * order of the commits, on which calculations rely.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock() {
        jdbc.queryForObject("select id from purchase_gate where id = 1 for update", Integer.class);
    }

    /** The purchases that have these document numbers, by number, as they were sent. */
    Map<String, Purchase> stored(Collection<String> documentNumbers) {
        var found = new HashMap<String, Purchase>();
        var numbers = documentNumbers.toArray(String[]::new);
        jdbc.query(
                // Joined, and not "= any(?)", for which H2 uses no index.
                "select p.document_number, coalesce(p.tax_number, n.tax_number) as tax_number, p.purchased_on, p.amount"
                        + " from unnest(cast(? as varchar array)) as t(number)"
                        + " join purchase p on p.document_number = t.number join partner n on n.id = p.partner_id"
                        + " union all"
                        + " select u.document_number, u.tax_number, u.purchased_on, u.amount"
                        + " from unnest(cast(? as varchar array)) as t(number)"
                        + " join unmatched_purchase u on u.document_number = t.number",
                row -> {
                    var purchase = purchase(row);
                    found.put(purchase.documentNumber(), purchase);
                },
                numbers,
                numbers);
        return found;
    }

    static Purchase purchase(ResultSet row) throws SQLException {
        return new Purchase(
                row.getString("document_number"),
                row.getString("tax_number"),
                row.getObject("purchased_on", LocalDate.class),
                row.getBigDecimal("amount"));
    }

    /** Adds what is new of these, each to its table; the caller holds the gate. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Collection<Sorted> sorted, PurchaseSource source, Instant receivedAt, String receivedBy) {
        insert(
                "insert into purchase (document_number, purchased_on, amount, source, received_at, received_by, partner_id)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                of(sorted, Outcome.RECORDED),
                (row, each) -> {
                    fill(row, each.purchase(), source, receivedAt, receivedBy);
                    row.setLong(7, Objects.requireNonNull(each.partnerId()));
                });
        insert(
                "insert into unmatched_purchase (document_number, purchased_on, amount, source, received_at, received_by, tax_number)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                of(sorted, Outcome.UNMATCHED),
                (row, each) -> {
                    fill(row, each.purchase(), source, receivedAt, receivedBy);
                    row.setString(7, each.purchase().taxNumber());
                });
    }

    private static List<Sorted> of(Collection<Sorted> sorted, Outcome outcome) {
        return sorted.stream().filter(each -> each.outcome() == outcome).toList();
    }

    private interface Filler {
        void fill(PreparedStatement row, Sorted each) throws SQLException;
    }

    private void insert(String sql, List<Sorted> rows, Filler filler) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows, rows.size(), filler::fill);
        }
    }

    private static void fill(
            PreparedStatement row, Purchase purchase, PurchaseSource source, Instant receivedAt, String receivedBy)
            throws SQLException {
        row.setString(1, purchase.documentNumber());
        row.setObject(2, purchase.date());
        row.setBigDecimal(3, purchase.amount());
        row.setString(4, source.name());
        row.setTimestamp(5, Timestamp.from(receivedAt));
        row.setString(6, receivedBy);
    }
}
