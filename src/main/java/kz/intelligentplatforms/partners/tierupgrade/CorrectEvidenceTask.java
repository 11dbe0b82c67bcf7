package kz.intelligentplatforms.partners.tierupgrade;

import kz.intelligentplatforms.partners.program.Requirement;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** {@code Task_CorrectEvidence}: the partner's own to-do, done on the portal. */
@Component
class CorrectEvidenceTask implements TaskListener {

    /** The task's own variable by which the portal finds it. */
    static final String REQUIREMENT = "requirement";

    private final TierUpgradeSteps upgrades;

    CorrectEvidenceTask(TierUpgradeSteps upgrades) {
        this.upgrades = upgrades;
    }

    @Override
    public void notify(DelegateTask task) {
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            var requirement = (String) task.getVariable("check");
            task.setVariableLocal(REQUIREMENT, requirement);
            upgrades.taskBegan(
                    task.getExecution().getProcessBusinessKey(),
                    Requirement.valueOf(requirement),
                    task.getDueDate().toInstant());
        }
    }
}
