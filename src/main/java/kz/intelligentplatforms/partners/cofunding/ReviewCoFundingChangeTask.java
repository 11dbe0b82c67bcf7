package kz.intelligentplatforms.partners.cofunding;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.casework.ReviewTask;
import kz.intelligentplatforms.partners.funds.FundLedger;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswer;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.forms.FormField;
import org.springframework.stereotype.Component;

/** {@code Task_ReviewCoFundingChange}: the activity moves to other days, or stays where it is; what is reserved stays so. */
@Component
class ReviewCoFundingChangeTask extends ReviewTask {

    private enum Answer {
        APPROVE,
        REJECT
    }

    private final CoFundingSteps steps;
    private final CoFundingRequestCheck check;
    private final FundLedger ledger;
    private final CoFundingFacts facts;
    private final CoFundingDates dates;
    private final Clock clock;

    ReviewCoFundingChangeTask(
            CoFundingSteps steps,
            CoFundingRequestCheck check,
            FundLedger ledger,
            CoFundingFacts facts,
            CoFundingDates dates,
            TaskAnswers answers,
            Clock clock) {
        super("Task_ReviewCoFundingChange", answers);
        this.steps = steps;
        this.check = check;
        this.ledger = ledger;
        this.facts = facts;
        this.dates = dates;
        this.clock = clock;
    }

    @Override
    public List<FormField> fields(String caseNumber) {
        return List.of(
                FormField.choice("decision", Answer.class).labelled("cofunding.change.decision"),
                FormField.comment("decision", "REJECT").labelled("cofunding.change.comment"));
    }

    @Override
    public CoFundingFacts.Facts facts(String caseNumber) {
        return facts.ofChange(caseNumber);
    }

    @Override
    protected void opened(String caseNumber, Instant dueAt) {
        steps.openTask(caseNumber, Stage.CHANGE, dueAt);
    }

    @Override
    protected void answered(String caseNumber, TaskAnswer answer) {
        var request = steps.lock(caseNumber);
        var user = answer.user();
        var decision = answer.choice("decision", Answer.class, "review.decision-required");
        var comment = answer.comment(decision != Answer.APPROVE);
        if (decision == Answer.APPROVE) {
            change(request, answer);
            steps.record(caseNumber, Actor.staff(user), CoFundingEvent.CO_FUNDING_CHANGE_APPROVED, comment);
        } else {
            request.decideAgainst(comment);
            request.giveTimeToClaim(LocalDate.now(clock));
            steps.record(caseNumber, Actor.staff(user), CoFundingEvent.CO_FUNDING_CHANGE_REJECTED, comment);
        }
        steps.moveTo(
                caseNumber,
                Stage.APPROVED,
                Turn.COMPANY,
                dates.endOf(request.view().endsOn()));
        answer.result("changeDecision", decision.name());
    }

    private void change(CoFundingRequest request, TaskAnswer answer) {
        var view = request.view();
        var first = Objects.requireNonNull(view.newStartsOn());
        var flaws = check.flawsOfDays(
                view.partnerId(), Optional.of(first), Optional.ofNullable(view.newEndsOn()), LocalDate.now(clock));
        if (!flaws.isEmpty()) {
            throw answer.refusal("decision", "cofunding.change.days-gone");
        }
        // Another year means another year's money; within the year it stays where it is.
        boolean sameYear = first.getYear() == view.startsOn().getYear();
        if (!sameYear
                && !ledger.reserve(
                        view.caseNumber(),
                        view.partnerId(),
                        first.getYear(),
                        view.activity(),
                        request.approved(),
                        answer.user())) {
            throw answer.refusal("decision", "cofunding.change.no-money", String.valueOf(first.getYear()));
        }
        request.change();
    }
}
