package kz.intelligentplatforms.partners.points.accrual;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.intelligentplatforms.partners.casework.ReviewTask;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.platform.engine.Decision;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswer;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.forms.FormField;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import kz.intelligentplatforms.partners.platform.web.Figures;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code Task_ReviewAccrual}: finance sees the sums and what is remarkable, and decides. */
@Component
class ReviewAccrualTask extends ReviewTask {

    private static final int SHOWN = 10;

    private final AccrualSteps accruals;
    private final PostedAccruals posted;
    private final AccrualLines lines;
    private final Accounts accounts;
    private final Texts texts;
    private final Figures figures;

    ReviewAccrualTask(
            AccrualSteps accruals,
            PostedAccruals posted,
            AccrualLines lines,
            Accounts accounts,
            TaskAnswers answers,
            Texts texts,
            Figures figures) {
        super("Task_ReviewAccrual", answers);
        this.accruals = accruals;
        this.posted = posted;
        this.lines = lines;
        this.accounts = accounts;
        this.texts = texts;
        this.figures = figures;
    }

    /**
     * What the form shows.
     *
     * @param starter the name of whoever started the run; nothing where the quarter's end did
     * @param lines somebody should look at, the largest amounts first
     * @param partners of the lines, by id
     */
    record Facts(
            AccrualView run,
            @Nullable String starter,
            List<String> anomalies,
            List<AccrualLine> lines,
            Map<Long, PartnerView> partners) {}

    @Override
    public List<FormField> fields(String caseNumber) {
        return List.of(
                FormField.choice("decision", Decision.class).labelled("accrual.decision"),
                FormField.comment("decision", "RETURN", "REJECT").labelled("accrual.comment"));
    }

    @Override
    public Facts facts(String caseNumber) {
        var run = accruals.byNumber(caseNumber).orElseThrow();
        var shown = lines.remarkable(caseNumber, SHOWN);
        return new Facts(
                run,
                run.startedBy() == null ? null : accounts.nameOf(run.startedBy()),
                anomaliesOf(run),
                shown,
                accruals.partnersById(shown));
    }

    @Override
    protected void opened(String caseNumber, Instant dueAt) {
        accruals.reviewBegan(caseNumber, dueAt);
    }

    @Override
    protected void answered(String caseNumber, TaskAnswer answer) {
        var decision = answer.decision();
        var comment = answer.comment(decision != Decision.APPROVE);
        var user = answer.user();
        switch (decision) {
            case APPROVE -> accruals.approve(caseNumber, user, comment);
            case RETURN -> accruals.sendBack(caseNumber, user, comment);
            case REJECT -> accruals.reject(caseNumber, user, comment);
        }
        answer.result("accrualDecision", decision.name());
    }

    private List<String> anomaliesOf(AccrualView run) {
        var found = new ArrayList<String>();
        var remarks = lines.remarks(run.caseNumber());
        if (remarks.grown() > 0) {
            found.add(texts.get("accrual.anomaly.grown", remarks.grown()));
        }
        if (remarks.negative() > 0) {
            found.add(texts.get("accrual.anomaly.negative", remarks.negative()));
        }
        if (run.unmatchedCount() > 0) {
            found.add(texts.get("accrual.anomaly.unmatched", run.unmatchedCount(), figures.money(run.unmatchedSum())));
        }
        for (var before : posted.of(run.quarter())) {
            found.add(texts.get("accrual.anomaly.run-before", before.quarter(), before.caseNumber()));
        }
        var late = posted.lateOfTheTermBefore(run.quarter());
        if (late > 0) {
            found.add(texts.get(
                    "accrual.anomaly.late-of-term-before",
                    late,
                    run.quarter().firstOfYear().previous()));
        }
        return found;
    }
}
