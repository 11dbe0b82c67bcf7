package kz.intelligentplatforms.partners.cofunding;

import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.platform.engine.Decision;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.engine.TaskRefusal;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** {@code Task_AuthorizeCoFunding}: finance agrees to a sum above the limit. The reviewer may neither claim nor complete it, however they try. */
@Component
class AuthorizeCoFundingTask implements TaskListener {

    private final CoFundings steps;
    private final CoFundingFacts facts;
    private final TaskAnswers answers;
    private final Texts texts;

    AuthorizeCoFundingTask(CoFundings steps, CoFundingFacts facts, TaskAnswers answers, Texts texts) {
        this.steps = steps;
        this.facts = facts;
        this.answers = answers;
        this.texts = texts;
    }

    @Override
    public void notify(DelegateTask task) {
        var number = task.getExecution().getProcessBusinessKey();
        var request = steps.lock(number);
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> {
                steps.moveTo(
                        number,
                        Stage.AUTHORIZATION,
                        Turn.VENDOR,
                        task.getDueDate().toInstant());
                facts.show(task, facts.ofRequest(request.view()));
                answers.askAnew(task, "decision", "comment");
            }
            case EVENTNAME_ASSIGNMENT -> {
                if (task.getAssignee() != null) {
                    refuseReviewer(request.view(), task.getAssignee());
                }
            }
            default -> take(task, request);
        }
    }

    private void refuseReviewer(CoFundingView view, String user) {
        if (user.equals(view.reviewedBy())) {
            throw TaskRefusal.because(texts.get("cofunding.own-review"));
        }
    }

    private void take(DelegateTask task, CoFundingRequest request) {
        var number = request.getId();
        var user = answers.user(task);
        refuseReviewer(request.view(), user);
        var decision = answers.decision(task);
        var comment = answers.comment(task, decision != Decision.APPROVE);
        switch (decision) {
            case APPROVE -> {
                steps.requireApprovable(request.view());
                request.authorize(user);
                steps.record(number, Actor.staff(user), "CO_FUNDING_AUTHORIZED", comment.isEmpty() ? null : comment);
                steps.moveTo(number, Stage.RESERVATION, Turn.SYSTEM, null);
            }
            case RETURN -> {
                request.comeBack(comment);
                steps.record(number, Actor.staff(user), "CO_FUNDING_SENT_BACK", comment);
            }
            case REJECT -> {
                request.decideAgainst(comment);
                steps.record(number, Actor.staff(user), "REJECTED", comment);
            }
        }
        task.getExecution().setVariable("authorizationDecision", decision.name());
    }
}
