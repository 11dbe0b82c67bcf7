package kz.intelligentplatforms.partners.testing;

import static kz.intelligentplatforms.partners.platform.identity.Group.ACCOUNT_MANAGERS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.intelligentplatforms.partners.registration.PartnerRegistrationProcess;
import kz.intelligentplatforms.partners.registration.RegistrationRequest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.spin.Spin;

/** An account manager at work: answers the review's form as Tasklist does. */
public final class ReviewDesk {

    private final ProcessEngine engine;
    private final People people;

    public ReviewDesk(ProcessEngine engine, People people) {
        this.engine = engine;
        this.people = people;
    }

    public void approve(String caseNumber) {
        answer(caseNumber, Map.of("decision", "APPROVE", "comment", ""));
    }

    public void reject(String caseNumber, String reason) {
        answer(caseNumber, Map.of("decision", "REJECT", "comment", reason));
    }

    /** @param fields values of the form's checklist, such as {@code company.address} */
    public void sendBack(String caseNumber, String reason, String... fields) {
        var answers = new HashMap<String, Object>(Map.of("decision", "RETURN", "comment", reason));
        answers.put("returnedFields", Spin.JSON(List.of(fields)));
        answer(caseNumber, answers);
    }

    private void answer(String caseNumber, Map<String, Object> answers) {
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey("Task_ReviewRegistration")
                .singleResult();
        var identities = engine.getIdentityService();
        identities.setAuthentication(people.of(ACCOUNT_MANAGERS), List.of(ACCOUNT_MANAGERS.id()));
        try {
            engine.getFormService().submitTaskForm(task.getId(), answers);
        } finally {
            identities.clearAuthentication();
        }
    }

    /** Takes an application all the way: the company is a partner, its mails are sent. */
    public String register(PartnerRegistrationProcess process, Jobs jobs, RegistrationRequest request, String key) {
        var number = process.submit(request, key).caseNumber();
        approve(number);
        jobs.runDue(number);
        return number;
    }
}
