package kz.intelligentplatforms.partners.cofunding;

import java.util.stream.Stream;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.platform.engine.Decision;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.engine.TaskRefusal;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * {@code Task_AuthorizeClaim}: somebody of finance looks at a claim that is above the limit, or of which something was claimed before.
 * Whoever accepted the claim, or refused it before an appeal, may not.
 */
@Component
class AuthorizeClaimTask extends SecondPersonTask {

    private final CoFundingFacts facts;

    AuthorizeClaimTask(CoFundings steps, CoFundingFacts facts, TaskAnswers answers, Texts texts) {
        super(steps, answers, texts, "Task_AuthorizeClaim", Stage.CLAIM_AUTHORIZATION, "cofunding.own-review");
        this.facts = facts;
    }

    @Override
    Stream<@Nullable String> excludedUsers(CoFundingView view) {
        return Stream.of(view.claimReviewedBy(), view.refusedBy());
    }

    @Override
    void ask(DelegateTask task, CoFundingView view) {
        facts.show(task, facts.ofClaim(view));
        answers.askAnew(task, "decision", "comment");
    }

    @Override
    void take(DelegateTask task, CoFundingRequest request) {
        var number = request.getId();
        var user = answers.user(task);
        var decision = answers.decision(task);
        var comment = answers.comment(task, decision != Decision.APPROVE);
        switch (decision) {
            case APPROVE -> {
                request.authorizeClaim(user);
                steps.record(number, Actor.staff(user), "CO_FUNDING_CLAIM_AUTHORIZED", comment);
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
