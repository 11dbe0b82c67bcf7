package kz.intelligentplatforms.partners.cofunding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.engine.TaskRefusal;
import kz.intelligentplatforms.partners.platform.web.Figures;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** {@code Task_ReviewCoFundingRequest}: puts the request, what the fund has left and what the partner had on the form, and takes marketing's answer. */
@Component
class ReviewCoFundingTask implements TaskListener {

    private enum Answer {
        APPROVE,
        CHANGE,
        QUEUE,
        RETURN,
        REJECT
    }

    private final CoFundings steps;
    private final CoFundingFacts facts;
    private final TaskAnswers answers;
    private final Texts texts;
    private final CoFundingDates dates;

    ReviewCoFundingTask(
            CoFundings steps, CoFundingFacts facts, TaskAnswers answers, Texts texts, CoFundingDates dates) {
        this.steps = steps;
        this.facts = facts;
        this.answers = answers;
        this.texts = texts;
        this.dates = dates;
    }

    @Override
    public void notify(DelegateTask task) {
        var number = task.getExecution().getProcessBusinessKey();
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            ask(task, number);
        } else {
            take(task, number);
        }
    }

    private void ask(DelegateTask task, String number) {
        var request = steps.lock(number);
        if (request.view().queuedAt() != null) {
            request.comeBack(texts.russian("cofunding.queue-over"));
        }
        steps.moveTo(number, Stage.REVIEW, Turn.VENDOR, task.getDueDate().toInstant());
        facts.show(task, facts.ofRequest(request.view()));
        answers.askAnew(task, "decision", "comment");
        IntStream.rangeClosed(1, Proposal.MAX_LINES).forEach(line -> answers.askAnew(task, "approved" + line));
    }

    private void take(DelegateTask task, String number) {
        var request = steps.lock(number);
        var view = request.view();
        var answer = answers.choice(task, "decision", Answer.class, "review.decision-required");
        var comment = answers.comment(task, answer != Answer.APPROVE);
        var user = answers.user(task);
        if (answer != Answer.RETURN && answer != Answer.REJECT) {
            steps.requireApprovable(view);
        }
        switch (answer) {
            case APPROVE ->
                approve(
                        task,
                        request,
                        view.lines().stream().map(CostLineView::cost).toList(),
                        comment);
            case CHANGE -> approve(task, request, changedCosts(task, view), comment);
            case QUEUE -> {
                requireShort(view);
                task.getExecution().setVariable("authorization", "NOT_REQUIRED");
                steps.record(number, Actor.staff(user), "CO_FUNDING_QUEUED", comment);
            }
            case RETURN -> {
                request.decideAgainst(comment);
                steps.record(number, Actor.staff(user), "RETURNED", comment);
            }
            case REJECT -> {
                request.decideAgainst(comment);
                steps.record(number, Actor.staff(user), "REJECTED", comment);
            }
        }
        var decision = answer == Answer.CHANGE ? Answer.APPROVE : answer;
        task.getExecution().setVariable("reviewDecision", decision.name());
    }

    private void approve(DelegateTask task, CoFundingRequest request, List<BigDecimal> costs, String comment) {
        var number = request.getId();
        var user = answers.user(task);
        boolean toAuthorize = request.approve(costs, user);
        boolean changed = request.approved().compareTo(request.view().asked()) < 0;
        steps.record(
                number,
                Actor.staff(user),
                changed ? "CO_FUNDING_AMOUNT_CHANGED" : "CO_FUNDING_APPROVED_BY_MARKETING",
                comment);
        task.getExecution().setVariable("authorization", toAuthorize ? "REQUIRED" : "NOT_REQUIRED");
        if (!toAuthorize) {
            steps.moveTo(number, Stage.RESERVATION, Turn.SYSTEM, null);
        }
    }

    /** What of each line is accepted; a line that says nothing stays as it was approved before, or else as planned. */
    private List<BigDecimal> changedCosts(DelegateTask task, CoFundingView view) {
        var costs = new ArrayList<BigDecimal>();
        for (var line : view.lines()) {
            var field = "approved" + line.number();
            var cost = task.getVariable(field) == null
                    ? Objects.requireNonNullElse(line.approved(), line.cost())
                    : answers.sum(task, field)
                            .filter(sum -> sum.signum() >= 0 && sum.compareTo(line.cost()) <= 0)
                            .orElseThrow(() -> TaskRefusal.because(texts.get(
                                    "cofunding.review.line-out-of-range",
                                    line.number(),
                                    line.title(),
                                    Figures.sum(line.cost()))));
            costs.add(cost);
        }
        var sum = costs.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (view.shareOf(sum).signum() == 0) {
            throw TaskRefusal.because(texts.get("cofunding.review.nothing-left"));
        }
        if (sum.compareTo(view.total()) == 0) {
            throw TaskRefusal.because(texts.get("cofunding.review.nothing-changed"));
        }
        return costs;
    }

    /** Only what is approved already, and found too little money, waits for more. */
    private void requireShort(CoFundingView view) {
        if (view.approved() == null || view.earlier().isEmpty() || view.reviewedBy() == null || isUnauthorized(view)) {
            throw TaskRefusal.because(texts.get("cofunding.review.not-short"));
        }
        if (!dates.mayQueue(view)) {
            throw TaskRefusal.because(texts.get("cofunding.review.no-time-to-queue"));
        }
    }

    private static boolean isUnauthorized(CoFundingView view) {
        return view.authorizedBy() == null
                && view.approved() != null
                && view.approved().compareTo(view.financeAbove()) > 0;
    }
}
