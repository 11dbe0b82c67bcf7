package kz.intelligentplatforms.partners.registration;

import static kz.intelligentplatforms.partners.registration.RegistrationStage.CORRECTION;
import static kz.intelligentplatforms.partners.registration.RegistrationStage.EXPIRED;
import static kz.intelligentplatforms.partners.registration.RegistrationStage.RECEIVED;
import static kz.intelligentplatforms.partners.registration.RegistrationStage.REGISTERED;
import static kz.intelligentplatforms.partners.registration.RegistrationStage.REGISTERING;
import static kz.intelligentplatforms.partners.registration.RegistrationStage.REJECTED;
import static kz.intelligentplatforms.partners.registration.RegistrationStage.REVIEW;
import static kz.intelligentplatforms.partners.registration.RegistrationStage.WITHDRAWN;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.cases.CaseStep;
import kz.intelligentplatforms.partners.cases.StagedCase;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.partner.CompanyProfile;
import kz.intelligentplatforms.partners.partner.ContactPerson;
import kz.intelligentplatforms.partners.partner.NameKey;
import kz.intelligentplatforms.partners.program.Tier;
import kz.intelligentplatforms.partners.tierupgrade.Evidence;
import kz.intelligentplatforms.partners.tierupgrade.EvidenceJson;
import org.jspecify.annotations.Nullable;

/** A company's application to join. While it is open, it holds its identity: one open case per company. */
@Entity
class RegistrationApplication extends StagedCase<RegistrationStage> {

    @Id
    private String caseNumber;

    @Embedded
    private CompanyProfile company;

    @Embedded
    private ContactPerson contact;

    private String nameKey;
    private String mailDomain;

    @Enumerated(EnumType.STRING)
    private Tier wishedTier;

    private String language;

    @Convert(converter = EvidenceJson.class)
    private Evidence evidence;

    private Instant consentAt;
    private Instant submittedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private RegistrationStage stage;

    private @Nullable String openIdentity;
    private @Nullable String reviewReason;
    private String returnedFields;

    @Embedded
    private TrackerSecret trackerSecret;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected RegistrationApplication() {}

    RegistrationApplication(String caseNumber, ApplicationDetails details, TrackerSecret trackerSecret, Instant now) {
        this.caseNumber = caseNumber;
        this.trackerSecret = trackerSecret;
        this.submittedAt = now;
        this.consentAt = now;
        this.stage = RECEIVED;
        this.returnedFields = "";
        take(details);
    }

    private void take(ApplicationDetails details) {
        company = details.company();
        contact = details.contact();
        wishedTier = details.wishedTier();
        language = details.language();
        evidence = details.evidence();
        nameKey = NameKey.of(company.name());
        mailDomain = contact.mailDomain();
    }

    /** Holds the identity for this case; the database refuses a second open case of the company. */
    void claimIdentity() {
        requireOneOf(RECEIVED, REVIEW, CORRECTION);
        openIdentity = company.identity().key();
    }

    /** The vendor looks at it, until {@code due}. */
    CaseStep review(Instant due) {
        return moveTo(REVIEW, Turn.VENDOR, due, RECEIVED, REVIEW, CORRECTION);
    }

    /** The reviewer wants something corrected. */
    void returnForCorrection(String reason, Collection<ReturnedField> fields) {
        moveTo(CORRECTION, Turn.COMPANY, null, REVIEW);
        reviewReason = reason;
        returnedFields = fields.stream().map(ReturnedField::name).collect(Collectors.joining(","));
    }

    /** The applicant has until {@code due}. */
    CaseStep awaitCorrection(Instant due) {
        return moveTo(CORRECTION, Turn.COMPANY, due, CORRECTION);
    }

    /** The applicant answers a return. The identity is claimed anew. */
    void correct(ApplicationDetails details) {
        requireOneOf(CORRECTION);
        take(details);
        openIdentity = null;
        returnedFields = "";
    }

    /** The reviewer said yes; the case closes with {@link #register()}. */
    CaseStep approve() {
        return moveTo(REGISTERING, Turn.SYSTEM, null, REVIEW);
    }

    CaseStep register() {
        return end(REGISTERED, REGISTERING);
    }

    /** The reviewer said no; the case closes with {@link #reject()}. */
    CaseStep refuse(String reason) {
        var step = moveTo(REGISTERING, Turn.SYSTEM, null, REVIEW);
        reviewReason = reason;
        return step;
    }

    CaseStep reject() {
        return end(REJECTED, REGISTERING);
    }

    CaseStep withdraw() {
        return end(WITHDRAWN, RECEIVED, REVIEW, CORRECTION);
    }

    CaseStep expire() {
        return end(EXPIRED, CORRECTION);
    }

    private CaseStep end(RegistrationStage outcome, RegistrationStage... from) {
        var step = close(outcome, from);
        openIdentity = null;
        return step;
    }

    @Override
    protected RegistrationStage stage() {
        return stage;
    }

    @Override
    protected void stage(RegistrationStage next) {
        stage = next;
    }

    boolean isOpen() {
        return !stage.isClosed();
    }

    ApplicationDetails details() {
        return new ApplicationDetails(company, contact, wishedTier, language, evidence);
    }

    TrackerSecret trackerSecret() {
        return trackerSecret;
    }

    RegistrationView view() {
        return new RegistrationView(caseNumber, details(), submittedAt, stage, reviewReason, fieldsToCorrect());
    }

    private Set<ReturnedField> fieldsToCorrect() {
        var fields = EnumSet.noneOf(ReturnedField.class);
        Arrays.stream(returnedFields.split(","))
                .filter(name -> !name.isEmpty())
                .map(ReturnedField::valueOf)
                .forEach(fields::add);
        return fields;
    }

    @Override
    public String getId() {
        return caseNumber;
    }
}
