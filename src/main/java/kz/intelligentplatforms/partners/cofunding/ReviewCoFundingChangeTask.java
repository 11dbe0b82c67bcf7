package kz.intelligentplatforms.partners.cofunding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.cofunding.funds.FundLedger;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.engine.TaskRefusal;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** {@code Task_ReviewCoFundingChange}: the activity moves to other days, or stays where it is; what is reserved stays so. */
@Component
class ReviewCoFundingChangeTask implements TaskListener {

    private enum Answer {
        APPROVE,
        REJECT
    }

    private final CoFundings steps;
    private final ProposalCheck check;
    private final FundLedger ledger;
    private final CoFundingFacts facts;
    private final CoFundingDates dates;
    private final TaskAnswers answers;
    private final Texts texts;
    private final Clock clock;

    ReviewCoFundingChangeTask(
            CoFundings steps,
            ProposalCheck check,
            FundLedger ledger,
            CoFundingFacts facts,
            CoFundingDates dates,
            TaskAnswers answers,
            Texts texts,
            Clock clock) {
        this.steps = steps;
        this.check = check;
        this.ledger = ledger;
        this.facts = facts;
        this.dates = dates;
        this.answers = answers;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        var number = task.getExecution().getProcessBusinessKey();
        var request = steps.lock(number);
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            steps.moveTo(number, Stage.CHANGE, Turn.VENDOR, task.getDueDate().toInstant());
            facts.show(task, facts.ofChange(request.view()));
            answers.askAnew(task, "decision", "comment");
        } else {
            take(task, request);
        }
    }

    private void take(DelegateTask task, CoFundingRequest request) {
        var number = request.getId();
        var user = answers.user(task);
        var decision = answers.choice(task, "decision", Answer.class, "review.decision-required");
        var comment = answers.comment(task, decision != Answer.APPROVE);
        if (decision == Answer.APPROVE) {
            change(request, user);
            steps.record(number, Actor.staff(user), "CO_FUNDING_CHANGE_APPROVED", comment);
        } else {
            request.decideAgainst(comment);
            request.giveTimeToClaim(LocalDate.now(clock));
            steps.record(number, Actor.staff(user), "CO_FUNDING_CHANGE_REJECTED", comment);
        }
        steps.moveTo(
                number, Stage.APPROVED, Turn.COMPANY, dates.endOf(request.view().endsOn()));
        task.getExecution().setVariable("changeDecision", decision.name());
    }

    private void change(CoFundingRequest request, String user) {
        var view = request.view();
        var first = Objects.requireNonNull(view.newStartsOn());
        var flaws = check.flawsOfDays(
                view.partnerId(), Optional.of(first), Optional.ofNullable(view.newEndsOn()), LocalDate.now(clock));
        if (!flaws.isEmpty()) {
            throw TaskRefusal.because(texts.get("cofunding.change.days-gone"));
        }
        // Another year means another year's money; within the year it stays where it is.
        boolean sameYear = first.getYear() == view.startsOn().getYear();
        if (!sameYear
                && !ledger.hold(
                        view.caseNumber(),
                        view.partnerId(),
                        first.getYear(),
                        view.activity(),
                        request.approved(),
                        user)) {
            throw TaskRefusal.because(texts.get("cofunding.change.no-money", String.valueOf(first.getYear())));
        }
        request.change();
    }
}
