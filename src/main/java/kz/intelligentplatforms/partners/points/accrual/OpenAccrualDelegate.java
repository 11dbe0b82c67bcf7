package kz.intelligentplatforms.partners.points.accrual;

import java.util.Optional;
import kz.intelligentplatforms.partners.platform.engine.TaskRefusal;
import kz.intelligentplatforms.partners.platform.web.Dates;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.program.Quarter;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Opens a run of the quarter that a person typed, or of the one that ended last where the timer began. While another run is open a
 * person is told so, and the timer waits.
 */
@Component
class OpenAccrualDelegate implements JavaDelegate {

    private final Accruals accruals;
    private final Texts texts;
    private final Dates dates;

    OpenAccrualDelegate(Accruals accruals, Texts texts, Dates dates) {
        this.accruals = accruals;
        this.texts = texts;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var user = (String) execution.getVariable("startedBy");
        var quarter = user == null ? quarterOfTimer(execution) : quarterTypedBy(execution);
        var open = accruals.openRun();
        execution.setVariable("runIsFree", open.isEmpty());
        if (open.isEmpty()) {
            try {
                execution.setProcessBusinessKey(accruals.open(quarter, user));
            } catch (DataIntegrityViolationException e) {
                // At the same moment as another one. The timer's job is tried again, and then waits.
                throw user == null ? e : TaskRefusal.because(texts.get("accrual.refused.at-once"));
            }
        } else if (user != null) {
            throw TaskRefusal.because(texts.get(
                    "accrual.refused.already-open",
                    open.get().quarter(),
                    open.get().caseNumber()));
        }
    }

    /** Kept, so that it stays the same however long it has to wait. */
    private Quarter quarterOfTimer(DelegateExecution execution) {
        var quarter = Optional.ofNullable((String) execution.getVariable("quarter"))
                .flatMap(Quarter::parse)
                .orElseGet(accruals::lastQuarter);
        name(execution, quarter);
        return quarter;
    }

    private Quarter quarterTypedBy(DelegateExecution execution) {
        var typed = execution.getVariable("quarter") instanceof String text ? text.strip() : "";
        var quarter = Quarter.parse(typed)
                .orElseThrow(
                        () -> TaskRefusal.because(texts.get("accrual.refused.no-quarter", accruals.lastQuarter())));
        if (!accruals.hasEnded(quarter)) {
            throw TaskRefusal.because(texts.get(
                    "accrual.refused.not-ended", quarter, dates.day(quarter.lastDay()), accruals.lastQuarter()));
        }
        name(execution, quarter);
        return quarter;
    }

    /** What Tasklist shows in place of a company, and Cockpit finds a run by. */
    private void name(DelegateExecution execution, Quarter quarter) {
        execution.setVariable("quarter", quarter.toString());
        execution.setVariable("companyName", texts.russian("accrual.all-partners", quarter));
    }
}
