package kz.intelligentplatforms.partners.purchases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.partner.TaxIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tables of purchases. A document stands in one of them at most once, which the gate sees to; what stood before a correction stays
 * readable.
 */
@Component
class PurchaseStore {

    /** What a document is known by, in each of the tables. */
    static final String DOCUMENT = "document_number, number_key, kind, document_year, document_id";

    private static final String RECORDED = """
            select p.id, p.partner_id, p.document_number, p.number_key, p.kind, p.document_year, p.document_id, p.revision,
                coalesce(p.tax_country, n.country) as tax_country, coalesce(p.tax_number, n.tax_number) as tax_number,
                p.purchased_on, p.amount, not exists (select 1 from purchase r where r.reverses = p.id) as standing
            """;

    // Joined, and not "= any(?)", for which H2 uses no index.
    private static final String STORED = RECORDED + """
            from unnest(cast(? as varchar array)) as t(sought)
            join purchase p on p.%1$s = t.sought and p.reverses is null join partner n on n.id = p.partner_id
            union all
            select u.id, null, u.document_number, u.number_key, u.kind, u.document_year, u.document_id, u.revision,
                u.tax_country, u.tax_number, u.purchased_on, u.amount, true
            from unnest(cast(? as varchar array)) as t(sought) join unmatched_purchase u on u.%1$s = t.sought
            union all
            select u.id, null, u.document_number, u.number_key, u.kind, u.document_year, u.document_id, u.revision,
                u.tax_country, u.tax_number, u.purchased_on, u.amount, false
            from unnest(cast(? as varchar array)) as t(sought) join replaced_purchase u on u.%1$s = t.sought
            """;

    private static final String LATEST = RECORDED + """
            from purchase p join partner n on n.id = p.partner_id
            where p.id = ? and p.reverses is null and not exists (select 1 from purchase s where s.replaces = p.id)
            """;

    private final JdbcTemplate jdbc;

    PurchaseStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How purchases came in.
     *
     * @param by user id
     * @param caseNumber of the people who decided it, where it is their correction
     */
    record Received(
            PurchaseSource source,
            Instant at,
            String by,
            @Nullable String caseNumber) {}

    /**
     * Lets nobody else add purchases until the caller's transaction ends: what is looked up afterwards stays true, and ids are in the
     * order of the commits, on which calculations rely.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock() {
        jdbc.queryForObject("select id from purchase_gate where id = 1 for update", Integer.class);
    }

    /** What is stored of these documents, each in all its versions. */
    DocumentIndex<StoredPurchase> stored(Collection<PurchaseDocument> documents) {
        var found = new HashSet<StoredPurchase>();
        read("number_key", documents.stream().map(PurchaseDocument::numberKey), found);
        read("document_id", documents.stream().map(PurchaseDocument::id).filter(id -> !id.isEmpty()), found);
        var index = new DocumentIndex<StoredPurchase>(each -> each.purchase().document());
        found.forEach(index::add);
        return index;
    }

    /** A partner's purchase, where nothing was recorded in its place; it may have been voided. */
    Optional<StoredPurchase> latest(long id) {
        return jdbc.query(LATEST, (row, number) -> stored(row), id).stream().findFirst();
    }

    private void read(String column, Stream<String> sought, Collection<StoredPurchase> found) {
        var keys = sought.distinct().toArray(String[]::new);
        if (keys.length > 0) {
            jdbc.query(
                    STORED.formatted(column),
                    row -> {
                        found.add(stored(row));
                    },
                    keys,
                    keys,
                    keys);
        }
    }

    private static StoredPurchase stored(ResultSet row) throws SQLException {
        return new StoredPurchase(
                row.getLong("id"),
                row.getObject("partner_id", Long.class),
                row.getInt("revision"),
                row.getBoolean("standing"),
                new Purchase(
                        new PurchaseDocument(
                                row.getString("document_number"),
                                row.getString("number_key"),
                                PurchaseKind.valueOf(row.getString("kind")),
                                row.getInt("document_year"),
                                row.getString("document_id")),
                        new TaxIdentity(row.getString("tax_country"), row.getString("tax_number")),
                        row.getObject("purchased_on", LocalDate.class),
                        row.getBigDecimal("amount")));
    }

