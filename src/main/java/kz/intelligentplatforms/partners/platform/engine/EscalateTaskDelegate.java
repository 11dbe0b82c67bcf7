package kz.intelligentplatforms.partners.platform.engine;

import kz.intelligentplatforms.partners.platform.identity.Group;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Raises an overdue task of the same instance, named by the input {@code taskKey}, and lets the program managers in. */
@Component
class EscalateTaskDelegate implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        var tasks = execution.getProcessEngineServices().getTaskService();
        var overdue = tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey((String) execution.getVariable("taskKey"))
                .list();
        for (var task : overdue) {
            tasks.setPriority(task.getId(), EscalateTask.HIGH_PRIORITY);
            tasks.addCandidateGroup(task.getId(), Group.PROGRAM_MANAGERS.id());
        }
    }
}
