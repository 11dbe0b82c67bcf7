package kz.intelligentplatforms.partners.notification;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** Sends mails when a test says so, as the worker would. */
public class MailRuns {

    private final ExternalTaskService tasks;
    private final MailDelivery delivery;

    MailRuns(ExternalTaskService tasks, MailDelivery delivery) {
        this.tasks = tasks;
        this.delivery = delivery;
    }

    /** Sends the mails of these instances that are due. */
    public void deliver(List<ProcessInstance> mails) {
        mails.stream().flatMap(mail -> take(mail).stream()).forEach(delivery::deliver);
    }

    /** Takes the mail of an instance, if it is due, and does not send it. */
    List<LockedExternalTask> take(ProcessInstance mail) {
        return tasks.fetchAndLock(1, "test-" + UUID.randomUUID())
                .topic(MailDelivery.TOPIC, Duration.ofMinutes(5).toMillis())
                .businessKey(mail.getBusinessKey())
                .execute();
    }
}
