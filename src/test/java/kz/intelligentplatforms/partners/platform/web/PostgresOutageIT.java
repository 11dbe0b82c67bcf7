package kz.intelligentplatforms.partners.platform.web;

import static kz.intelligentplatforms.partners.platform.identity.Group.ACCOUNT_MANAGERS;
import static kz.intelligentplatforms.partners.platform.identity.Group.ERP;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import javax.sql.DataSource;
import kz.intelligentplatforms.partners.testing.Doors;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** No connection to the database is to be had. One whose database is gone: {@code PostgresNodesIT}. */
class PostgresOutageIT extends IntegrationTest {

    @Autowired
    private DataSource dataSource;

    @Test
    void whereNoConnectionIsToBeHadEveryDoorSaysSoInItsOwnForm() throws SQLException {
        var partner = visitor().signIn(members.achieving().email(), People.PASSWORD);
        var manager = member(ACCOUNT_MANAGERS);
        manager.get("/camunda/app/tasklist/default/");
        var doors = new Doors(this::visitor, partner, manager, Doors.basic(people.of(ERP), People.PASSWORD));

        withoutConnections(doors::assertClosed);
        doors.assertOpen();
    }

    private void withoutConnections(Runnable step) throws SQLException {
        var taken = new ArrayList<Connection>();
        try {
            for (int i = 0; i < dataSource.unwrap(HikariDataSource.class).getMaximumPoolSize(); i++) {
                taken.add(dataSource.getConnection());
            }
            step.run();
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
    }
}
