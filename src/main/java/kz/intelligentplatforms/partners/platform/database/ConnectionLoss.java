package kz.intelligentplatforms.partners.platform.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/** Hears of every error of the pool's connections, and notes those that mean that the database is gone in the middle of a request. */
public class ConnectionLoss implements SQLExceptionOverride {

    /** Of PostgreSQL: it is shut down by an administrator, or after a crash, or is not up yet. */
    private static final Set<String> SHUT_DOWN = Set.of("57P01", "57P02", "57P03");

    @java.lang.Override // the interface has an Override of its own
    public Override adjudicate(SQLException error) {
        var state = error.getSQLState();
        // SQLSTATE class 08: no connection
        if (state != null && (state.startsWith("08") || SHUT_DOWN.contains(state))) {
            DatabaseReach.lost();
        }
        return Override.CONTINUE_EVICT;
    }
}
