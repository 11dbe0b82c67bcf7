package kz.intelligentplatforms.partners.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says where to go once everything is up. */
@Component
class StartupNotice {

    private static final Logger LOG = LoggerFactory.getLogger(StartupNotice.class);

    private final ProgramSettings settings;

    StartupNotice(ProgramSettings settings) {
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void sayWhereToGo() {
        var base = settings.baseUrl();
        LOG.info("The partner program is up: {}", base);
        LOG.info("  Tasklist, Cockpit, portal, staff pages: one sign-in at {}/login", base);
        if (settings.demo()) {
            LOG.info(
                    "  DEMO accounts, one a role, password = name: manager, program, certification, service, architect,");
            LOG.info("  marketing, finance, monitor, admin, partner, erp. Mails land at {}/demo/mail", base);
        }
    }
}
