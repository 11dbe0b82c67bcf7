package kz.intelligentplatforms.partners.registration;

import static kz.intelligentplatforms.partners.platform.security.AccessTokens.Purpose.CASE_TRACKER;

import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.CaseKind;
import kz.intelligentplatforms.partners.cases.CaseStep;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.CommonEvent;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.casework.CaseProcess;
import kz.intelligentplatforms.partners.casework.CaseProcesses;
import kz.intelligentplatforms.partners.platform.security.AccessTokens;
import kz.intelligentplatforms.partners.platform.submission.SubmissionReused;
import kz.intelligentplatforms.partners.program.Tier;
import kz.intelligentplatforms.partners.registration.RegistrationRefused.Reason;
import org.hibernate.exception.ConstraintViolationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The process {@code partner-registration}: its key, its variables, its outcomes, and what people outside the engine may do with it. */
@Service
public class PartnerRegistrationProcess {

    public static final CaseKind CASES =
            CaseKind.of("REGISTRATION", "REG", RegistrationStage.values(), RegistrationEvent.values());

    static final String KEY = "partner-registration";
    static final String CORRECT = "Task_CorrectRegistration";

    private static final String WITHDRAWN = "registration-withdrawn";
    private static final Logger LOG = LoggerFactory.getLogger(PartnerRegistrationProcess.class);

    private final Applications applications;
    private final Cases cases;
    private final AccessTokens tokens;
    private final CaseProcess process;
    private final Clock clock;

    PartnerRegistrationProcess(
            Applications applications, Cases cases, AccessTokens tokens, CaseProcesses processes, Clock clock) {
        this.applications = applications;
        this.cases = cases;
        this.tokens = tokens;
        this.process = processes.of(CASES, KEY, () -> new RegistrationRefused(Reason.CASE_MOVED_ON));
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
            var number = process.once(key, details, () -> start(details, key));
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
        var step = new CaseStep(RegistrationStage.RECEIVED, Turn.SYSTEM, null);
        var number = process.open(company, step, Actor.APPLICANT, CommonEvent.APPLIED);
        var application =
                applications.save(new RegistrationApplication(number, details, TrackerSecret.next(), clock.instant()));
        tokens.store(CASE_TRACKER, number, application.trackerSecret().token(key));
        process.start(number, company, wish(details));
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
        conflictAware(() -> {
            var application = openApplication(caseNumber);
            var task = process.openTask(caseNumber, CORRECT);
            var details = ApplicationDetails.of(request);
            application.correct(details);
            cases.rename(
                    caseNumber,
                    details.company().name(),
                    details.company().identity().key());
            process.complete(task, CaseProcess.searchKeys(details.company(), wish(details)));
        });
    }

    /**
     * The applicant withdraws: the case ends, in review as in correction.
     *
     * @throws RegistrationRefused when the case is decided or closed
     */
    public void withdraw(String caseNumber) {
        process.conflictAware(() -> {
            openApplication(caseNumber);
            // The engine would take the message until the last step is done, also from a company that is a partner by
            // then.
            process.openTask(caseNumber);
            process.correlate(caseNumber, WITHDRAWN, Map.of());
        });
    }

    /** Locked before all else, so that two steps at once neither meet a closed application nor block each other. */
    private RegistrationApplication openApplication(String caseNumber) {
        return applications
                .lock(caseNumber)
                .filter(RegistrationApplication::isOpen)
                .orElseThrow(() -> new RegistrationRefused(Reason.CASE_MOVED_ON));
    }

    @Transactional(readOnly = true)
    public Optional<RegistrationView> byCaseNumber(String caseNumber) {
        return applications.findById(caseNumber).map(RegistrationApplication::view);
    }

    private static Map<String, Object> wish(ApplicationDetails details) {
        var tier = details.wishedTier();
        return Map.of("wishedTier", tier.name(), "wishesMore", tier != Tier.PRIMARY_RESELLER);
    }

    /** Another case, or a member, may have the corrected identity. */
    private void conflictAware(Runnable step) {
        try {
            process.conflictAware(step);
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
