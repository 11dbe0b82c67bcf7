package kz.intelligentplatforms.partners.registration;

import static kz.intelligentplatforms.partners.registration.RegistrationStatus.EXPIRED;
import static kz.intelligentplatforms.partners.registration.RegistrationStatus.OPEN;
import static kz.intelligentplatforms.partners.registration.RegistrationStatus.REGISTERED;
import static kz.intelligentplatforms.partners.registration.RegistrationStatus.REJECTED;
import static kz.intelligentplatforms.partners.registration.RegistrationStatus.WITHDRAWN;

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
import kz.intelligentplatforms.partners.partner.CompanyProfile;
import kz.intelligentplatforms.partners.partner.ContactPerson;
import kz.intelligentplatforms.partners.partner.NameKey;
import kz.intelligentplatforms.partners.platform.database.AssignedId;
import kz.intelligentplatforms.partners.program.Tier;
import kz.intelligentplatforms.partners.tierupgrade.Evidence;
import kz.intelligentplatforms.partners.tierupgrade.EvidenceJson;
import org.jspecify.annotations.Nullable;

/** A company's application to join. While it is open, it holds its identity: one open case per company. */
@Entity
class RegistrationApplication extends AssignedId<String> {

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
    private RegistrationStatus status;

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
        this.status = OPEN;
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
        requireOpen();
        openIdentity = company.identity().key();
    }

    /** The reviewer wants something corrected. */
    void returnForCorrection(String reason, Collection<ReturnedField> fields) {
        requireOpen();
        reviewReason = reason;
        returnedFields = fields.stream().map(ReturnedField::name).collect(Collectors.joining(","));
    }

    /** The applicant answers a return. The identity is claimed anew. */
    void correct(ApplicationDetails details) {
        requireOpen();
        take(details);
        openIdentity = null;
        returnedFields = "";
    }

    void register() {
        close(REGISTERED);
    }

    /** The reviewer said no; the case closes with {@link #reject()}. */
    void refuse(String reason) {
        requireOpen();
        reviewReason = reason;
    }

    void reject() {
        close(REJECTED);
    }

    void withdraw() {
        close(WITHDRAWN);
    }

    void expire() {
        close(EXPIRED);
    }

    private void close(RegistrationStatus outcome) {
        requireOpen();
        status = outcome;
        openIdentity = null;
    }

    boolean isOpen() {
        return status == OPEN;
    }

    private void requireOpen() {
        if (!isOpen()) {
            throw new IllegalStateException("Application " + caseNumber + " is " + status);
        }
    }

    ApplicationDetails details() {
        return new ApplicationDetails(company, contact, wishedTier, language, evidence);
    }

    TrackerSecret trackerSecret() {
        return trackerSecret;
    }

    RegistrationView view() {
        return new RegistrationView(caseNumber, details(), submittedAt, status, reviewReason, fieldsToCorrect());
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
