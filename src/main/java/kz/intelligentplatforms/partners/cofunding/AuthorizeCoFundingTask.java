package kz.intelligentplatforms.partners.cofunding;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.CommonEvent;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.casework.FourEyesTask;
import kz.intelligentplatforms.partners.cofunding.CoFundingFacts.Facts;
import kz.intelligentplatforms.partners.cofunding.MarketingReturn.Cause;
import kz.intelligentplatforms.partners.platform.engine.Decision;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswer;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.forms.FormField;
import org.springframework.stereotype.Component;

/** {@code Task_AuthorizeCoFunding}: finance agrees to a sum above the limit. The reviewer may not. */
@Component
class AuthorizeCoFundingTask extends FourEyesTask {

    private final CoFundingSteps steps;
    private final CoFundingFacts facts;

    AuthorizeCoFundingTask(CoFundingSteps steps, CoFundingFacts facts, TaskAnswers answers) {
        super("Task_AuthorizeCoFunding", "cofunding.own-review", answers);
        this.steps = steps;
        this.facts = facts;
    }

    @Override
    public Set<String> excludedUsers(String caseNumber) {
        return Set.of(Objects.requireNonNull(steps.lock(caseNumber).view().reviewedBy()));
    }

    @Override
    public List<FormField> fields(String caseNumber) {
        return List.of(
                FormField.choice("decision", Decision.class).labelled("cofunding.authorize.decision"),
                FormField.comment("decision", "RETURN", "REJECT").labelled("cofunding.authorize.comment"));
    }

    @Override
    public Facts facts(String caseNumber) {
        return facts.of(caseNumber);
    }

    @Override
    protected void opened(String caseNumber, Instant dueAt) {
        steps.openTask(caseNumber, Stage.AUTHORIZATION, dueAt);
    }

    @Override
    protected void answered(String caseNumber, TaskAnswer answer) {
        var request = steps.lock(caseNumber);
        var user = answer.user();
        var decision = answer.decision();
        var comment = answer.comment(decision != Decision.APPROVE);
        switch (decision) {
            case APPROVE -> {
                steps.requireApprovable(request.view());
                request.authorize(user);
                steps.record(caseNumber, Actor.staff(user), CoFundingEvent.CO_FUNDING_AUTHORIZED, comment);
                steps.moveTo(caseNumber, Stage.RESERVATION, Turn.SYSTEM, null);
            }
            case RETURN -> {
                request.comeBack(new MarketingReturn(Cause.FINANCE, comment));
                steps.record(caseNumber, Actor.staff(user), CoFundingEvent.CO_FUNDING_SENT_BACK, comment);
            }
            case REJECT -> {
                request.decideAgainst(comment);
                steps.record(caseNumber, Actor.staff(user), CommonEvent.REJECTED, comment);
            }
        }
        answer.result("authorizationDecision", decision.name());
    }
}
