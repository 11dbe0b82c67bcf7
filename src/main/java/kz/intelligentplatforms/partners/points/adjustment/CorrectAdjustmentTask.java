package kz.intelligentplatforms.partners.points.adjustment;

import jakarta.validation.Validator;
import java.math.BigDecimal;
import kz.intelligentplatforms.partners.cases.CaseStep;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.engine.TaskRefusal;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** {@code Task_CorrectAdjustment}: shows what was asked and why it came back, and takes what is asked instead. */
@Component
class CorrectAdjustmentTask implements TaskListener {

    private final Adjustments adjustments;
    private final AdjustmentFacts facts;
    private final Cases cases;
    private final TaskAnswers answers;
    private final Validator validator;
    private final Texts texts;

    CorrectAdjustmentTask(
            Adjustments adjustments,
            AdjustmentFacts facts,
            Cases cases,
            TaskAnswers answers,
            Validator validator,
            Texts texts) {
        this.adjustments = adjustments;
        this.facts = facts;
        this.cases = cases;
        this.answers = answers;
        this.validator = validator;
        this.texts = texts;
    }

    @Override
    public void notify(DelegateTask task) {
        var number = task.getExecution().getProcessBusinessKey();
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            var adjustment = adjustments.view(number).orElseThrow();
            cases.moveTo(
                    number,
                    new CaseStep("CORRECTION", Turn.VENDOR, task.getDueDate().toInstant()));
            facts.show(task, adjustment);
            task.setVariableLocal("points", adjustment.points());
            task.setVariableLocal("reason", adjustment.reason());
        } else {
            take(task, number);
        }
    }

    private void take(DelegateTask task, String number) {
        var asked = adjustments.lock(number);
        var corrected = new AdjustmentRequest(
                typedPoints(task), task.getVariable("reason") instanceof String typed ? typed : "");
        var points = asked.points();
        if (asked.reversed() == null) {
            refuseFlaw(corrected, "points");
            points = corrected.change();
        }
        refuseFlaw(corrected, "reason");
        adjustments.correct(number, points, corrected.reason(), answers.user(task));
    }

    /** A reversal takes back all of an entry: its form does not ask for points, and who sends some is not listened to. */
    private static String typedPoints(DelegateTask task) {
        return task.getVariable("points") instanceof Number number
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : "";
    }

    private void refuseFlaw(AdjustmentRequest corrected, String field) {
        validator.validateProperty(corrected, field).stream().findFirst().ifPresent(flaw -> {
            throw TaskRefusal.because(
                    texts.get("adjustment.flaw", texts.get("field.adjustment." + field), flaw.getMessage()));
        });
    }
}
