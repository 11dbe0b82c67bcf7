package kz.intelligentplatforms.partners.points.adjustment;

import java.util.Set;
import kz.intelligentplatforms.partners.cases.CaseStep;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.platform.engine.Decision;
import kz.intelligentplatforms.partners.platform.engine.FourEyes;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.engine.TaskRefusal;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** {@code Task_ApproveAdjustment}: puts what is asked on the form and takes the decision. Nobody who asked for it may decide. */
@Component
class ApproveAdjustmentTask implements TaskListener, FourEyes {

    private final Adjustments adjustments;
    private final AdjustmentFacts facts;
    private final Cases cases;
    private final TaskAnswers answers;
    private final Texts texts;

    ApproveAdjustmentTask(
            Adjustments adjustments, AdjustmentFacts facts, Cases cases, TaskAnswers answers, Texts texts) {
        this.adjustments = adjustments;
        this.facts = facts;
        this.cases = cases;
        this.answers = answers;
        this.texts = texts;
    }

    @Override
    public void notify(DelegateTask task) {
        var number = task.getExecution().getProcessBusinessKey();
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> {
                cases.moveTo(
                        number,
                        new CaseStep("APPROVAL", Turn.VENDOR, task.getDueDate().toInstant()));
                facts.show(task, adjustments.view(number).orElseThrow());
                answers.askAnew(task, "decision", "comment");
            }
            case EVENTNAME_ASSIGNMENT -> {
                if (task.getAssignee() != null) {
                    // The balance may have moved since the task was made.
                    facts.show(task, adjustments.view(number).orElseThrow());
                }
            }
            default -> take(task, number);
        }
    }

    @Override
    public String taskKey() {
        return "Task_ApproveAdjustment";
    }

    @Override
    public Set<String> excludedUsers(String caseNumber) {
        return adjustments.askedBy(caseNumber);
    }

    @Override
    public String refusal() {
        return "adjustment.own-request";
    }

    private void take(DelegateTask task, String number) {
        var reversed = adjustments.lock(number).reversed();
        var user = answers.user(task);
        var decision = answers.decision(task);
        var comment = answers.comment(task, decision != Decision.APPROVE);
        if (decision == Decision.APPROVE && reversed != null && adjustments.isReversed(reversed.id())) {
            throw TaskRefusal.because(texts.get("adjustment.reversed-meanwhile"));
        }
        adjustments.decide(number, decision, user, comment);
        task.getExecution().setVariable("adjustmentDecision", decision.name());
    }
}
