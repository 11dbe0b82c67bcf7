package kz.intelligentplatforms.partners.platform.identity;

import kz.intelligentplatforms.partners.platform.database.StartupLock;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The first administrator, where there are no demo accounts: made once, with the password from the environment. */
@Component
@Order(2)
@ConditionalOnProperty(name = "program.demo", havingValue = "false", matchIfMissing = true)
class AdministratorAccount implements ApplicationRunner {

    private static final String ADMIN = "admin";

    private final Accounts accounts;
    private final Environment environment;
    private final StartupLock lock;

    AdministratorAccount(Accounts accounts, Environment environment, StartupLock lock) {
        this.accounts = accounts;
        this.environment = environment;
        this.lock = lock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var password = environment.getProperty("ADMIN_PASSWORD");
        if (password == null) {
            return;
        }
        lock.whileHeld(() -> {
            if (!accounts.exists(ADMIN)) {
                accounts.create(ADMIN, "Administrator", "", password, Group.CAMUNDA_ADMIN);
            }
        });
    }
}
