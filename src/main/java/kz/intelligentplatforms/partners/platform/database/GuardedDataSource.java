package kz.intelligentplatforms.partners.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool, with two ways to say at once that there is no connection: to a request that has waited for one in vain already
 * ({@link DatabaseReach}), and when so many wait that one more would only take a thread from those who need no database.
 */
class GuardedDataSource extends DelegatingDataSource {

    /** Times the size of the pool; each waits for a few short transactions, as long as the database answers. */
    private static final int LONGEST_QUEUE = 5;

    private final HikariDataSource pool;

    GuardedDataSource(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (DatabaseReach.isLost()) {
            throw new SQLTransientConnectionException("This request got no connection before");
        }
        try {
            if (isCrowded()) {
                throw new SQLTransientConnectionException("Too many wait for a connection");
            }
            return super.getConnection();
        } catch (SQLException e) {
            DatabaseReach.lost();
            throw e;
        }
    }

    private boolean isCrowded() {
        var state = pool.getHikariPoolMXBean();
        return state != null && state.getThreadsAwaitingConnection() >= LONGEST_QUEUE * pool.getMaximumPoolSize();
    }
}
