package kz.intelligentplatforms.partners.notification;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** At a timeout of any task: tells its candidates that it is due. */
@Component
class RemindGroupTask implements TaskListener {

    private final DueTaskMail mail;

    RemindGroupTask(DueTaskMail mail) {
        this.mail = mail;
    }

    @Override
    public void notify(DelegateTask task) {
        mail.send(
                task.getName(),
                task.getCandidates(),
                task.getExecution().getProcessBusinessKey(),
                String.valueOf(task.getVariable("companyName")));
    }
}
