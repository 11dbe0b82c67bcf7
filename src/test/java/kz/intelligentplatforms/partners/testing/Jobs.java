package kz.intelligentplatforms.partners.testing;

import java.util.List;
import kz.intelligentplatforms.partners.notification.MailRuns;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** Runs the engine's jobs of one case, its mails included, instead of waiting for the executor. */
public class Jobs {

    private final ManagementService management;
    private final RuntimeService runtime;
    private final MailRuns mailRuns;

    Jobs(ManagementService management, RuntimeService runtime, MailRuns mailRuns) {
        this.management = management;
        this.runtime = runtime;
        this.mailRuns = mailRuns;
    }

    /** Runs what is due now, and what follows from it, until nothing is due; then sends the mails. */
    public void runDue(String caseNumber) {
        runCase(caseNumber);
        mailRuns.deliver(mails(caseNumber));
    }

    /** Runs what is due now, and what follows from it, but for the mails. */
    public void runCase(String caseNumber) {
        for (var due = due(caseNumber); !due.isEmpty(); due = due(caseNumber)) {
            due.stream().map(Job::getId).filter(this::isStillThere).forEach(management::executeJob);
        }
    }

    /** Sends a mail that belongs to no case. */
    public void sendMail(String notification) {
        mailRuns.deliver(runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(notification)
                .list());
    }

    /** One job may take others with it: a case that closes has none left. */
    private boolean isStillThere(String job) {
        return management.createJobQuery().jobId(job).count() > 0;
    }

    private List<Job> due(String caseNumber) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .flatMap(
                        instance -> management
                                .createJobQuery()
                                .processInstanceId(instance.getProcessInstanceId())
                                .executable()
                                .list()
                                .stream())
                .toList();
    }

    /** The mails of a case that are not sent yet. */
    public List<ProcessInstance> mails(String caseNumber) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("notification")
                .variableValueEquals("caseNumber", caseNumber)
                .list();
    }
}
