package kz.intelligentplatforms.partners.platform.engine;

import kz.intelligentplatforms.partners.platform.identity.Group;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** At a timeout of any task: raises it, and lets the program managers in where it is not theirs already. */
@Component
class EscalateTask implements TaskListener {

    static final int HIGH_PRIORITY = 90;

    @Override
    public void notify(DelegateTask task) {
        task.setPriority(HIGH_PRIORITY);
        var programManagers = Group.PROGRAM_MANAGERS.id();
        if (task.getCandidates().stream().noneMatch(candidate -> programManagers.equals(candidate.getGroupId()))) {
            task.addCandidateGroup(programManagers);
        }
    }
}
