package kz.intelligentplatforms.partners.cofunding;

import java.util.stream.Stream;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * {@code Task_DecideAppeal}: a program manager decides anew on a refused claim. Nobody who had to do with the refusal may.
 */
@Component
class DecideAppealTask extends SecondPersonTask {

    private enum Answer {
        APPROVE,
        REJECT
    }

    private final CoFundingFacts facts;
    private final Duplicates duplicates;
    private final ClaimAnswers claims;

    DecideAppealTask(
            CoFundings steps,
            CoFundingFacts facts,
            Duplicates duplicates,
            ClaimAnswers claims,
            TaskAnswers answers,
            Texts texts) {
        super(steps, answers, texts, "Task_DecideAppeal", Stage.APPEAL_REVIEW, "cofunding.own-decision");
        this.facts = facts;
        this.duplicates = duplicates;
        this.claims = claims;
    }

    @Override
    Stream<@Nullable String> excludedUsers(CoFundingView view) {
        return Stream.of(view.claimReviewedBy(), view.refusedBy());
    }

    @Override
    void ask(DelegateTask task, CoFundingView view) {
        facts.show(task, facts.ofClaim(view));
        claims.askAnew(task);
    }

    @Override
    void take(DelegateTask task, CoFundingRequest request) {
        var number = request.getId();
        var user = answers.user(task);
        var answer = answers.choice(task, "decision", Answer.class, "review.decision-required");
        var comment = answers.comment(task, answer != Answer.APPROVE);
        if (answer == Answer.APPROVE) {
            boolean toAuthorize = request.acceptClaim(
                    claims.acceptance(task, request),
                    !duplicates.of(request.view()).isEmpty(),
                    user);
            steps.record(number, Actor.staff(user), "CO_FUNDING_APPEAL_GRANTED", comment);
            task.getExecution().setVariable("secondPerson", toAuthorize ? "REQUIRED" : "NOT_REQUIRED");
        } else {
            request.decideAgainst(comment);
            steps.record(number, Actor.staff(user), "CO_FUNDING_APPEAL_REFUSED", comment);
        }
        task.getExecution().setVariable("appealDecision", answer.name());
    }
}
