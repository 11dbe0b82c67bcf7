package kz.intelligentplatforms.partners.directory;

import kz.intelligentplatforms.partners.cases.CaseStep;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.Turn;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** {@code Task_CorrectListing}: the partner's own to-do, done on the portal. */
@Component
class CorrectListingTask implements TaskListener {

    private final Cases cases;

    CorrectListingTask(Cases cases) {
        this.cases = cases;
    }

    @Override
    public void notify(DelegateTask task) {
        cases.moveTo(
                task.getExecution().getProcessBusinessKey(),
                new CaseStep(
                        ListingStage.CORRECTION, Turn.COMPANY, task.getDueDate().toInstant()));
    }
}
