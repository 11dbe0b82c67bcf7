package kz.intelligentplatforms.partners.casework;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.CaseEventType;
import kz.intelligentplatforms.partners.cases.CaseKind;
import kz.intelligentplatforms.partners.cases.CaseStep;
import kz.intelligentplatforms.partners.partner.CompanyProfile;
import kz.intelligentplatforms.partners.platform.submission.Submission;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.dao.ConcurrencyFailureException;

/** What the facade of a kind of case does with its process in the engine; made by {@link CaseProcesses}. */
public final class CaseProcess {

    private final CaseProcesses engine;
    private final CaseKind kind;
    private final String key;
    private final Supplier<? extends RuntimeException> movedOn;

    CaseProcess(CaseProcesses engine, CaseKind kind, String key, Supplier<? extends RuntimeException> movedOn) {
        this.engine = engine;
        this.kind = kind;
        this.key = key;
        this.movedOn = movedOn;
    }

    /**
     * Does what a form asks for, if it comes for the first time.
     *
     * @param form the form's own key; that of a partner's form contains the partner
     * @param content what was typed, as {@link Submission#of} takes it
     * @param work gives the case number
     * @return the case number, of the first time
     * @throws kz.intelligentplatforms.partners.platform.submission.SubmissionReused when it came before, with other content
     */
    public String once(String form, Object content, Supplier<String> work) {
        return engine.submissions.once(Submission.of(form, content), work);
    }

    /** The case that a form has become, if it was sent; whatever was in it. */
    public Optional<String> sent(String form) {
        return engine.submissions.resultOf(form);
    }

    /**
     * The case that this form has become, if it was sent.
     *
     * @throws kz.intelligentplatforms.partners.platform.submission.SubmissionReused when it was, with other content
     */
    public Optional<String> sent(String form, Object content) {
        return engine.submissions.earlier(Submission.of(form, content));
    }

    /**
     * Opens a company's case. Its process does not run before {@link #start}, so that it finds what belongs to the case stored.
     *
     * @param event what opened it
     * @return the case number
     */
    public String open(CompanyProfile company, CaseStep step, Actor actor, CaseEventType event) {
        return engine.cases.open(kind, company.name(), company.identity().key(), step, actor, event);
    }

    /**
     * Starts the process of a case, within the caller's transaction.
     *
     * @param more by which it is found and routed beside the company
     */
    public void start(String caseNumber, CompanyProfile company, Map<String, Object> more) {
        engine.runtime.startProcessInstanceByKey(key, caseNumber, searchKeys(company, more));
    }

    /** What Cockpit and Tasklist find and show a case by; the data itself stays in the database. */
    public static Map<String, Object> searchKeys(CompanyProfile company, Map<String, Object> more) {
        var keys = new HashMap<>(more);
        keys.put("companyName", company.name());
        keys.put("bin", company.identity().taxNumber());
        return keys;
    }

    /**
     * A step beside the tasks of Tasklist, in a transaction of its own. Where somebody else was faster, the case has moved on.
     *
     * @throws RuntimeException the facade's own, that the case has moved on
     */
    public void conflictAware(Runnable step) {
        try {
            engine.transaction.executeWithoutResult(status -> step.run());
        } catch (OptimisticLockingException | ConcurrencyFailureException | MismatchingMessageCorrelationException e) {
            throw movedOn.get();
        }
    }

    /**
     * The task that a case waits in.
     *
     * @param tasks the ids, in the model, of those that fit; all fit where none is named
     * @throws RuntimeException the facade's own, that the case has moved on, when it waits in none of them
     */
    public Task openTask(String caseNumber, String... tasks) {
        return openTask(caseNumber, query -> tasks.length == 0 ? query : query.taskDefinitionKeyIn(tasks));
    }

    /** The one of a case's tasks that fits; see {@link #openTask(String, String...)}. */
    public Task openTask(String caseNumber, UnaryOperator<TaskQuery> fits) {
        var all = engine.tasks.createTaskQuery().processDefinitionKey(key).processInstanceBusinessKey(caseNumber);
        return Optional.ofNullable(fits.apply(all).singleResult()).orElseThrow(movedOn);
    }

    public void complete(Task task) {
        complete(task, Map.of());
    }

    public void complete(Task task, Map<String, Object> variables) {
        engine.tasks.complete(task.getId(), variables);
    }

    /** Tells the process of a case that something has happened. */
    public void correlate(String caseNumber, String message, Map<String, Object> variables) {
        engine.runtime
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(caseNumber)
                .setVariables(variables)
                .correlate();
    }
}
