package kz.intelligentplatforms.partners.points.redemption;

import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.CaseStep;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.engine.TaskRefusal;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.points.PointsLedger;
import kz.intelligentplatforms.partners.points.redemption.RedemptionView.Status;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * {@code Task_ReviewRedemption} and {@code Task_FulfilRedemption}: puts the request and the partner's points on the form, and takes
 * the manager's answer into the redemption.
 */
@Component
class RedemptionTask implements TaskListener {

    private final RedemptionRecords redemptions;
    private final RedemptionFacts facts;
    private final PointsLedger ledger;
    private final Cases cases;
    private final TaskAnswers answers;
    private final Texts texts;

    RedemptionTask(
            RedemptionRecords redemptions,
            RedemptionFacts facts,
            PointsLedger ledger,
            Cases cases,
            TaskAnswers answers,
            Texts texts) {
        this.redemptions = redemptions;
        this.facts = facts;
        this.ledger = ledger;
        this.cases = cases;
        this.answers = answers;
        this.texts = texts;
    }

    /** Yes or no: there is nothing for the partner to correct. */
    private enum Answer {
        APPROVE,
        REJECT
    }

    @Override
    public void notify(DelegateTask task) {
        var number = task.getExecution().getProcessBusinessKey();
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> {
                cases.moveTo(
                        number,
                        new CaseStep(
                                stageOf(task).name(),
                                Turn.VENDOR,
                                task.getDueDate().toInstant()));
                facts.show(task, number);
                answers.askAnew(task, "decision", "comment");
            }
            case EVENTNAME_ASSIGNMENT -> {
                if (task.getAssignee() != null) {
                    // The points may have changed since.
                    facts.show(task, number);
                }
            }
            default -> take(task, number);
        }
    }

    private static Status stageOf(DelegateTask task) {
        return task.getTaskDefinitionKey().equals("Task_ReviewRedemption") ? Status.REVIEW : Status.FULFILMENT;
    }

    private void take(DelegateTask task, String number) {
        // Of two answers, or an answer and a withdrawal, at the same moment the second waits here.
        var redemption = redemptions.lock(number).orElseThrow();
        if (!redemption.is(stageOf(task))) {
            throw TaskRefusal.because(texts.get("webapp.done"));
        }
        var answer = answers.choice(task, "decision", Answer.class, "redemption.decision-required");
        var comment = answers.comment(task, answer == Answer.REJECT);
        var user = answers.user(task);
        String event;
        if (answer == Answer.REJECT) {
            event = redemption.is(Status.REVIEW) ? "REJECTED" : "REWARD_NOT_HANDED_OVER";
            redemption.reject(user, comment);
        } else if (redemption.is(Status.REVIEW)) {
            event = "APPROVED";
            refuseUncovered(redemption.view());
            redemption.approve(user);
        } else {
            event = "REWARD_HANDED_OVER";
            redemption.fulfil(user);
        }
        cases.record(number, Actor.staff(user), event, comment.isEmpty() ? null : comment);
        task.getExecution().setVariable("redemptionDecision", answer.name());
    }

    /** Returns may have taken points that are reserved; then what is promised must not become more than there is. */
    private void refuseUncovered(RedemptionView redemption) {
        // Held, so that of two approvals at once the second counts the first one's promise.
        var balance = ledger.hold(redemption.partnerId()).balance();
        var promised = redemptions.promisedTo(redemption.partnerId());
        if (balance - promised < redemption.points()) {
            throw TaskRefusal.because(texts.get(
                    "redemption.not-covered",
                    Redemptions.grouped(balance),
                    Redemptions.grouped(promised),
                    Redemptions.grouped(redemption.points())));
        }
    }
}
