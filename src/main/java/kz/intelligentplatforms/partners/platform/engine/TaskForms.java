package kz.intelligentplatforms.partners.platform.engine;

import java.util.Map;
import java.util.Optional;
import kz.intelligentplatforms.partners.platform.forms.FormAnswers;
import kz.intelligentplatforms.partners.platform.forms.ServedForms;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tasks' forms, on the server's side: the browser checks for convenience, here it counts; see {@link FormAnswers}. */
@Component
public class TaskForms {

    private final RuntimeService runtime;
    private final ServedForms forms;
    private final FormAnswers answers;
    private final TaskService tasks;
    private final HistoryService history;
    private final Accounts accounts;
    private final Texts texts;

    TaskForms(
            RuntimeService runtime,
            ServedForms forms,
            FormAnswers answers,
            TaskService tasks,
            HistoryService history,
            Accounts accounts,
            Texts texts) {
        this.runtime = runtime;
        this.forms = forms;
        this.answers = answers;
        this.tasks = tasks;
        this.history = history;
        this.accounts = accounts;
        this.texts = texts;
    }

    /** Why {@code userId} cannot work the task: it is done, or somebody else has it. In the reader's words. */
    public Optional<String> conflict(String taskId, @Nullable String userId) {
        var task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            return Optional.of(alreadyDone(taskId));
        }
        return Optional.ofNullable(task.getAssignee())
                .filter(assignee -> !assignee.equals(userId))
                .map(assignee -> texts.get("webapp.claimed-by", accounts.nameOf(assignee)));
    }

    /** Whether the user has claimed the task. */
    public boolean isHeldBy(String taskId, String userId) {
        return tasks.createTaskQuery().taskId(taskId).taskAssignee(userId).count() > 0;
    }

    private String alreadyDone(String taskId) {
        return Optional.ofNullable(
                        history.createHistoricTaskInstanceQuery().taskId(taskId).singleResult())
                .map(done -> done.getAssignee())
                .map(assignee -> texts.get("webapp.done-by", accounts.nameOf(assignee)))
                .orElseGet(() -> texts.get("webapp.done"));
    }

    /** What is wrong with a submitted form, given as the webapps' JSON: by field, in the reader's words. */
    public Map<String, String> violationsOf(String taskId, byte[] body) {
        var task = tasks.createTaskQuery().taskId(taskId).initializeFormKeys().singleResult();
        // A task that is gone by now has none either; but nothing can be submitted to that.
        return Optional.ofNullable(task)
                .flatMap(found -> forms.byKey(found.getFormKey()))
                .map(form -> answers.violationsOf(form.fields(caseOf(task)), body))
                .orElseGet(() -> Map.of("", texts.get("webapp.no-form")));
    }

    private String caseOf(Task task) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        return instance == null ? "" : instance.getBusinessKey();
    }
}
