package kz.intelligentplatforms.partners.cofunding;

import java.time.Clock;
import java.time.LocalDate;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.platform.ProgramSettings;
import kz.intelligentplatforms.partners.platform.engine.Decision;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** {@code Task_ReviewClaim}: puts the claim on the form, with what was claimed before, and takes marketing's answer line by line. */
@Component
class ReviewClaimTask implements TaskListener {

    private final CoFundings steps;
    private final CoFundingFacts facts;
    private final Duplicates duplicates;
    private final ClaimAnswers claims;
    private final TaskAnswers answers;
    private final ProgramSettings settings;
    private final Clock clock;

    ReviewClaimTask(
            CoFundings steps,
            CoFundingFacts facts,
            Duplicates duplicates,
            ClaimAnswers claims,
            TaskAnswers answers,
            ProgramSettings settings,
            Clock clock) {
        this.steps = steps;
        this.facts = facts;
        this.duplicates = duplicates;
        this.claims = claims;
        this.answers = answers;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        var number = task.getExecution().getProcessBusinessKey();
        var request = steps.lock(number);
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            steps.moveTo(number, Stage.CLAIM, Turn.VENDOR, task.getDueDate().toInstant());
            facts.show(task, facts.ofClaim(request.view()));
            claims.askAnew(task);
        } else {
            take(task, request);
        }
    }

    private void take(DelegateTask task, CoFundingRequest request) {
        var number = request.getId();
        var user = answers.user(task);
        var decision = answers.decision(task);
        var comment = answers.comment(task, decision != Decision.APPROVE);
        switch (decision) {
            case APPROVE -> {
                boolean toAuthorize = request.acceptClaim(
                        claims.acceptance(task, request),
                        !duplicates.of(request.view()).isEmpty(),
                        user);
                steps.record(number, Actor.staff(user), "CO_FUNDING_CLAIM_ACCEPTED", comment);
                task.getExecution().setVariable("secondPerson", toAuthorize ? "REQUIRED" : "NOT_REQUIRED");
            }
            case RETURN -> {
                request.returnClaim(
                        LocalDate.now(clock).plusDays(settings.coFunding().returnedClaim()), comment);
                steps.record(number, Actor.staff(user), "CO_FUNDING_CLAIM_RETURNED", comment);
            }
            case REJECT -> {
                request.refuseClaim(comment, user);
                steps.record(number, Actor.staff(user), "CO_FUNDING_CLAIM_REFUSED", comment);
                task.getExecution().setVariable("appeal", request.isAppealed() ? "USED" : "POSSIBLE");
            }
        }
        task.getExecution().setVariable("claimDecision", decision.name());
    }
}
