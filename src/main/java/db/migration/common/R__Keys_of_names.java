package db.migration.common;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import kz.intelligentplatforms.partners.partner.CompanyName;
import kz.intelligentplatforms.partners.partner.NameKey;
import kz.intelligentplatforms.partners.platform.text.Alphabet;
import kz.intelligentplatforms.partners.platform.text.SearchKey;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Makes the keys by which names are ordered and found, which only Java can: once for what is there when a release brings new rules, and
 * again when a newer library knows another order. Addresses of the directory stay.
 */
@SuppressWarnings("checkstyle:TypeName") // the name is Flyway's kind and description
public class R__Keys_of_names extends BaseJavaMigration {

    /** To be raised with every change of {@link CompanyName}, {@link NameKey} or {@link SearchKey}. */
    private static final int RULES = 1;

    private static final int BATCH = 5_000;

    @Override
    public Integer getChecksum() {
        return Objects.hash(RULES, Alphabet.version());
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        fill(
                connection,
                "partner",
                "id",
                List.of("name_key", "sort_key", "search_text"),
                List.of("name", "tax_number", "city"),
                row -> {
                    var name = new CompanyName(row.getString("name"));
                    return List.of(
                            NameKey.of(name.name()),
                            name.sortKey(),
                            name.searchText(row.getString("tax_number"), row.getString("city")));
                });
        fill(
                connection,
                "directory_listing",
                "partner_id",
                List.of("sort_key", "search_text", "city_key"),
                List.of("name", "city"),
                row -> {
                    var name = new CompanyName(row.getString("name"));
                    return List.of(name.sortKey(), name.searchText(), SearchKey.of(row.getString("city")));
                });
        fill(
                connection,
                "registration_application",
                "case_number",
                List.of("name_key"),
                List.of("name"),
                row -> List.of(NameKey.of(row.getString("name"))));
        fill(
                connection,
                "co_request",
                "case_number",
                List.of("title_key"),
                List.of("title"),
                row -> List.of(SearchKey.of(row.getString("title"))));
        try (var statement = connection.createStatement()) {
            // What readers and browsers have kept of the directory is in the old order.
            statement.execute("update directory_edition set edition = edition + 1");
        }
    }

    /** The values of a row's keys, in their order. */
    private interface Keys {

        List<String> of(ResultSet row) throws SQLException;
    }

    private static void fill(
            Connection connection, String table, String id, List<String> keys, List<String> sources, Keys rules)
            throws SQLException {
        var select = "select " + id + ", " + String.join(", ", sources) + " from " + table;
        var order = " order by " + id + " limit " + BATCH;
        try (var first = connection.prepareStatement(select + order);
                var next = connection.prepareStatement(select + " where " + id + " > ?" + order);
                var update = connection.prepareStatement(
                        "update " + table + " set " + String.join(" = ?, ", keys) + " = ? where " + id + " = ?")) {
            var page = first;
            int rows;
            do {
                rows = 0;
                try (var found = page.executeQuery()) {
                    while (found.next()) {
                        int column = 1;
                        for (var key : rules.of(found)) {
                            update.setString(column++, key);
                        }
                        var last = found.getObject(id);
                        update.setObject(column, last);
                        update.addBatch();
                        next.setObject(1, last);
                        rows++;
                    }
                }
                update.executeBatch();
                page = next;
            } while (rows == BATCH);
        }
    }
}
