package kz.intelligentplatforms.partners.platform.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** What somebody answers in a task's form. What cannot be accepted is a {@link TaskRefusal} in the reader's words. */
@Component
public class TaskAnswers {

    private final Texts texts;

    TaskAnswers(Texts texts) {
        this.texts = texts;
    }

    /** Forgets what was answered in an earlier round: the answers are the task's own, and nothing is ticked beforehand. */
    public void askAnew(DelegateTask task, String... fields) {
        for (var field : fields) {
            task.setVariableLocal(field, null);
        }
    }

    /** As {@link #askAnew} for a list to tick: Tasklist sends it back as the type it found, so it must be a list already. */
    public void askListAnew(DelegateTask task, String field) {
        task.setVariableLocal(field, Spin.JSON("[]"));
    }

    /** What is answered in the task. */
    public TaskAnswer of(DelegateTask task) {
        return new TaskAnswer(task, texts);
    }

    public Decision decision(DelegateTask task) {
        return of(task).decision();
    }

    public <E extends Enum<E>> E choice(DelegateTask task, String field, Class<E> type, String missing) {
        return of(task).choice(field, type, missing);
    }

    public String comment(DelegateTask task, boolean required) {
        return of(task).comment(required);
    }

    public List<String> ticked(DelegateTask task, String field) {
        return of(task).ticked(field);
    }

    public Optional<LocalDate> day(DelegateTask task, String field) {
        return of(task).day(field);
    }

    public Optional<BigDecimal> sum(DelegateTask task, String field) {
        return of(task).sum(field);
    }

    public String line(DelegateTask task, String field) {
        return of(task).line(field);
    }

    public String user(DelegateTask task) {
        return of(task).user();
    }

    /** Who works the task: whoever is signed in to the engine, or else its holder; nobody where our own code moves a case on. */
    static Optional<String> actor(DelegateTask task) {
        return signedIn(task).or(() -> Optional.ofNullable(task.getAssignee()));
    }

    static Optional<String> signedIn(DelegateTask task) {
        var signedIn = task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        return Optional.ofNullable(signedIn == null ? null : signedIn.getUserId());
    }
}
