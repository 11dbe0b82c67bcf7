package kz.intelligentplatforms.partners.points.purchases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
        var received = new Received(source, receivedAt, receivedBy);
        insert("purchase", "partner_id", "bigint", of(sorted, Outcome.RECORDED), Sorted::partnerId, received);
        insert(
                "unmatched_purchase",
                "tax_number",
                "varchar(12)",
                of(sorted, Outcome.UNMATCHED),
                each -> each.purchase().taxNumber(),
                received);
    }

    private record Received(PurchaseSource source, Instant at, String by) {}

    private static List<Sorted> of(Collection<Sorted> sorted, Outcome outcome) {
        return sorted.stream().filter(each -> each.outcome() == outcome).toList();
    }

    /** One statement with a list for each column: somewhat faster than JDBC batches, whether the driver rewrites those or not. */
    private void insert(
            String table,
            String ownerColumn,
            String ownerType,
            List<Sorted> rows,
            Function<Sorted, @Nullable Object> owner,
            Received received) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.update(
                "insert into " + table + " (document_number, purchased_on, amount, " + ownerColumn
                        + ", source, received_at, received_by)"
                        + " select t.number, cast(t.purchased as date), cast(t.amount as numeric(15, 2)), cast(t.owner as "
                        + ownerType
                        + "), ?, cast(? as timestamp with time zone), ?"
                        + " from unnest(cast(? as varchar array), cast(? as varchar array), cast(? as varchar array),"
                        + " cast(? as varchar array)) as t(number, purchased, amount, owner)",
                received.source().name(),
                Timestamp.from(received.at()),
                received.by(),
                column(rows, each -> each.purchase().documentNumber()),
                column(rows, each -> each.purchase().date()),
                column(rows, each -> each.purchase().amount()),
                column(rows, owner));
    }

    private static String[] column(List<Sorted> rows, Function<Sorted, @Nullable Object> value) {
        return rows.stream().map(row -> String.valueOf(value.apply(row))).toArray(String[]::new);
    }
}
