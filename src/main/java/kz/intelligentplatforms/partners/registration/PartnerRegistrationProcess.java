package kz.intelligentplatforms.partners.registration;

import static kz.intelligentplatforms.partners.platform.security.AccessTokens.Purpose.CASE_TRACKER;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.CaseKind;
import kz.intelligentplatforms.partners.cases.CaseStep;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.platform.security.AccessTokens;
import kz.intelligentplatforms.partners.platform.submission.Submission;
import kz.intelligentplatforms.partners.platform.submission.SubmissionReused;
import kz.intelligentplatforms.partners.platform.submission.Submissions;
import kz.intelligentplatforms.partners.program.Tier;
import kz.intelligentplatforms.partners.registration.RegistrationRefused.Reason;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.hibernate.exception.ConstraintViolationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The process {@code partner-registration}: its key, its variables, its outcomes, and what people outside the engine may do with it. */
@Service
public class PartnerRegistrationProcess {

    static final String KEY = "partner-registration";
    static final String CORRECT = "Task_CorrectRegistration";

    private static final String WITHDRAWN = "registration-withdrawn";
    private static final Logger LOG = LoggerFactory.getLogger(PartnerRegistrationProcess.class);

    private final Applications applications;
    private final Cases cases;
    private final AccessTokens tokens;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Submissions submissions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PartnerRegistrationProcess(
            Applications applications,
            Cases cases,
            AccessTokens tokens,
            RuntimeService runtime,
            TaskService tasks,
            Submissions submissions,
            TransactionTemplate transaction,
            Clock clock) {
        this.applications = applications;
        this.cases = cases;
        this.tokens = tokens;
        this.runtime = runtime;
        this.tasks = tasks;
        this.submissions = submissions;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A submitted application: its case, and where the applicant follows it. */
    public record Submitted(String caseNumber, URI trackingUrl, String token) {}

    /**
     * Starts a case. The same key with the same content again gives the same answer and no second case, also when both come at
     * once.
     *
     * @param request has passed its constraints
     * @param key names this submission: the form's hidden key, or the caller's Idempotency-Key
     * @throws RegistrationRefused when the company is known already, or the key was used for another content
     */
    public Submitted submit(RegistrationRequest request, String key) {
        var details = ApplicationDetails.of(request);
        try {
            var number = submissions.once(Submission.of(key, details), () -> start(details, key));
            var token =
                    applications.findById(number).orElseThrow().trackerSecret().token(key);
            return new Submitted(number, tokens.link(CASE_TRACKER, token), token);
        } catch (SubmissionReused reused) {
            // The earlier case is not named: whoever guesses a key must learn nothing.
            throw new RegistrationRefused(Reason.KEY_REUSED);
        }
    }

    private String start(ApplicationDetails details, String key) {
        var company = details.company();
        var number = cases.open(
                CaseKind.REGISTRATION,
                company.name(),
                company.identity().key(),
                new CaseStep("RECEIVED", Turn.SYSTEM, null),
                Actor.APPLICANT,
                "APPLIED");
        var application =
                applications.save(new RegistrationApplication(number, details, TrackerSecret.next(), clock.instant()));
        tokens.store(CASE_TRACKER, number, application.trackerSecret().token(key));
        runtime.startProcessInstanceByKey(KEY, number, searchKeys(details));
        LOG.info("{}: application received", number);
        return number;
    }

    /**
     * The applicant answers a return: the case goes back to review.
     *
     * @param request has passed its constraints
     * @throws RegistrationRefused when the case does not wait for a correction, or the corrected identity is known already
     */
    public void correct(String caseNumber, RegistrationRequest request) {
        orMovedOn(() -> {
            var application = openApplication(caseNumber);
            var task = openTask(caseNumber, CORRECT);
            var details = ApplicationDetails.of(request);
            application.correct(details);
            cases.rename(
                    caseNumber,
                    details.company().name(),
                    details.company().identity().key());
            tasks.complete(task.getId(), searchKeys(details));
        });
    }

    /**
     * The applicant withdraws: the case ends, in review as in correction.
     *
     * @throws RegistrationRefused when the case is decided or closed
     */
    public void withdraw(String caseNumber) {
        orMovedOn(() -> {
            openApplication(caseNumber);
            // The engine would take the message until the last step is done, also from a company that is a partner by
            // then.
            openTask(caseNumber);
            runtime.createMessageCorrelation(WITHDRAWN)
                    .processInstanceBusinessKey(caseNumber)
                    .correlate();
        });
    }

    /** Locked before all else, so that two steps at once neither meet a closed application nor block each other. */
    private RegistrationApplication openApplication(String caseNumber) {
        return applications
                .lock(caseNumber)
                .filter(RegistrationApplication::isOpen)
                .orElseThrow(() -> new RegistrationRefused(Reason.CASE_MOVED_ON));
    }

    private Task openTask(String caseNumber, String... keys) {
        var query = tasks.createTaskQuery().processDefinitionKey(KEY).processInstanceBusinessKey(caseNumber);
        var task = (keys.length == 0 ? query : query.taskDefinitionKeyIn(keys)).singleResult();
        if (task == null) {
            throw new RegistrationRefused(Reason.CASE_MOVED_ON);
        }
        return task;
    }

    @Transactional(readOnly = true)
    public Optional<RegistrationView> byCaseNumber(String caseNumber) {
        return applications.findById(caseNumber).map(RegistrationApplication::view);
    }

    /** What Cockpit and Tasklist find and show a case by; the data itself stays in the database. */
    private static Map<String, Object> searchKeys(ApplicationDetails details) {
        var keys = new HashMap<String, Object>();
        keys.put("companyName", details.company().name());
        keys.put("bin", details.company().identity().taxNumber());
        keys.put("wishedTier", details.wishedTier().name());
        keys.put("wishesMore", details.wishedTier() != Tier.PRIMARY_RESELLER);
        return keys;
    }

    private void orMovedOn(Runnable step) {
        try {
            transaction.executeWithoutResult(status -> step.run());
        } catch (OptimisticLockingException | ConcurrencyFailureException e) {
            throw new RegistrationRefused(Reason.CASE_MOVED_ON);
        } catch (DataIntegrityViolationException e) {
            if (e.getCause() instanceof ConstraintViolationException broken
                    && String.valueOf(broken.getConstraintName())
                            .toLowerCase(Locale.ROOT)
                            .contains("open_identity")) {
                throw new RegistrationRefused(Reason.ALREADY_KNOWN);
            }
            throw e;
        }
    }
}
