package kz.intelligentplatforms.partners.partner;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import kz.intelligentplatforms.partners.partner.RequirementRecords.Checked;
import kz.intelligentplatforms.partners.partner.RequirementRecords.Verdict;
import kz.intelligentplatforms.partners.program.Requirement;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One check of one requirement. */
@Entity
@Immutable
class RequirementRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long partnerId;

    @Enumerated(EnumType.STRING)
    private Requirement requirement;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    private String evidence;
    private String checkedBy;
    private Instant checkedAt;
    private @Nullable LocalDate validUntil;
    private String caseNumber;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected RequirementRecord() {}

    RequirementRecord(long partnerId, Checked checked) {
        this.partnerId = partnerId;
        this.requirement = checked.requirement();
        this.verdict = checked.verdict();
        this.evidence = checked.evidence();
        this.checkedBy = checked.checkedBy();
        this.checkedAt = checked.checkedAt();
        this.validUntil = checked.validUntil();
        this.caseNumber = checked.caseNumber();
    }

    Checked view() {
        return new Checked(requirement, verdict, evidence, checkedBy, checkedAt, validUntil, caseNumber);
    }
}
