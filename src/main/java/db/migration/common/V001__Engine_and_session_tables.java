package db.migration.common;

import java.util.Locale;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * Creates the tables of the engine and of Spring Session with the scripts that their own jars carry. Under Flyway's lock,
 * so two nodes may start on an empty database at once, which the engine's own schema creation does not survive.
 */
@SuppressWarnings("checkstyle:TypeName") // the name is Flyway's version and description
public class V001__Engine_and_session_tables extends BaseJavaMigration {

    private static final String[] ENGINE_PARTS = {
        "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history"
    };

    @Override
    public void migrate(Context context) throws Exception {
        var connection = context.getConnection();
        var product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        var populator = new ResourceDatabasePopulator();
        for (var part : ENGINE_PARTS) {
            populator.addScript(new ClassPathResource("org/camunda/bpm/engine/db/create/activiti.%s.create.%s.sql"
                    .formatted(product.equals("postgresql") ? "postgres" : product, part)));
        }
        populator.addScript(new ClassPathResource("org/springframework/session/jdbc/schema-%s.sql".formatted(product)));
        populator.execute(new SingleConnectionDataSource(connection, true));
    }
}
