package kz.intelligentplatforms.partners.cofunding;

import java.time.Clock;
import kz.intelligentplatforms.partners.cases.Turn;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** A request begins to wait for money. */
@Component
class QueueCoFunding implements ExecutionListener {

    private final CoFundings steps;
    private final Clock clock;

    QueueCoFunding(CoFundings steps, Clock clock) {
        this.steps = steps;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        steps.lock(number).queue(clock.instant());
        steps.moveTo(number, Stage.QUEUE, Turn.SYSTEM, null);
    }
}
