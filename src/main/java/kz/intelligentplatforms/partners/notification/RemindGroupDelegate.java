package kz.intelligentplatforms.partners.notification;

import java.util.List;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Tells the candidates of a task of the same instance, named by the input {@code taskKey}, that it is due. */
@Component
class RemindGroupDelegate implements JavaDelegate {

    private final Notifications notifications;
    private final Accounts accounts;

    RemindGroupDelegate(Notifications notifications, Accounts accounts) {
        this.notifications = notifications;
        this.accounts = accounts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var tasks = execution.getProcessEngineServices().getTaskService();
        var number = execution.getProcessBusinessKey();
        var company = String.valueOf(execution.getVariable("companyName"));
        for (Task task : tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey((String) execution.getVariable("taskKey"))
                .list()) {
            tasks.getIdentityLinksForTask(task.getId()).stream()
                    .map(IdentityLink::getGroupId)
                    .filter(group -> group != null)
                    .flatMap(group -> accounts.emailsOf(group).stream())
                    .distinct()
                    .map(email -> new Mail(
                            email, "ru", MailTemplate.TASK_DUE, number, List.of(company, number, task.getName()), null))
                    .forEach(notifications::send);
        }
    }
}
