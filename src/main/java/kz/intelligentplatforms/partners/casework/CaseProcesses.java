package kz.intelligentplatforms.partners.casework;

import java.util.function.Supplier;
import kz.intelligentplatforms.partners.cases.CaseKind;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.platform.submission.Submissions;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives each kind of case its {@link CaseProcess}. */
@Component
public class CaseProcesses {

    final Cases cases;
    final RuntimeService runtime;
    final TaskService tasks;
    final Submissions submissions;
    final TransactionTemplate transaction;

    CaseProcesses(
            Cases cases,
            RuntimeService runtime,
            TaskService tasks,
            Submissions submissions,
            TransactionTemplate transaction) {
        this.cases = cases;
        this.runtime = runtime;
        this.tasks = tasks;
        this.submissions = submissions;
        this.transaction = transaction;
    }

    /** The process of a kind of case that only Tasklist moves on. */
    public CaseProcess of(CaseKind kind, String key) {
        return of(kind, key, () -> new IllegalStateException(key + ": the case has moved on"));
    }

    /**
     * The process of a kind of case that people move on beside Tasklist.
     *
     * @param key the process's key
     * @param movedOn makes what is thrown when a case has moved on meanwhile
     */
    public CaseProcess of(CaseKind kind, String key, Supplier<? extends RuntimeException> movedOn) {
        return new CaseProcess(this, kind, key, movedOn);
    }
}
