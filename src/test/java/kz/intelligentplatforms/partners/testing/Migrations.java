package kz.intelligentplatforms.partners.testing;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An empty database of its own that is brought up version by version, to see what a migration makes of older rows. */
public final class Migrations {

    private static final boolean POSTGRES = TestEnvironment.DATABASE.equals("postgres");

    private final DataSource database;

    /** @param name of the database in this JVM */
    public Migrations(String name) {
        if (POSTGRES) {
            database = TestEnvironment.startPostgres().getPostgresDatabase();
        } else {
            var inMemory = new JdbcDataSource();
            inMemory.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
            database = inMemory;
        }
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(database);
    }

    /** Runs all migrations up to {@code version}. */
    public void to(String version) {
        Flyway.configure()
                .dataSource(database)
                .locations(
                        "classpath:db/migration/common", "classpath:db/migration/" + (POSTGRES ? "postgresql" : "h2"))
                .target(version)
                .load()
                .migrate();
    }
}
