package kz.intelligentplatforms.partners.points.adjustment;

import jakarta.validation.Validator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.casework.ReviewTask;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswer;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.engine.TaskRefusal;
import kz.intelligentplatforms.partners.platform.forms.FormField;
import kz.intelligentplatforms.partners.platform.web.Figures;
import org.springframework.stereotype.Component;

/** {@code Task_CorrectAdjustment}: shows what was asked and why it came back, and takes what is asked instead. */
@Component
class CorrectAdjustmentTask extends ReviewTask {

    private final AdjustmentSteps adjustments;
    private final Cases cases;
    private final Validator validator;

    CorrectAdjustmentTask(AdjustmentSteps adjustments, Cases cases, TaskAnswers answers, Validator validator) {
        super("Task_CorrectAdjustment", answers);
        this.adjustments = adjustments;
        this.cases = cases;
        this.validator = validator;
    }

    /** A reversal takes back all of an entry: its form does not ask for points. */
    @Override
    public List<FormField> fields(String caseNumber) {
        var asked = adjustments.view(caseNumber).orElseThrow();
        var fields = new ArrayList<FormField>();
        if (asked.reversed() == null) {
            fields.add(FormField.points("points")
                    .labelled("field.adjustment.points")
                    .mandatory()
                    .startingWith(Figures.number(asked.points())));
        }
        fields.add(FormField.prose("reason", AdjustmentRequest.MAX_REASON)
                .labelled("field.adjustment.reason", AdjustmentRequest.MAX_REASON)
                .mandatory()
                .startingWith(asked.reason()));
        return fields;
    }

    @Override
    public AdjustmentFacts facts(String caseNumber) {
        return adjustments.facts(caseNumber);
    }

    @Override
    protected void opened(String caseNumber, Instant dueAt) {
        adjustments.correctionBegan(caseNumber, dueAt);
    }

    @Override
    protected void answered(String caseNumber, TaskAnswer answer) {
        var asked = adjustments.lock(caseNumber);
        var corrected = new AdjustmentRequest(answer.points("points"), answer.prose("reason"));
        var points = asked.points();
        if (asked.reversed() == null) {
            refuseFlaw(corrected, "points");
            points = corrected.change();
        }
        refuseFlaw(corrected, "reason");
        adjustments.correct(caseNumber, points, corrected.reason(), answer.user());
    }

    private void refuseFlaw(AdjustmentRequest corrected, String field) {
        validator.validateProperty(corrected, field).stream().findFirst().ifPresent(flaw -> {
            throw TaskRefusal.of(field, flaw.getMessage());
        });
    }
}
