package kz.intelligentplatforms.partners.platform.engine;

import java.util.List;
import java.util.Optional;
import kz.intelligentplatforms.partners.platform.forms.FormField;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Makes out what somebody answers in a task's form. */
@Component
public class TaskAnswers {

    private final Texts texts;

    TaskAnswers(Texts texts) {
        this.texts = texts;
    }

    /** Forgets what was answered in an earlier round: the answers are the task's own, and begin with what stands in the form then. */
    public void askAnew(DelegateTask task, List<FormField> fields) {
        fields.forEach(
                field -> task.setVariableLocal(field.name(), field.value().isEmpty() ? null : field.value()));
    }

    /** What is answered in the task. */
    public TaskAnswer of(DelegateTask task) {
        return new TaskAnswer(task, texts);
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
