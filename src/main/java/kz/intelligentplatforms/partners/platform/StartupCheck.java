package kz.intelligentplatforms.partners.platform;

import java.util.List;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/** Refuses to start on a database of one's own without what that takes, and says what is missing. */
class StartupCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final List<String> DATABASE = List.of("DB_URL", "DB_USER", "DB_PASSWORD");
    private static final int MIN_ADMIN_PASSWORD = 12;

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var environment = event.getEnvironment();
        if (environment.acceptsProfiles(Profiles.of("postgres"))) {
            requireAll(environment, DATABASE);
        }
        if (!environment.getRequiredProperty("spring.datasource.url").startsWith("jdbc:h2:")) {
            requireAll(environment, List.of("ADMIN_PASSWORD"));
            if (environment.getRequiredProperty("ADMIN_PASSWORD").length() < MIN_ADMIN_PASSWORD) {
                throw new Refused(
                        "ADMIN_PASSWORD is too short.",
                        "Choose a password of at least " + MIN_ADMIN_PASSWORD + " characters for the user \"admin\".");
            }
            if (environment.getProperty("program.demo", Boolean.class, false)) {
                throw new Refused(
                        "program.demo is on, and the database is not the embedded one.",
                        "Demo accounts have passwords that everybody knows: leave program.demo off.");
            }
        }
    }

    private static void requireAll(ConfigurableEnvironment environment, List<String> names) {
        var missing = names.stream()
                .filter(name -> !StringUtils.hasText(environment.getProperty(name)))
                .toList();
        if (!missing.isEmpty()) {
            throw new Refused(
                    "Missing in the environment: " + String.join(", ", missing) + ".",
                    "Set DB_URL (such as jdbc:postgresql://localhost:5432/partners), DB_USER, DB_PASSWORD and ADMIN_PASSWORD,"
                            + " and start again. src/docs/operations.md tells what each is for.");
        }
    }

    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String action;

        Refused(String description, String action) {
            super(description);
            this.action = action;
        }
    }

    /** Says it in two lines instead of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<Refused> {

        @Override
        protected FailureAnalysis analyze(Throwable root, Refused refused) {
            return new FailureAnalysis(refused.getMessage(), refused.action, refused);
        }
    }
}
