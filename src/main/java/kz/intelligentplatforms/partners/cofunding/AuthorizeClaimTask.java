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

/**
 * {@code Task_AuthorizeClaim}: somebody of finance looks at a claim that is above the limit, or of which something was claimed before.
 * Whoever accepted the claim, or refused it before an appeal, may neither claim nor complete the task, however they try.
 */
@Component
class AuthorizeClaimTask implements TaskListener {

    private final CoFundings steps;
    private final CoFundingFacts facts;
    private final TaskAnswers answers;
    private final Texts texts;

    AuthorizeClaimTask(CoFundings steps, CoFundingFacts facts, TaskAnswers answers, Texts texts) {
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
                        Stage.CLAIM_AUTHORIZATION,
                        Turn.VENDOR,
                        task.getDueDate().toInstant());
                facts.show(task, facts.ofClaim(request.view()));
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
        if (user.equals(view.claimReviewedBy()) || user.equals(view.refusedBy())) {
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
                request.authorizeClaim(user);
                steps.record(
                        number, Actor.staff(user), "CO_FUNDING_CLAIM_AUTHORIZED", comment.isEmpty() ? null : comment);
            }
            case RETURN -> {
                if (request.isAppealed()) {
                    // It would be on the desk of whoever refused it.
                    throw TaskRefusal.because(texts.get("cofunding.claim.no-return-after-appeal"));
                }
                request.comeBack(comment);
                steps.record(number, Actor.staff(user), "CO_FUNDING_CLAIM_SENT_BACK", comment);
            }
            case REJECT -> {
                request.refuseClaim(comment, user);
                steps.record(number, Actor.staff(user), "CO_FUNDING_CLAIM_REFUSED", comment);
                task.getExecution().setVariable("appeal", request.isAppealed() ? "USED" : "POSSIBLE");
            }
        }
        task.getExecution().setVariable("claimAuthorization", decision.name());
    }
}
