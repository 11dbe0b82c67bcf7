package kz.intelligentplatforms.partners.cofunding;

import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.engine.TaskRefusal;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * {@code Task_DecideAppeal}: a program manager decides anew on a refused claim. Nobody who had to do with the refusal may claim or
 * complete it, however they try.
 */
@Component
class DecideAppealTask implements TaskListener {

    private enum Answer {
        APPROVE,
        REJECT
    }

    private final CoFundings steps;
    private final CoFundingFacts facts;
    private final Duplicates duplicates;
    private final ClaimAnswers claims;
    private final TaskAnswers answers;
    private final Texts texts;

    DecideAppealTask(
            CoFundings steps,
            CoFundingFacts facts,
            Duplicates duplicates,
            ClaimAnswers claims,
            TaskAnswers answers,
            Texts texts) {
        this.steps = steps;
        this.facts = facts;
        this.duplicates = duplicates;
        this.claims = claims;
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
                        Stage.APPEAL_REVIEW,
                        Turn.VENDOR,
                        task.getDueDate().toInstant());
                facts.show(task, facts.ofClaim(request.view()));
                claims.askAnew(task);
            }
            case EVENTNAME_ASSIGNMENT -> {
                if (task.getAssignee() != null) {
                    refuseWhoDecided(request.view(), task.getAssignee());
                }
            }
            default -> take(task, request);
        }
    }

    private void refuseWhoDecided(CoFundingView view, String user) {
        if (user.equals(view.claimReviewedBy()) || user.equals(view.refusedBy())) {
            throw TaskRefusal.because(texts.get("cofunding.own-decision"));
        }
    }

    private void take(DelegateTask task, CoFundingRequest request) {
        var number = request.getId();
        var user = answers.user(task);
        refuseWhoDecided(request.view(), user);
        var answer = answers.choice(task, "decision", Answer.class, "review.decision-required");
        var comment = answers.comment(task, answer != Answer.APPROVE);
        if (answer == Answer.APPROVE) {
            boolean toAuthorize = request.acceptClaim(
                    claims.acceptance(task, request),
                    !duplicates.of(request.view()).isEmpty(),
                    user);
            steps.record(number, Actor.staff(user), "CO_FUNDING_APPEAL_GRANTED", comment.isEmpty() ? null : comment);
            task.getExecution().setVariable("secondPerson", toAuthorize ? "REQUIRED" : "NOT_REQUIRED");
        } else {
            request.decideAgainst(comment);
            steps.record(number, Actor.staff(user), "CO_FUNDING_APPEAL_REFUSED", comment);
        }
        task.getExecution().setVariable("appealDecision", answer.name());
    }
}
