package kz.intelligentplatforms.partners.platform;

import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** A database that cannot be reached, or does not let us in, in two lines instead of a stack trace. */
class DatabaseAwayAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    /** SQLSTATE class 08: no connection; 28: who we say we are is not accepted; 3D: there is no such database. */
    private static final String CONNECTION_TROUBLE = "08|28|3D|90";

    private final Environment environment;

    DatabaseAwayAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, SQLException e) {
        var state = String.valueOf(e.getSQLState()).toUpperCase(Locale.ROOT);
        if (state.length() < 2 || !state.substring(0, 2).matches(CONNECTION_TROUBLE)) {
            return null;
        }
        var url = environment.getProperty("spring.datasource.url", "").replaceAll("\\?.*", "");
        return new FailureAnalysis(
                "The database " + url + " cannot be used: " + e.getMessage(),
                "Check that it is running and reachable, and that DB_URL, DB_USER and DB_PASSWORD are right. The embedded"
                        + " database takes one process at a time.",
                e);
    }
}
