package kz.intelligentplatforms.partners.directory;

import kz.intelligentplatforms.partners.cases.Cases;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** {@code Task_CorrectListing}: the partner's own to-do, done on the portal. */
@Component
class CorrectListingTask implements TaskListener {

    private final ListingChanges changes;
    private final Cases cases;

    CorrectListingTask(ListingChanges changes, Cases cases) {
        this.changes = changes;
        this.cases = cases;
    }

    @Override
    public void notify(DelegateTask task) {
        var number = task.getExecution().getProcessBusinessKey();
        var change = changes.findById(number).orElseThrow();
        cases.moveTo(number, change.awaitCorrection(task.getDueDate().toInstant()));
    }
}
