package kz.intelligentplatforms.partners.notification;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/** Tells the people of a task's candidate groups that it is due. */
@Component
class DueTaskMail {

    private final Notifications notifications;
    private final Accounts accounts;

    DueTaskMail(Notifications notifications, Accounts accounts) {
        this.notifications = notifications;
        this.accounts = accounts;
    }

    void send(String task, Collection<IdentityLink> candidates, String caseNumber, String company) {
        candidates.stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .flatMap(group -> accounts.emailsOf(group).stream())
                .distinct()
                .map(email -> new Mail(
                        email,
                        "ru",
                        TaskMail.TASK_DUE,
                        caseNumber,
                        Map.of("company", company, "case", caseNumber, "task", task),
                        new Mail.Page("/camunda/app/tasklist/default/")))
                .forEach(notifications::send);
    }
}
