package kz.intelligentplatforms.partners.notification;

import jakarta.mail.internet.MimeMessage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the mail that an instance waits for: written in one short transaction, recorded as sent in another. Between the two no
 * connection to the database is held, however long the mail server takes.
 */
@Component
class MailDelivery {

    /** The topic of the external task in the model. */
    static final String TOPIC = "mail";

    /** Then it is an incident in Cockpit. */
    static final int ATTEMPTS = 5;

    static final Duration PAUSE = Duration.ofMinutes(1);

    private final NotificationRecords notifications;
    private final MailComposer composer;
    private final JavaMailSender sender;
    private final ExternalTaskService tasks;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MailDelivery(
            NotificationRecords notifications,
            MailComposer composer,
            JavaMailSender sender,
            ExternalTaskService tasks,
            TransactionTemplate transaction,
            Clock clock) {
        this.notifications = notifications;
        this.composer = composer;
        this.sender = sender;
        this.tasks = tasks;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Sends the mail, or counts a failed attempt. */
    void deliver(LockedExternalTask task) {
        try {
            write(task.getBusinessKey()).ifPresent(sender::send);
        } catch (RuntimeException e) {
            int left = Optional.ofNullable(task.getRetries()).orElse(ATTEMPTS) - 1;
            tasks.handleFailure(
                    task.getId(), task.getWorkerId(), e.getMessage(), stackTraceOf(e), left, PAUSE.toMillis());
            return;
        }
        transaction.executeWithoutResult(status -> {
            notifications.findById(task.getBusinessKey()).orElseThrow().sent(clock.instant());
            tasks.complete(task.getId(), task.getWorkerId());
        });
    }

    /** Empty when the mail is on record as sent. */
    private Optional<MimeMessage> write(String id) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var notification = notifications.findById(id).orElseThrow();
            return notification.isSent()
                    ? Optional.<MimeMessage>empty()
                    : Optional.of(composer.compose(id, notification.mail()));
        }));
    }

    private static String stackTraceOf(Throwable failure) {
        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
