package kz.intelligentplatforms.partners.points.adjustment;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.casework.FourEyesTask;
import kz.intelligentplatforms.partners.platform.engine.Decision;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswer;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.forms.FormField;
import org.springframework.stereotype.Component;

/** {@code Task_ApproveAdjustment}: nobody who asked for it may decide. */
@Component
class ApproveAdjustmentTask extends FourEyesTask {

    private final AdjustmentSteps adjustments;
    private final Cases cases;

    ApproveAdjustmentTask(AdjustmentSteps adjustments, Cases cases, TaskAnswers answers) {
        super("Task_ApproveAdjustment", "adjustment.own-request", answers);
        this.adjustments = adjustments;
        this.cases = cases;
    }

    @Override
    public Set<String> excludedUsers(String caseNumber) {
        return adjustments.askedBy(caseNumber);
    }

    @Override
    public List<FormField> fields(String caseNumber) {
        return List.of(
                FormField.choice("decision", Decision.class).labelled("adjustment.decision"),
                FormField.comment("decision", "RETURN", "REJECT").labelled("adjustment.comment"));
    }

    @Override
    public AdjustmentFacts facts(String caseNumber) {
        return adjustments.facts(caseNumber);
    }

    @Override
    protected void opened(String caseNumber, Instant dueAt) {
        adjustments.approvalBegan(caseNumber, dueAt);
    }

    @Override
    protected void answered(String caseNumber, TaskAnswer answer) {
        var reversed = adjustments.lock(caseNumber).reversed();
        var decision = answer.decision();
        var comment = answer.comment(decision != Decision.APPROVE);
        if (decision == Decision.APPROVE && reversed != null && adjustments.isReversed(reversed.id())) {
            throw answer.refusal("adjustment.reversed-meanwhile");
        }
        adjustments.decide(caseNumber, decision, answer.user(), comment);
        answer.result("adjustmentDecision", decision.name());
    }
}
