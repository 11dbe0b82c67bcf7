package kz.intelligentplatforms.partners.cofunding;

import java.util.stream.Stream;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.engine.TaskRefusal;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;

/** A task for somebody else than who had a part in what it is about: they may neither claim nor complete it, however they try. */
abstract class SecondPersonTask implements TaskListener {

    protected final CoFundings steps;
    protected final TaskAnswers answers;
    protected final Texts texts;

    private final Stage stage;
    private final String refusal;

    /**
     * @param stage where a request stands while the task is open
     * @param refusal the message for whoever may not do it
     */
    SecondPersonTask(CoFundings steps, TaskAnswers answers, Texts texts, Stage stage, String refusal) {
        this.steps = steps;
        this.answers = answers;
        this.texts = texts;
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
            case EVENTNAME_ASSIGNMENT -> refuseTheFirst(request.view(), task.getAssignee());
            default -> {
                refuseTheFirst(request.view(), answers.user(task));
                take(task, request);
            }
        }
    }

    private void refuseTheFirst(CoFundingView view, @Nullable String user) {
        if (user != null && first(view).anyMatch(user::equals)) {
            throw TaskRefusal.because(texts.get(refusal));
        }
    }

    /** Who may not do it; null where there is nobody. */
    abstract Stream<@Nullable String> first(CoFundingView view);

    /** Puts what there is to know on the form, and its fields. */
    abstract void ask(DelegateTask task, CoFundingView view);

    /** Takes the answer of somebody who may give it. */
    abstract void take(DelegateTask task, CoFundingRequest request);
}
