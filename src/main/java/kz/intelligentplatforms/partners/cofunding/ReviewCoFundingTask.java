package kz.intelligentplatforms.partners.cofunding;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.CommonEvent;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.casework.ReviewTask;
import kz.intelligentplatforms.partners.cofunding.MarketingReturn.Cause;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswer;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.forms.FormField;
import kz.intelligentplatforms.partners.platform.web.Figures;
import org.springframework.stereotype.Component;

/** {@code Task_ReviewCoFundingRequest}: marketing sees the request, what the fund has left and what the partner had, and decides. */
@Component
class ReviewCoFundingTask extends ReviewTask {

    private enum Answer {
        APPROVE,
        CHANGE,
        QUEUE,
        RETURN,
        REJECT
    }

    private final CoFundingSteps steps;
    private final CoFundingFacts facts;
    private final CoFundingDates dates;

    ReviewCoFundingTask(CoFundingSteps steps, CoFundingFacts facts, TaskAnswers answers, CoFundingDates dates) {
        super("Task_ReviewCoFundingRequest", answers);
        this.steps = steps;
        this.facts = facts;
        this.dates = dates;
    }

    @Override
    public List<FormField> fields(String caseNumber) {
        var fields = new ArrayList<FormField>();
        fields.add(FormField.choice("decision", Answer.class).labelled("cofunding.review.decision"));
        for (var line : facts.request(caseNumber).lines()) {
            fields.add(FormField.money("approved" + line.number())
                    .labelled("cofunding.review.line", line.number(), line.title())
                    .shownIf("decision", "CHANGE")
                    .startingWith(CoFundingRequestForm.typed(unlessChanged(line))));
        }
        fields.add(FormField.comment("decision", "CHANGE", "QUEUE", "RETURN", "REJECT")
                .labelled("cofunding.review.comment"));
        return fields;
    }

    @Override
    public CoFundingFacts.Facts facts(String caseNumber) {
        return facts.of(caseNumber);
    }

    @Override
    protected void opened(String caseNumber, Instant dueAt) {
        var request = steps.lock(caseNumber);
        if (request.isQueued()) {
            request.comeBack(new MarketingReturn(Cause.QUEUE_OVER, null));
        }
        steps.openTask(caseNumber, Stage.REVIEW, dueAt);
    }

    @Override
    protected void answered(String caseNumber, TaskAnswer answer) {
        var request = steps.lock(caseNumber);
        var view = request.view();
        var decision = answer.choice("decision", Answer.class, "review.decision-required");
        var comment = answer.comment(decision != Answer.APPROVE);
        var actor = Actor.staff(answer.user());
        if (decision != Answer.RETURN && decision != Answer.REJECT) {
            steps.requireApprovable(view);
        }
        switch (decision) {
            case APPROVE ->
                approve(
                        answer,
                        request,
                        view.lines().stream().map(CostLineView::cost).toList(),
                        comment);
            case CHANGE -> approve(answer, request, changedCosts(answer, view), comment);
            case QUEUE -> {
                requireShort(answer, view);
                answer.result("authorization", "NOT_REQUIRED");
                steps.record(caseNumber, actor, CoFundingEvent.CO_FUNDING_QUEUED, comment);
            }
            case RETURN -> {
                request.decideAgainst(comment);
                steps.record(caseNumber, actor, CommonEvent.RETURNED, comment);
            }
            case REJECT -> {
                request.decideAgainst(comment);
                steps.record(caseNumber, actor, CommonEvent.REJECTED, comment);
            }
        }
        answer.result("reviewDecision", (decision == Answer.CHANGE ? Answer.APPROVE : decision).name());
    }

    private void approve(TaskAnswer answer, CoFundingRequest request, List<BigDecimal> costs, String comment) {
        var number = request.getId();
        var user = answer.user();
        boolean toAuthorize = request.approve(costs, user);
        boolean changed = request.approved().compareTo(request.view().asked()) < 0;
        steps.record(
                number,
                Actor.staff(user),
                changed ? CoFundingEvent.CO_FUNDING_AMOUNT_CHANGED : CoFundingEvent.CO_FUNDING_APPROVED_BY_MARKETING,
                comment);
        answer.result("authorization", toAuthorize ? "REQUIRED" : "NOT_REQUIRED");
        if (!toAuthorize) {
            steps.moveTo(number, Stage.RESERVATION, Turn.SYSTEM, null);
        }
    }

    /** What of each line is accepted. */
    private static List<BigDecimal> changedCosts(TaskAnswer answer, CoFundingView view) {
        var costs = view.lines().stream().map(line -> changedCost(answer, line)).toList();
        var sum = costs.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (view.shareOf(sum).signum() == 0) {
            throw answer.refusal("decision", "cofunding.review.nothing-left");
        }
        if (sum.compareTo(view.total()) == 0) {
            throw answer.refusal("decision", "cofunding.review.nothing-changed");
        }
        return costs;
    }

    private static BigDecimal changedCost(TaskAnswer answer, CostLineView line) {
        var field = "approved" + line.number();
        if (!answer.isGiven(field)) {
            return unlessChanged(line);
        }
        return answer.sum(field)
                .filter(sum -> sum.signum() >= 0 && sum.compareTo(line.cost()) <= 0)
                .orElseThrow(() -> answer.refusal(
                        field,
                        "cofunding.review.line-out-of-range",
                        line.number(),
                        line.title(),
                        Figures.sum(line.cost())));
    }

    /** A line that says nothing stays as it was approved before, or else as planned. */
    private static BigDecimal unlessChanged(CostLineView line) {
        return Objects.requireNonNullElse(line.approved(), line.cost());
    }

    /** Only what is approved already, and found too little money, waits for more. */
    private void requireShort(TaskAnswer answer, CoFundingView view) {
        if (view.returned() == null || view.returned().cause() == Cause.FINANCE) {
            throw answer.refusal("decision", "cofunding.review.not-short");
        }
        if (!dates.mayQueue(view)) {
            throw answer.refusal("decision", "cofunding.review.no-time-to-queue");
        }
    }
}
