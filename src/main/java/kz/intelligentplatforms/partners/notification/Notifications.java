package kz.intelligentplatforms.partners.notification;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mail. The engine is the outbox: each mail is a small process, started in the caller's transaction, so it goes out after
 * commit, is retried, and becomes an incident in Cockpit when the mail server is away, without holding up the case.
 */
@Service
public class Notifications {

    static final String PROCESS = "notification";

    private final NotificationRecords notifications;
    private final RuntimeService runtime;
    private final Clock clock;

    Notifications(NotificationRecords notifications, RuntimeService runtime, Clock clock) {
        this.notifications = notifications;
        this.runtime = runtime;
        this.clock = clock;
    }

    /** Sends a mail once the caller's transaction is through. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Mail mail) {
        var notification = notifications.save(new Notification(mail, clock.instant()));
        Map<String, Object> searchKeys = new LinkedHashMap<>();
        searchKeys.put("template", mail.template().name());
        if (mail.caseNumber() != null) {
            searchKeys.put("caseNumber", mail.caseNumber());
        }
        runtime.startProcessInstanceByKey(PROCESS, notification.getId(), searchKeys);
    }
}
