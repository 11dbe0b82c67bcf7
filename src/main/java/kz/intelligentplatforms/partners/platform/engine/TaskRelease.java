package kz.intelligentplatforms.partners.platform.engine;

import java.util.List;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import kz.intelligentplatforms.partners.platform.identity.Group;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * A claimed task goes back to its group: its holder gives it back, and a program manager frees any. The engine would ask for the right
 * to assign tasks, with which the holder could give it to others and let other groups in.
 */
@Component
public class TaskRelease {

    private static final List<String> MAY_FREE_ANY = List.of(Group.PROGRAM_MANAGERS.id(), Group.CAMUNDA_ADMIN.id());

    private final TaskService tasks;
    private final IdentityService identities;
    private final ProcessEngineConfigurationImpl engine;
    private final Accounts accounts;
    private final TaskEligibility eligibility;

    TaskRelease(
            TaskService tasks,
            IdentityService identities,
            ProcessEngine engine,
            Accounts accounts,
            TaskEligibility eligibility) {
        this.tasks = tasks;
        this.identities = identities;
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.accounts = accounts;
        this.eligibility = eligibility;
    }

    /** What came of it. */
    public enum Outcome {
        FREE,
        NOT_ALLOWED,
        /** Done or changed by somebody else meanwhile. */
        MOVED_ON
    }

    /** Frees the task in the user's name; a free one stays as it is. */
    public Outcome release(String taskId, String userId) {
        identities.setAuthenticatedUserId(userId);
        try {
            // As the user, whom the engine's log names, but past their rights; in one command, so that nobody claims it
            // in between.
            return engine.getCommandExecutorTxRequired()
                    .execute(command -> command.runWithoutAuthorization(() -> free(taskId, userId)));
        } catch (OptimisticLockingException e) {
            return Outcome.MOVED_ON;
        } finally {
            identities.clearAuthentication();
        }
    }

    private Outcome free(String taskId, String userId) {
        var task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            return Outcome.MOVED_ON;
        }
        var holder = task.getAssignee();
        if (!userId.equals(holder) && !mayFreeAny(userId)) {
            return holder == null && eligibility.isCandidate(taskId, userId) ? Outcome.FREE : Outcome.NOT_ALLOWED;
        }
        tasks.setAssignee(taskId, null);
        return Outcome.FREE;
    }

    private boolean mayFreeAny(String userId) {
        return accounts.groupsOf(userId).stream().anyMatch(MAY_FREE_ANY::contains);
    }
}
