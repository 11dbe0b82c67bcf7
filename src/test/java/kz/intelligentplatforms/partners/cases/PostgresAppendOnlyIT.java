package kz.intelligentplatforms.partners.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kz.intelligentplatforms.partners.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever is append-only on PostgreSQL is not emptied either. */
class PostgresAppendOnlyIT extends IntegrationTest {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void noTableThatIsAppendOnlyIsTruncated() {
        var tables = jdbc.sql("select distinct event_object_table from information_schema.triggers"
                        + " where trigger_name like '%append_only'")
                .query(String.class)
                .list();
        assertThat(tables).contains("case_event", "purchase", "points_entry", "co_fund_entry");
        assertThat(tables)
                .allSatisfy(table -> assertThatThrownBy(
                                () -> jdbc.sql("truncate " + table + " cascade").update())
                        .isInstanceOf(DataAccessException.class)
                        .rootCause()
                        .hasMessageContaining("append-only"));
    }
}
