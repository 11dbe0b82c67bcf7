package kz.intelligentplatforms.partners.cofunding;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.platform.engine.FourEyes;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;

/** A task for somebody else than who had a part in what it is about. */
abstract class SecondPersonTask implements TaskListener, FourEyes {

    protected final CoFundings steps;
    protected final TaskAnswers answers;
    protected final Texts texts;

    private final String taskKey;
    private final Stage stage;
    private final String refusal;

    /**
     * @param taskKey the task's id in the model
     * @param stage where a request stands while the task is open
     * @param refusal the message for whoever may not do it
     */
    SecondPersonTask(CoFundings steps, TaskAnswers answers, Texts texts, String taskKey, Stage stage, String refusal) {
        this.steps = steps;
        this.answers = answers;
        this.texts = texts;
        this.taskKey = taskKey;
        this.stage = stage;
        this.refusal = refusal;
    }

    @Override
    public void notify(DelegateTask task) {
        var number = task.getExecution().getProcessBusinessKey();
        var request = steps.lock(number);
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> {
                steps.moveTo(number, stage, Turn.VENDOR, task.getDueDate().toInstant());
                ask(task, request.view());
            }
            case EVENTNAME_COMPLETE -> take(task, request);
            default -> {
                // Models of release 1 tell of assignments, too.
            }
        }
    }

    @Override
    public String taskKey() {
        return taskKey;
    }

    /** The request is held from here on, as the answer changes it. */
    @Override
    public Set<String> excludedUsers(String caseNumber) {
        return excludedUsers(steps.lock(caseNumber).view())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    @Override
    public String refusal() {
        return refusal;
    }

    /** Who had a part; null where there is nobody. */
    abstract Stream<@Nullable String> excludedUsers(CoFundingView view);

    /** Puts what there is to know on the form, and its fields. */
    abstract void ask(DelegateTask task, CoFundingView view);

    /** Takes the answer of somebody who may give it. */
    abstract void take(DelegateTask task, CoFundingRequest request);
}