    /** Adds what is new of these, each to its table; the caller holds the gate. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Collection<ClassifiedPurchase> sorted, Received received) {
        var counted = new ArrayList<ClassifiedPurchase>();
        var keptApart = new ArrayList<ClassifiedPurchase>();
        for (var each : sorted) {
            if (each.replaces() != null) {
                correct(each, each.replaces(), received);
            } else if (!each.isKnown()) {
                (each.partnerId() == null ? keptApart : counted).add(each);
            }
        }
        insert(
                "purchase",
                "partner_id, source, received_at, received_by",
                "cast(t.partner as bigint)",
                counted,
                received);
        insert(
                "unmatched_purchase",
                "tax_country, tax_number, source, received_at, received_by",
                "t.country, t.number",
                keptApart,
                received);
    }

    /** One statement with a list for each column: somewhat faster than JDBC batches, whether the driver rewrites those or not. */
    private void insert(String table, String columns, String owner, List<ClassifiedPurchase> rows, Received received) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.update(
                "insert into " + table + " (" + DOCUMENT + ", purchased_on, amount, " + columns + ")"
                        + " select t.document, t.document_key, t.kind, cast(t.document_year as integer), t.id,"
                        + " cast(t.purchased as date), cast(t.amount as numeric(15, 2)), " + owner
                        + ", ?, cast(? as timestamp with time zone), ?"
                        + " from unnest(" + "cast(? as varchar array), ".repeat(9) + "cast(? as varchar array))"
                        + " as t(document, document_key, kind, document_year, id, purchased, amount, partner, country, number)",
                received.source().name(),
                Timestamp.from(received.at()),
                received.by(),
                column(rows, each -> each.purchase().document().number()),
                column(rows, each -> each.purchase().document().numberKey()),
                column(rows, each -> each.purchase().document().kind()),
                column(rows, each -> each.purchase().document().year()),
                column(rows, each -> each.purchase().document().id()),
                column(rows, each -> each.purchase().date()),
                column(rows, each -> each.purchase().amount()),
                column(rows, ClassifiedPurchase::partnerId),
                column(rows, each -> each.purchase().buyer().country()),
                column(rows, each -> each.purchase().buyer().taxNumber()));
    }

    private static String[] column(
            List<ClassifiedPurchase> rows, Function<ClassifiedPurchase, @Nullable Object> value) {
        return rows.stream().map(row -> String.valueOf(value.apply(row))).toArray(String[]::new);
    }

    private void correct(ClassifiedPurchase right, StoredPurchase wrong, Received received) {
        boolean counted = wrong.partnerId() != null;
        if (!counted) {
            putAside(wrong, received);
        } else if (wrong.standing()) {
            reverse(wrong, received);
        }
        var document = right.purchase().document();
        var id = document.id().isEmpty() ? wrong.purchase().document().id() : document.id();
        int revision = wrong.revision() + (counted ? 2 : 1);
        var at = Timestamp.from(received.at());
        // Matched by somebody to a partner with another number: where the buyer is the same, it still is.
        var matched =
                counted && wrong.purchase().buyer().equals(right.purchase().buyer()) ? wrong.id() : null;
        if (right.partnerId() == null) {
            jdbc.update(
                    "insert into unmatched_purchase (" + DOCUMENT
                            + ", revision, purchased_on, amount, tax_country, tax_number,"
                            + " source, received_at, received_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    document.number(),
                    document.numberKey(),
                    document.kind().name(),
                    document.year(),
                    id,
                    revision,
                    right.purchase().date(),
                    right.purchase().amount(),
                    right.purchase().buyer().country(),
                    right.purchase().buyer().taxNumber(),
                    received.source().name(),
                    at,
                    received.by());
        } else {
            jdbc.update(
                    "insert into purchase (" + DOCUMENT
                            + ", revision, purchased_on, amount, partner_id, source, received_at,"
                            + " received_by, case_number, replaces, matched_by, tax_country, tax_number)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, " + of("matched_by") + ", "
                            + of("tax_country") + ", " + of("tax_number") + ")",
                    document.number(),
                    document.numberKey(),
                    document.kind().name(),
                    document.year(),
                    id,
                    revision,
                    right.purchase().date(),
                    right.purchase().amount(),
                    right.partnerId(),
                    received.source().name(),
                    at,
                    received.by(),
                    received.caseNumber(),
                    counted ? wrong.id() : null,
                    matched,
                    matched,
                    matched);
        }
    }

    private static String of(String column) {
        return "(select " + column + " from purchase where id = cast(? as bigint))";
    }

    /** Takes a purchase back: a row of its own that makes the sum what it would be without it. The caller holds the gate. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reverse(StoredPurchase purchase, Received received) {
        jdbc.update(
                "insert into purchase (" + DOCUMENT
                        + ", revision, purchased_on, amount, partner_id, tax_country, tax_number,"
                        + " source, received_at, received_by, case_number, reverses)"
                        + " select " + DOCUMENT
                        + ", revision + 1, purchased_on, -amount, partner_id, tax_country, tax_number,"
                        + " cast(? as varchar(12)), cast(? as timestamp with time zone), cast(? as varchar(64)),"
                        + " cast(? as varchar(24)), id from purchase where id = ?",
                received.source().name(),
                Timestamp.from(received.at()),
                received.by(),
                received.caseNumber(),
                purchase.id());
    }

    private void putAside(StoredPurchase purchase, Received received) {
        var columns = DOCUMENT
                + ", revision, purchased_on, amount, tax_country, tax_number, source, received_at, received_by";
        jdbc.update(
                "insert into replaced_purchase (" + columns + ", replaced_at, replaced_by) select " + columns
                        + ", cast(? as timestamp with time zone), cast(? as varchar(64)) from unmatched_purchase where id = ?",
                Timestamp.from(received.at()),
                received.by(),
                purchase.id());
        jdbc.update("delete from unmatched_purchase where id = ?", purchase.id());
    }
}
