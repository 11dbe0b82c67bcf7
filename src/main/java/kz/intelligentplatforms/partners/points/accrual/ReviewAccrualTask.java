package kz.intelligentplatforms.partners.points.accrual;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kz.intelligentplatforms.partners.platform.engine.Decision;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.points.accrual.AccrualView.Again;
import kz.intelligentplatforms.partners.program.Quarter;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** {@code Task_ReviewAccrual}: puts the sums and what is remarkable on the form, and takes what finance decides. */
@Component
class ReviewAccrualTask implements TaskListener {

    private static final int SHOWN = 10;
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final Accruals accruals;
    private final PostedAccruals posted;
    private final AccrualLines lines;
    private final Accounts accounts;
    private final TaskAnswers answers;
    private final Texts texts;

    ReviewAccrualTask(
            Accruals accruals,
            PostedAccruals posted,
            AccrualLines lines,
            Accounts accounts,
            TaskAnswers answers,
            Texts texts) {
        this.accruals = accruals;
        this.posted = posted;
        this.lines = lines;
        this.accounts = accounts;
        this.answers = answers;
        this.texts = texts;
    }

    @Override
    public void notify(DelegateTask task) {
        var number = task.getExecution().getProcessBusinessKey();
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            accruals.reviewBegan(number, task.getDueDate().toInstant());
            task.setVariableLocal(
                    "facts", Spin.JSON(factsOf(accruals.byNumber(number).orElseThrow())));
            // Its own variable too, which Tasklist shows on its cards.
            task.setVariableLocal("companyName", task.getVariable("companyName"));
            answers.askAnew(task, "decision", "comment");
        } else {
            take(task, number);
        }
    }

    private void take(DelegateTask task, String number) {
        var decision = answers.decision(task);
        var comment = answers.comment(task, decision != Decision.APPROVE);
        var user = answers.user(task);
        switch (decision) {
            case APPROVE -> accruals.approve(number, user, comment);
            case RETURN -> accruals.sendBack(number, user, comment);
            case REJECT -> accruals.reject(number, user, comment);
        }
        task.getExecution().setVariable("accrualDecision", decision.name());
    }

    private Map<String, Object> factsOf(AccrualView run) {
        var link = "/staff/points/runs/" + run.caseNumber();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("caseNumber", run.caseNumber());
        facts.put("caseLink", "/staff/cases/" + run.caseNumber());
        facts.put("runLink", link);
        facts.put("csvLink", link + ".csv");
        facts.put("quarter", run.quarter().toString());
        facts.put(
                "startedBy",
                Optional.ofNullable(run.startedBy())
                        .map(accounts::nameOf)
                        .orElseGet(() -> texts.russian("accrual.by-timer")));
        facts.put("calculation", texts.russian("points.calculation." + run.calculation()));
        facts.put("partners", whole(run.partners()));
        facts.put("points", signed(run.points()));
        facts.put("again", run.again() == null ? "" : texts.russian("accrual.again." + run.again()));
        facts.put(
                "earlierReason",
                run.again() == Again.RETURNED ? Objects.requireNonNullElse(run.reviewComment(), "") : "");
        facts.put("anomalies", anomaliesOf(run));
        facts.put("remarkable", remarkable(run));
        return facts;
    }

    private List<String> anomaliesOf(AccrualView run) {
        var found = new ArrayList<String>();
        var remarks = lines.remarks(run.caseNumber());
        if (remarks.grown() > 0) {
            found.add(texts.russian("accrual.anomaly.grown", remarks.grown()));
        }
        if (remarks.negative() > 0) {
            found.add(texts.russian("accrual.anomaly.negative", remarks.negative()));
        }
        if (run.unmatchedCount() > 0) {
            found.add(texts.russian("accrual.anomaly.unmatched", run.unmatchedCount(), money(run.unmatchedSum())));
        }
        for (var before : posted.of(run.quarter())) {
            found.add(texts.russian("accrual.anomaly.run-before", before.quarter(), before.caseNumber()));
        }
        var late = posted.lateOfTheTermBefore(run.quarter());
        if (late > 0) {
            found.add(texts.russian(
                    "accrual.anomaly.late-of-term-before",
                    late,
                    run.quarter().firstOfYear().previous()));
        }
        return found;
    }

    private List<Map<String, Object>> remarkable(AccrualView run) {
        var shown = lines.remarkable(run.caseNumber(), SHOWN);
        var partners = accruals.partnersById(shown);
        return shown.stream()
                .map(line -> Map.<String, Object>of(
                        "partner",
                                Optional.ofNullable(partners.get(line.partnerId()))
                                        .map(partner -> partner.company().name())
                                        .orElse(""),
                        "link", "/staff/partners/" + line.partnerId(),
                        "total", money(line.termTotal()),
                        "quarter", money(line.quarterTotal()),
                        "previous", money(line.previousTotal()),
                        "points", signed(line.points()),
                        "why", why(line, run.quarter())))
                .toList();
    }

    private String why(AccrualLine line, Quarter quarter) {
        var reasons = new ArrayList<String>();
        if (line.grown()) {
            reasons.add(texts.russian("accrual.line.grown", quarter.previous()));
        }
        if (line.isNegative()) {
            reasons.add(texts.russian("accrual.line.negative"));
        }
        return String.join("; ", reasons);
    }

    private static String money(BigDecimal sum) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(RUSSIAN)).format(sum);
    }

    private static String whole(long number) {
        return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(RUSSIAN)).format(number);
    }

    private static String signed(long points) {
        return (points > 0 ? "+" : "") + whole(points);
    }
}
