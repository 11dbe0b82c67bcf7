package kz.intelligentplatforms.partners.cofunding;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.casework.FourEyesTask;
import kz.intelligentplatforms.partners.cofunding.CoFundingFacts.Facts;
import kz.intelligentplatforms.partners.platform.engine.Decision;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswer;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.forms.FormField;
import org.springframework.stereotype.Component;

/**
 * {@code Task_AuthorizeClaim}: somebody of finance looks at a claim that is above the limit, or of which something was claimed before.
 * Whoever accepted the claim, or refused it before an appeal, may not.
 */
@Component
class AuthorizeClaimTask extends FourEyesTask {

    private final CoFundingSteps steps;
    private final CoFundingFacts facts;

    AuthorizeClaimTask(CoFundingSteps steps, CoFundingFacts facts, TaskAnswers answers) {
        super("Task_AuthorizeClaim", "cofunding.own-review", answers);
        this.steps = steps;
        this.facts = facts;
    }

    @Override
    public Set<String> excludedUsers(String caseNumber) {
        return steps.lock(caseNumber).claim().decidedBy();
    }

    @Override
    public List<FormField> fields(String caseNumber) {
        return List.of(
                FormField.choice("decision", Decision.class).labelled("cofunding.authorize-claim.decision"),
                FormField.comment("decision", "RETURN", "REJECT").labelled("cofunding.authorize.comment"));
    }

    @Override
    public Facts facts(String caseNumber) {
        return facts.of(caseNumber);
    }

    @Override
    protected void opened(String caseNumber, Instant dueAt) {
        steps.openTask(caseNumber, Stage.CLAIM_AUTHORIZATION, dueAt);
    }

    @Override
    protected void answered(String caseNumber, TaskAnswer answer) {
        var claim = steps.lock(caseNumber).claim();
        var user = answer.user();
        var decision = answer.decision();
        var comment = answer.comment(decision != Decision.APPROVE);
        switch (decision) {
            case APPROVE -> {
                claim.authorize(user);
                steps.record(caseNumber, Actor.staff(user), CoFundingEvent.CO_FUNDING_CLAIM_AUTHORIZED, comment);
            }
            case RETURN -> {
                if (claim.isAppealed()) {
                    // It would be on the desk of whoever refused it.
                    throw answer.refusal("decision", "cofunding.claim.no-return-after-appeal");
                }
                claim.sendBack(comment);
                steps.record(caseNumber, Actor.staff(user), CoFundingEvent.CO_FUNDING_CLAIM_SENT_BACK, comment);
            }
            case REJECT -> {
                claim.refuse(comment, user);
                steps.record(caseNumber, Actor.staff(user), CoFundingEvent.CO_FUNDING_CLAIM_REFUSED, comment);
                answer.result("appeal", claim.isAppealed() ? "USED" : "POSSIBLE");
            }
        }
        answer.result("claimAuthorization", decision.name());
    }
}
