package kz.intelligentplatforms.partners.cofunding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.intelligentplatforms.partners.cofunding.CostLine.LineDecision;
import kz.intelligentplatforms.partners.cofunding.CostLineView.Verdict;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.engine.TaskRefusal;
import kz.intelligentplatforms.partners.platform.validation.TypedText;
import kz.intelligentplatforms.partners.platform.web.Figures;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What somebody decides on a claim, line by line: the same fields in {@code review-claim} and {@code decide-appeal}. */
@Component
class ClaimAnswers {

    private static final int MAX_REASON = 500;

    private final TaskAnswers answers;
    private final Texts texts;

    ClaimAnswers(TaskAnswers answers, Texts texts) {
        this.answers = answers;
        this.texts = texts;
    }

    void askAnew(DelegateTask task) {
        answers.askAnew(task, "decision", "comment");
        answers.askListAnew(task, "proofs");
        IntStream.rangeClosed(1, Proposal.MAX_LINES)
                .forEach(line -> answers.askAnew(task, "verdict" + line, "accepted" + line, "reason" + line));
    }

    /** What is made of each line, once the required proofs are ticked. */
    List<LineDecision> acceptance(DelegateTask task, CoFundingRequest request) {
        var view = request.view();
        var decisions = new ArrayList<LineDecision>();
        view.lines().forEach(line -> decisions.add(decision(task, line)));
        if (request.payableFor(decisions).signum() == 0) {
            throw TaskRefusal.because(texts.get("cofunding.claim.nothing-left"));
        }
        var ticked = answers.ticked(task, "proofs");
        var missing = view.proofs().stream()
                .filter(proof -> !ticked.contains(proof.name()))
                .sorted()
                .map(proof -> texts.get("cofunding.proof." + proof))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw TaskRefusal.because(texts.get("cofunding.claim.proofs-unticked", missing));
        }
        return decisions;
    }

    private LineDecision decision(DelegateTask task, CostLineView line) {
        var spent = line.spent();
        if (spent == null || spent.signum() == 0) {
            return new LineDecision(Verdict.ACCEPTED, BigDecimal.ZERO, "");
        }
        // Of a line that marketing cut, no more counts than it approved.
        var counted = line.counted(spent);
        var given = answers.line(task, "verdict" + line.number());
        return switch (given) {
            case "ACCEPTED" -> new LineDecision(Verdict.ACCEPTED, counted, "");
            case "CHANGED" -> new LineDecision(Verdict.CHANGED, accepted(task, line, counted), reason(task, line));
            case "DENIED" -> new LineDecision(Verdict.DENIED, BigDecimal.ZERO, reason(task, line));
            default ->
                throw TaskRefusal.because(texts.get("cofunding.claim.verdict-required", line.number(), line.title()));
        };
    }

    private BigDecimal accepted(DelegateTask task, CostLineView line, BigDecimal counted) {
        return answers.sum(task, "accepted" + line.number())
                .filter(sum -> sum.signum() > 0 && sum.compareTo(counted) < 0)
                .orElseThrow(() -> TaskRefusal.because(texts.get(
                        "cofunding.claim.accepted-out-of-range", line.number(), line.title(), Figures.sum(counted))));
    }

    private String reason(DelegateTask task, CostLineView line) {
        var reason = answers.line(task, "reason" + line.number());
        if (reason.isEmpty() || TypedText.hasControls(reason)) {
            throw TaskRefusal.because(texts.get("cofunding.claim.reason-required", line.number(), line.title()));
        }
        if (reason.length() > MAX_REASON) {
            throw TaskRefusal.because(texts.get("cofunding.claim.reason-too-long", line.number(), MAX_REASON));
        }
        return reason;
    }
}
