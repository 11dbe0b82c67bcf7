package kz.intelligentplatforms.partners.notification;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mail. The engine is the outbox: each mail is a small process, started in the caller's transaction, so it goes out after
 * commit, is retried, and becomes an incident in Cockpit when the mail server is away. It waits there as an external task for
 * {@link MailWorker}, apart from the jobs of the cases.
 */
@Service
public class Notifications {

    static final String PROCESS = "notification";

    private final NotificationRecords notifications;
    private final RuntimeService runtime;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Notifications(
            NotificationRecords notifications, RuntimeService runtime, ApplicationEventPublisher events, Clock clock) {
        this.notifications = notifications;
        this.runtime = runtime;
        this.events = events;
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
        start(notification.getId(), searchKeys);
    }

    /** Starts the instance that a mail on record waits with. */
    void start(String id, Map<String, Object> searchKeys) {
        runtime.startProcessInstanceByKey(PROCESS, id, searchKeys);
        events.publishEvent(new MailWorker.Queued());
    }
}
