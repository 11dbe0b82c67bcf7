package kz.intelligentplatforms.partners.tierupgrade;

import kz.intelligentplatforms.partners.program.Requirement;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** The check of one requirement begins: says whether there is anything to check, and keeps the check's answers to itself. */
@Component
class CheckStarted implements ExecutionListener {

    private final TierUpgradeSteps upgrades;

    CheckStarted(TierUpgradeSteps upgrades) {
        this.upgrades = upgrades;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var requirement = Requirement.valueOf((String) execution.getVariable("check"));
        boolean awaited = upgrades.isEvidenceAwaited(execution.getProcessBusinessKey(), requirement);
        execution.setVariableLocal("evidence", awaited ? "MISSING" : "PROVIDED");
        // Here, so that the answers of checks side by side do not mix.
        execution.setVariableLocal("checkVerdict", null);
        execution.setVariableLocal("evidenceAnswer", null);
    }
}
