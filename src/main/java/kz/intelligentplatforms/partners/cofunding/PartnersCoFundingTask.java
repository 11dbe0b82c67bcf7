package kz.intelligentplatforms.partners.cofunding;

import kz.intelligentplatforms.partners.cases.Turn;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The partner's own to-dos, done on the portal: the case stands where they begin. */
@Component
class PartnersCoFundingTask implements TaskListener {

    private final CoFundingSteps steps;

    PartnersCoFundingTask(CoFundingSteps steps) {
        this.steps = steps;
    }

    @Override
    public void notify(DelegateTask task) {
        var stage = switch (task.getTaskDefinitionKey()) {
            case CoFundingProcess.CORRECT -> Stage.CORRECTION;
            case CoFundingProcess.PROVE -> Stage.PROOF;
            case CoFundingProcess.APPEAL -> Stage.APPEAL;
            default -> throw new IllegalStateException("No partner's task: " + task.getTaskDefinitionKey());
        };
        steps.moveTo(
                task.getExecution().getProcessBusinessKey(),
                stage,
                Turn.COMPANY,
                task.getDueDate().toInstant());
    }
}
