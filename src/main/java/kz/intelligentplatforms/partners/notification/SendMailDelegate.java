package kz.intelligentplatforms.partners.notification;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * What instances of release 1 call, which sent their mail in a job of the engine: starts an instance of the present model in its
 * place, for the same mail.
 */
@Component
class SendMailDelegate implements JavaDelegate {

    private final Notifications notifications;

    SendMailDelegate(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notifications.start(execution.getProcessBusinessKey(), execution.getVariables());
    }
}
