package kz.intelligentplatforms.partners.cofunding;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The partner has not answered or claimed yet: reminds it. */
@Component
class RemindCoFundingPartnerTask implements TaskListener {

    private final CoFundingSteps steps;

    RemindCoFundingPartnerTask(CoFundingSteps steps) {
        this.steps = steps;
    }

    @Override
    public void notify(DelegateTask task) {
        steps.remind(
                task.getExecution().getProcessBusinessKey(),
                CoFundingProcess.PROVE.equals(task.getTaskDefinitionKey())
                        ? CoFundingMail.CO_FUNDING_PROOF_REMINDER
                        : CoFundingMail.CO_FUNDING_REMINDER);
    }
}
