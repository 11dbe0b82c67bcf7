package kz.intelligentplatforms.partners.cofunding;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.casework.FourEyesTask;
import kz.intelligentplatforms.partners.cofunding.CoFundingFacts.Facts;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswer;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.forms.FormField;
import org.springframework.stereotype.Component;

/**
 * {@code Task_DecideAppeal}: a program manager decides anew on a refused claim. Nobody who had to do with the refusal may.
 */
@Component
class DecideAppealTask extends FourEyesTask {

    private enum Answer {
        APPROVE,
        REJECT
    }

    private final CoFundingSteps steps;
    private final CoFundingFacts facts;
    private final ClaimAnswers claims;

    DecideAppealTask(CoFundingSteps steps, CoFundingFacts facts, ClaimAnswers claims, TaskAnswers answers) {
        super("Task_DecideAppeal", "cofunding.own-decision", answers);
        this.steps = steps;
        this.facts = facts;
        this.claims = claims;
    }

    @Override
    public Set<String> excludedUsers(String caseNumber) {
        return steps.lock(caseNumber).claim().decidedBy();
    }

    @Override
    public List<FormField> fields(String caseNumber) {
        return claims.fields(
                FormField.choice("decision", Answer.class).labelled("cofunding.appeal.decision"),
                facts.request(caseNumber),
                FormField.comment("decision", "REJECT").labelled("cofunding.appeal.comment"));
    }

    @Override
    public Facts facts(String caseNumber) {
        return facts.of(caseNumber);
    }

    @Override
    protected void opened(String caseNumber, Instant dueAt) {
        steps.openTask(caseNumber, Stage.APPEAL_REVIEW, dueAt);
    }

    @Override
    protected void answered(String caseNumber, TaskAnswer answer) {
        var request = steps.lock(caseNumber);
        var user = answer.user();
        var decision = answer.choice("decision", Answer.class, "review.decision-required");
        var comment = answer.comment(decision != Answer.APPROVE);
        if (decision == Answer.APPROVE) {
            claims.accept(answer, request);
            steps.record(caseNumber, Actor.staff(user), CoFundingEvent.CO_FUNDING_APPEAL_GRANTED, comment);
        } else {
            request.claim().dismissAppeal(comment);
            steps.record(caseNumber, Actor.staff(user), CoFundingEvent.CO_FUNDING_APPEAL_REFUSED, comment);
        }
        answer.result("appealDecision", decision.name());
    }
}
