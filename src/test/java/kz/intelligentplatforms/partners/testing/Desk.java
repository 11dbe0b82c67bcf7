package kz.intelligentplatforms.partners.testing;

import java.util.List;
import java.util.Map;
import kz.intelligentplatforms.partners.platform.identity.Group;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;

/** The vendor's people at work: they answer the forms of their tasks as Tasklist does. */
public final class Desk {

    private final ProcessEngine engine;
    private final People people;

    public Desk(ProcessEngine engine, People people) {
        this.engine = engine;
        this.people = people;
    }

    /** A member of the task's own group answers. */
    public void answer(String caseNumber, String taskKey, Map<String, Object> answers) {
        var task = task(caseNumber, taskKey);
        var group = groupOf(task);
        answerAs(people.of(group), group, task.getId(), answers);
    }

    public void answerAs(String user, Group group, String taskId, Map<String, Object> answers) {
        as(user, group, () -> engine.getFormService().submitTaskForm(taskId, answers));
    }

    public void claimAs(String user, Group group, String taskId) {
        as(user, group, () -> engine.getTaskService().claim(taskId, user));
    }

    private void as(String user, Group group, Runnable step) {
        var identities = engine.getIdentityService();
        identities.setAuthentication(user, List.of(group.id()));
        try {
            step.run();
        } finally {
            identities.clearAuthentication();
        }
    }

    public Task task(String caseNumber, String taskKey) {
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(taskKey)
                .singleResult();
        if (task == null) {
            throw new AssertionError(caseNumber + " has no " + taskKey + " but " + openTasks(caseNumber));
        }
        return task;
    }

    /** The keys of the tasks that wait in a case, in alphabetical order. */
    public List<String> openTasks(String caseNumber) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    Group groupOf(Task task) {
        var id = engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(link -> link.getGroupId())
                .filter(group -> group != null)
                .findFirst()
                .orElseThrow();
        for (var group : Group.values()) {
            if (group.id().equals(id)) {
                return group;
            }
        }
        throw new AssertionError(id);
    }
}
