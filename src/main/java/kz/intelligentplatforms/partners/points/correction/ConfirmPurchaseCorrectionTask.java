package kz.intelligentplatforms.partners.points.correction;

import java.util.Set;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.cases.CaseStep;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.platform.engine.FourEyes;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.engine.TaskRefusal;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.points.purchases.CorrectionRefused;
import kz.intelligentplatforms.partners.points.purchases.PurchaseCorrections;
import kz.intelligentplatforms.partners.points.purchases.PurchasesRefused;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** {@code Task_ConfirmPurchaseCorrection}: puts what is asked on the form and takes the decision. Whoever asked for it may not decide. */
@Component
class ConfirmPurchaseCorrectionTask implements TaskListener, FourEyes {

    private enum Answer {
        APPROVE,
        REJECT
    }

    private final Corrections corrections;
    private final PurchaseCorrections purchases;
    private final CorrectionFacts facts;
    private final Cases cases;
    private final TaskAnswers answers;
    private final Texts texts;

    ConfirmPurchaseCorrectionTask(
            Corrections corrections,
            PurchaseCorrections purchases,
            CorrectionFacts facts,
            Cases cases,
            TaskAnswers answers,
            Texts texts) {
        this.corrections = corrections;
        this.purchases = purchases;
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
                facts.show(task, number);
                answers.askAnew(task, "decision", "comment");
            }
            case EVENTNAME_ASSIGNMENT -> {
                if (task.getAssignee() != null) {
                    // The purchase may have changed since the task was made.
                    facts.show(task, number);
                }
            }
            default -> take(task, number);
        }
    }

    @Override
    public String taskKey() {
        return "Task_ConfirmPurchaseCorrection";
    }

    @Override
    public Set<String> excludedUsers(String caseNumber) {
        return corrections.view(caseNumber).stream()
                .map(CorrectionView::requestedBy)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String refusal() {
        return "correction.own-request";
    }

    private void take(DelegateTask task, String number) {
        if (!corrections.lock(number).isOpen()) {
            throw TaskRefusal.because(texts.get("webapp.done"));
        }
        var answer = answers.choice(task, "decision", Answer.class, "correction.decision-required");
        var comment = answers.comment(task, answer == Answer.REJECT);
        if (answer == Answer.APPROVE) {
            refuseChanged(number);
        }
        corrections.decide(number, answer == Answer.APPROVE, answers.user(task), comment);
        task.getExecution().setVariable("correctionDecision", answer.name());
    }

    /** The ERP may have been faster. What is found here holds until the next step has recorded the correction. */
    private void refuseChanged(String number) {
        try {
            purchases.hold();
            corrections.outcome(number);
        } catch (CorrectionRefused | PurchasesRefused changed) {
            throw TaskRefusal.because(texts.get("correction.changed-meanwhile"));
        } catch (PessimisticLockingFailureException busy) {
            throw TaskRefusal.because(texts.get("purchases.refused.BUSY"));
        }
    }
}
