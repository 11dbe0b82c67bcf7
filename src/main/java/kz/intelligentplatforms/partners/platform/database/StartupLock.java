package kz.intelligentplatforms.partners.platform.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets one node at a time set things up, so that two starting at once do not both make what is missing. */
@Component
public class StartupLock {

    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    StartupLock(TransactionTemplate transaction, JdbcClient jdbc) {
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /** Runs {@code setUp} in a transaction of its own while no other node does. */
    public void whileHeld(Runnable setUp) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select id from startup_lock where id = 1 for update")
                    .query(Integer.class)
                    .single();
            setUp.run();
        });
    }
}
