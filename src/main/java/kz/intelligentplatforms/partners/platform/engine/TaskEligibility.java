package kz.intelligentplatforms.partners.platform.engine;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who may work a task now: a member of one of its candidate groups whom {@link FourEyes} do not exclude. The engine asks here at every
 * assignment and completion ({@link EligibilityListener}); groups are those of this moment, not of the sign-in.
 */
@Component
public class TaskEligibility {

    private final TaskService tasks;
    private final Accounts accounts;
    private final Texts texts;
    private final Map<String, FourEyes> fourEyes;

    TaskEligibility(TaskService tasks, Accounts accounts, Texts texts, ObjectProvider<FourEyes> fourEyes) {
        this.tasks = tasks;
        this.accounts = accounts;
        this.texts = texts;
        this.fourEyes = fourEyes.stream().collect(Collectors.toUnmodifiableMap(FourEyes::taskKey, Function.identity()));
    }

    /** Whether the user is in one of the task's candidate groups; administrators are no exception. */
    public boolean isCandidate(String taskId, String userId) {
        var groups = accounts.groupsOf(userId);
        return !groups.isEmpty()
                && tasks.createTaskQuery()
                                .taskId(taskId)
                                .taskCandidateGroupIn(groups)
                                .includeAssignedTasks()
                                .count()
                        > 0;
    }

    /** Why the user may not work the task, in the reader's words; empty where they may. */
    Optional<String> refusal(DelegateTask task, String userId) {
        if (!isCandidate(task.getId(), userId)) {
            return Optional.of(texts.get("webapp.not-a-candidate"));
        }
        return Optional.ofNullable(fourEyes.get(task.getTaskDefinitionKey()))
                .filter(rule -> rule.excludedUsers(task.getExecution().getProcessBusinessKey())
                        .contains(userId))
                .map(rule -> texts.get(rule.refusal()));
    }

    /** A task is taken for oneself only; our own code, where nobody is signed in to the engine, may give it to whom it is for. */
    void checkAssignment(DelegateTask task) {
        var assignee = task.getAssignee();
        if (assignee == null) {
            return;
        }
        if (TaskAnswers.signedIn(task).filter(user -> !user.equals(assignee)).isPresent()) {
            throw TaskRefusal.because(texts.get("webapp.only-for-oneself"));
        }
        check(task, assignee);
    }

    /** Where nobody answers, a partner has on the portal, and our own code moves on. */
    void checkCompletion(DelegateTask task) {
        var user = TaskAnswers.actor(task);
        if (user.isEmpty()) {
            return;
        }
        var holder = task.getAssignee();
        if (holder != null && !holder.equals(user.get())) {
            throw TaskRefusal.because(texts.get("webapp.claimed-by", accounts.nameOf(holder)));
        }
        check(task, user.get());
    }

    private void check(DelegateTask task, String user) {
        refusal(task, user).ifPresent(reason -> {
            throw TaskRefusal.because(reason);
        });
    }
}
