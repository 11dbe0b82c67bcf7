package kz.intelligentplatforms.partners.partner;

import static org.assertj.core.api.Assertions.assertThat;

import db.migration.common.R__Keys_of_names;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import kz.intelligentplatforms.partners.directory.Directory;
import kz.intelligentplatforms.partners.directory.ListedPartners;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What an upgrade finds in the database gets the keys that a new partner gets. */
class KeysOfNamesIT extends IntegrationTest {

    private static final String KEYS = "select p.name_key, p.sort_key as partner_sort, p.search_text as partner_text,"
            + " l.sort_key, l.search_text, l.city_key"
            + " from partner p join directory_listing l on l.partner_id = p.id where p.id = ?";

    @Autowired
    private Partners partners;

    @Autowired
    private Directory directory;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource database;

    @Test
    void anUpgradeMakesTheKeysOfWhatIsThere() throws SQLException {
        long id = new ListedPartners(partners, directory, transaction)
                .listed("ПАО «Қазақмыс-Өнер»")
                .id();
        var made = keysOf(id);
        jdbc.sql("update partner set name_key = 'p', sort_key = '', search_text = 'пао «қазақмыс»' where id = ?")
                .param(id)
                .update();
        jdbc.sql(
                        "update directory_listing set sort_key = 'пао', search_text = 'пао', city_key = 'п' where partner_id = ?")
                .param(id)
                .update();
        long edition = edition();

        upgrade();

        assertThat(keysOf(id)).isEqualTo(made).doesNotContainValue("");
        assertThat(edition()).isGreaterThan(edition);
    }

    private void upgrade() throws SQLException {
        try (var connection = database.getConnection()) {
            new R__Keys_of_names().migrate(new Context() {
                @Override
                public Configuration getConfiguration() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public Connection getConnection() {
                    return connection;
                }
            });
        }
    }

    private Map<String, Object> keysOf(long id) {
        return jdbc.sql(KEYS).param(id).query().singleRow();
    }

    private long edition() {
        return jdbc.sql("select edition from directory_edition")
                .query(Long.class)
                .single();
    }
}
