package kz.intelligentplatforms.partners.cofunding;

import java.time.Clock;
import kz.intelligentplatforms.partners.cases.Turn;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A request begins to wait for money. */
@Component
class QueueCoFunding implements ExecutionListener {

    private final CoFundingSteps steps;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    QueueCoFunding(CoFundingSteps steps, ApplicationEventPublisher events, Clock clock) {
        this.steps = steps;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        steps.lock(number).queue(clock.instant());
        steps.moveTo(number, Stage.QUEUE, Turn.SYSTEM, null);
        // The money may have come since it ran short.
        events.publishEvent(new QueueJoined(number));
    }
}
