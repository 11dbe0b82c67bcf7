package kz.intelligentplatforms.partners.tierupgrade;

import kz.intelligentplatforms.partners.program.Requirement;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The partner has not answered yet: reminds it. */
@Component
class RemindPartnerTask implements TaskListener {

    private final TierUpgradeSteps upgrades;

    RemindPartnerTask(TierUpgradeSteps upgrades) {
        this.upgrades = upgrades;
    }

    @Override
    public void notify(DelegateTask task) {
        upgrades.remind(
                task.getExecution().getProcessBusinessKey(), Requirement.valueOf((String) task.getVariable("check")));
    }
}
