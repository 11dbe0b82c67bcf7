package kz.intelligentplatforms.partners.cofunding;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.casework.ReviewTask;
import kz.intelligentplatforms.partners.cofunding.CoFundingFacts.Facts;
import kz.intelligentplatforms.partners.platform.engine.Decision;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswer;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.forms.FormField;
import org.springframework.stereotype.Component;

/** {@code Task_ReviewClaim}: marketing sees the claim with what was claimed before, and answers line by line. */
@Component
class ReviewClaimTask extends ReviewTask {

    private final CoFundingSteps steps;
    private final CoFundingFacts facts;
    private final ClaimAnswers claims;
    private final CoFundingSettings settings;
    private final Clock clock;

    ReviewClaimTask(
            CoFundingSteps steps,
            CoFundingFacts facts,
            ClaimAnswers claims,
            TaskAnswers answers,
            CoFundingSettings settings,
            Clock clock) {
        super("Task_ReviewClaim", answers);
        this.steps = steps;
        this.facts = facts;
        this.claims = claims;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<FormField> fields(String caseNumber) {
        return claims.fields(
                FormField.choice("decision", Decision.class).labelled("cofunding.claim.decision"),
                facts.request(caseNumber),
                FormField.comment("decision", "RETURN", "REJECT"));
    }

    @Override
    public Facts facts(String caseNumber) {
        return facts.of(caseNumber);
    }

    @Override
    protected void opened(String caseNumber, Instant dueAt) {
        steps.openTask(caseNumber, Stage.CLAIM, dueAt);
    }

    @Override
    protected void answered(String caseNumber, TaskAnswer answer) {
        var request = steps.lock(caseNumber);
        var user = answer.user();
        var decision = answer.decision();
        var comment = answer.comment(decision != Decision.APPROVE);
        switch (decision) {
            case APPROVE -> {
                claims.accept(answer, request);
                steps.record(caseNumber, Actor.staff(user), CoFundingEvent.CO_FUNDING_CLAIM_ACCEPTED, comment);
            }
            case RETURN -> {
                request.claim().giveBack(LocalDate.now(clock).plusDays(settings.returnedClaim()), comment);
                steps.record(caseNumber, Actor.staff(user), CoFundingEvent.CO_FUNDING_CLAIM_RETURNED, comment);
            }
            case REJECT -> {
                request.claim().refuse(comment, user);
                steps.record(caseNumber, Actor.staff(user), CoFundingEvent.CO_FUNDING_CLAIM_REFUSED, comment);
                answer.result("appeal", request.claim().isAppealed() ? "USED" : "POSSIBLE");
            }
        }
        answer.result("claimDecision", decision.name());
    }
}
