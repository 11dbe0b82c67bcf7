package kz.intelligentplatforms.partners.points.accrual;

import kz.intelligentplatforms.partners.platform.engine.TaskRefusal;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import kz.intelligentplatforms.partners.platform.web.Dates;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.program.Quarter;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Opens a run of the quarter it was started for, or says in words why none can begin. */
@Component
class OpenAccrualDelegate implements JavaDelegate {

    private final AccrualSteps accruals;
    private final PostedAccruals posted;
    private final Texts texts;
    private final Dates dates;

    OpenAccrualDelegate(AccrualSteps accruals, PostedAccruals posted, Texts texts, Dates dates) {
        this.accruals = accruals;
        this.posted = posted;
        this.texts = texts;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var quarter = quarterOf(execution);
        accruals.openRun().ifPresent(open -> {
            throw refusal("accrual.refused.already-open", open.quarter(), open.caseNumber());
        });
        posted.after(quarter).ifPresent(later -> {
            throw refusal("accrual.refused.later-posted", quarter, later.quarter(), later.caseNumber());
        });
        try {
            execution.setProcessBusinessKey(accruals.open(quarter, starterOf(execution)));
        } catch (DataIntegrityViolationException e) {
            throw refusal("accrual.refused.at-once");
        }
        execution.setVariable("quarter", quarter.toString());
        // What Tasklist shows in place of a company, and Cockpit finds a run by.
        execution.setVariable("companyName", texts.russian("accrual.all-partners", quarter));
    }

    private Quarter quarterOf(DelegateExecution execution) {
        var typed = execution.getVariable("quarter") instanceof String text ? InputText.clean(text) : "";
        var quarter =
                Quarter.parse(typed).orElseThrow(() -> refusal("accrual.refused.no-quarter", accruals.lastQuarter()));
        if (!accruals.hasEnded(quarter)) {
            throw refusal("accrual.refused.not-ended", quarter, dates.day(quarter.lastDay()), accruals.lastQuarter());
        }
        return quarter;
    }

    /** Beside the quarter, which is all that the form asks. */
    private TaskRefusal refusal(String key, Object... arguments) {
        return TaskRefusal.of("quarter", texts.get(key, arguments));
    }

    /** Nobody where the quarter's end has started it. */
    private static @Nullable String starterOf(DelegateExecution execution) {
        return (String) execution.getVariable("startedBy");
    }
}
