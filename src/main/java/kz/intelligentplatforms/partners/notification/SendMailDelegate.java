package kz.intelligentplatforms.partners.notification;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends the mail the instance is about. A failure is the engine's to retry. */
@Component
class SendMailDelegate implements JavaDelegate {

    private final NotificationRecords notifications;
    private final MailComposer composer;
    private final JavaMailSender sender;
    private final Clock clock;

    SendMailDelegate(NotificationRecords notifications, MailComposer composer, JavaMailSender sender, Clock clock) {
        this.notifications = notifications;
        this.composer = composer;
        this.sender = sender;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = execution.getProcessBusinessKey();
        var notification = notifications.findById(id).orElseThrow();
        if (!notification.isSent()) {
            sender.send(composer.compose(id, notification.mail()));
            notification.sent(clock.instant());
        }
    }
}
