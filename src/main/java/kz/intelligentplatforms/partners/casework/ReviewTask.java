package kz.intelligentplatforms.partners.casework;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswer;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.forms.TaskForm;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * A task of the vendor's people: what happens to the case when it opens, its form, and what an answer does. The model names it as the
 * listener of the task's creation and completion.
 */
public abstract class ReviewTask implements TaskListener, TaskForm {

    private static final List<String> ON_CARD = List.of("companyName", "bin");

    private final String taskKey;
    private final TaskAnswers answers;

    /** @param taskKey the task's id in the model, such as {@code Task_ReviewListing}; its form is then {@code review-listing} */
    protected ReviewTask(String taskKey, TaskAnswers answers) {
        this.taskKey = taskKey;
        this.answers = answers;
    }

    public final String taskKey() {
        return taskKey;
    }

    @Override
    public final String id() {
        return taskKey.substring(taskKey.indexOf('_') + 1)
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public final void notify(DelegateTask task) {
        var number = task.getExecution().getProcessBusinessKey();
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> {
                opened(number, task.getDueDate().toInstant());
                showOnCard(task);
                // The answers are the task's own: those of an earlier round, or of a task beside it, are not taken for
                // them.
                answers.askAnew(task, fields(number));
            }
            case EVENTNAME_COMPLETE -> answered(number, answers.of(task));
            default -> {
                // Models of release 1 tell of assignments, too.
            }
        }
    }

    /** Tasklist's cards see no variables but the task's own. */
    private static void showOnCard(DelegateTask task) {
        for (var key : ON_CARD) {
            if (task.getVariable(key) != null) {
                task.setVariableLocal(key, task.getVariable(key));
            }
        }
    }

    /** The task is there, to be done by the moment given: moves the case. */
    protected abstract void opened(String caseNumber, Instant dueAt);

    /**
     * Takes the answer. What may be changed by somebody else at the same moment is locked first.
     *
     * @throws kz.intelligentplatforms.partners.platform.engine.TaskRefusal when it cannot be accepted; nothing has changed then
     */
    protected abstract void answered(String caseNumber, TaskAnswer answer);
}
