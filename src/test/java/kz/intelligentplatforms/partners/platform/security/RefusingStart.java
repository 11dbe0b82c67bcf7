package kz.intelligentplatforms.partners.platform.security;

import kz.intelligentplatforms.partners.platform.engine.TaskRefusal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** Refuses one quarter, as a process may that is started at the wrong moment. */
public class RefusingStart implements ExecutionListener {

    static final String REASON = "Этот квартал ещё не закончился.";

    @Override
    public void notify(DelegateExecution execution) {
        if ("2026-Q4".equals(execution.getVariable("quarter"))) {
            throw TaskRefusal.because(REASON);
        }
    }
}
