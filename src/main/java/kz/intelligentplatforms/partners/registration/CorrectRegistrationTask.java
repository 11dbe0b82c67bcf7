package kz.intelligentplatforms.partners.registration;

import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.CommonEvent;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** {@code Task_CorrectRegistration}: the applicant's own to-do, done on the tracker page. */
@Component
class CorrectRegistrationTask implements TaskListener {

    private final Applications applications;
    private final Cases cases;

    CorrectRegistrationTask(Applications applications, Cases cases) {
        this.applications = applications;
        this.cases = cases;
    }

    @Override
    public void notify(DelegateTask task) {
        var number = task.getExecution().getProcessBusinessKey();
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            cases.moveTo(
                    number,
                    applications
                            .findById(number)
                            .orElseThrow()
                            .awaitCorrection(task.getDueDate().toInstant()));
        } else {
            cases.record(number, Actor.APPLICANT, CommonEvent.CORRECTED, null);
        }
    }
}
