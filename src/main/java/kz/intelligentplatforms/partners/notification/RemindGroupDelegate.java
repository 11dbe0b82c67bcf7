package kz.intelligentplatforms.partners.notification;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the candidates of a task of the same instance, named by the input {@code taskKey}, that it is due. */
@Component
class RemindGroupDelegate implements JavaDelegate {

    private final DueTaskMail mail;

    RemindGroupDelegate(DueTaskMail mail) {
        this.mail = mail;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var tasks = execution.getProcessEngineServices().getTaskService();
        tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey((String) execution.getVariable("taskKey"))
                .list()
                .forEach(task -> mail.send(
                        task.getName(),
                        tasks.getIdentityLinksForTask(task.getId()),
                        execution.getProcessBusinessKey(),
                        String.valueOf(execution.getVariable("companyName"))));
    }
}
