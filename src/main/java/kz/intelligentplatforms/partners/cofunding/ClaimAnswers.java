package kz.intelligentplatforms.partners.cofunding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.cofunding.ClaimLine.LineDecision;
import kz.intelligentplatforms.partners.cofunding.CostLineView.Verdict;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswer;
import kz.intelligentplatforms.partners.platform.forms.FormField;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import kz.intelligentplatforms.partners.platform.web.Figures;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.springframework.stereotype.Component;

/** What somebody decides on a claim, line by line: the same fields in {@code review-claim} and {@code decide-appeal}. */
@Component
class ClaimAnswers {

    private static final int MAX_REASON = 500;

    private final Duplicates duplicates;
    private final Figures figures;
    private final Texts texts;

    ClaimAnswers(Duplicates duplicates, Figures figures, Texts texts) {
        this.duplicates = duplicates;
        this.figures = figures;
        this.texts = texts;
    }

    /** What is asked where the claim is approved: each line on which something was spent, and the proofs. */
    List<FormField> fields(FormField decision, CoFundingView view, FormField comment) {
        var fields = new ArrayList<FormField>();
        fields.add(decision);
        view.lines().stream().filter(CostLineView::isIncurred).forEach(line -> {
            var number = line.number();
            var verdict = "verdict" + number;
            fields.add(FormField.choice(verdict, Verdict.class)
                    .labelled("cofunding.claim.line", number, line.title())
                    .shownIf("decision", "APPROVE"));
            fields.add(FormField.money("accepted" + number)
                    .labelled("cofunding.claim.accept", number, figures.money(countedOf(line)))
                    .shownIf(verdict, "CHANGED")
                    .mandatory());
            fields.add(FormField.line("reason" + number, MAX_REASON)
                    .labelled("cofunding.claim.reason", number)
                    .shownIf(verdict, "CHANGED", "DENIED")
                    .mandatory());
        });
        fields.add(FormField.ticks(
                        "proofs", Arrays.stream(Proof.values()).map(Proof::name).toList())
                .labelled("cofunding.proof")
                .shownIf("decision", "APPROVE"));
        fields.add(comment);
        return fields;
    }

    /** Accepts the claim; somebody of finance has to look at it, too, where it is above the limit or anything of it was claimed before. */
    void accept(TaskAnswer answer, CoFundingRequest request) {
        boolean toAuthorize = request.claim()
                .accept(
                        acceptance(answer, request),
                        !duplicates.of(request.view()).isEmpty(),
                        answer.user());
        answer.result("secondPerson", toAuthorize ? "REQUIRED" : "NOT_REQUIRED");
    }

    /** What is made of each line, once the required proofs are ticked. */
    private List<LineDecision> acceptance(TaskAnswer answer, CoFundingRequest request) {
        var view = request.view();
        var decisions =
                view.lines().stream().map(line -> decision(answer, line)).toList();
        if (request.claim().payableFor(decisions).signum() == 0) {
            throw answer.refusal("decision", "cofunding.claim.nothing-left");
        }
        var ticked = answer.ticked("proofs");
        var missing = view.proofs().stream()
                .filter(proof -> !ticked.contains(proof.name()))
                .sorted()
                .map(proof -> texts.get("cofunding.proof." + proof))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw answer.refusal("proofs", "cofunding.claim.proofs-unticked", missing);
        }
        return decisions;
    }

    private LineDecision decision(TaskAnswer answer, CostLineView line) {
        if (!line.isIncurred()) {
            return new LineDecision(Verdict.ACCEPTED, BigDecimal.ZERO, "");
        }
        var counted = countedOf(line);
        var field = "verdict" + line.number();
        return switch (answer.line(field)) {
            case "ACCEPTED" -> new LineDecision(Verdict.ACCEPTED, counted, "");
            case "CHANGED" -> new LineDecision(Verdict.CHANGED, accepted(answer, line, counted), reason(answer, line));
            case "DENIED" -> new LineDecision(Verdict.DENIED, BigDecimal.ZERO, reason(answer, line));
            default -> throw answer.refusal(field, "cofunding.claim.verdict-required", line.number(), line.title());
        };
    }

    /** Of a line that marketing cut, no more counts than it approved. */
    private static BigDecimal countedOf(CostLineView line) {
        return line.counted(Objects.requireNonNull(line.spent()));
    }

    private BigDecimal accepted(TaskAnswer answer, CostLineView line, BigDecimal counted) {
        var field = "accepted" + line.number();
        return answer.sum(field)
                .filter(sum -> sum.signum() > 0 && sum.compareTo(counted) < 0)
                .orElseThrow(() -> answer.refusal(
                        field,
                        "cofunding.claim.accepted-out-of-range",
                        line.number(),
                        line.title(),
                        figures.money(counted)));
    }

    private static String reason(TaskAnswer answer, CostLineView line) {
        var field = "reason" + line.number();
        var reason = answer.line(field);
        if (reason.isEmpty() || InputText.hasControls(reason)) {
            throw answer.refusal(field, "cofunding.claim.reason-required", line.number(), line.title());
        }
        if (reason.length() > MAX_REASON) {
            throw answer.refusal(field, "cofunding.claim.reason-too-long", line.number(), MAX_REASON);
        }
        return reason;
    }
}
