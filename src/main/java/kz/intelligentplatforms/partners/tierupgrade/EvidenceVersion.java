package kz.intelligentplatforms.partners.tierupgrade;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import kz.intelligentplatforms.partners.program.Requirement;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One version of what was said to meet a requirement. */
@Entity
@Table(name = "tier_evidence")
@Immutable
class EvidenceVersion {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String caseNumber;

    @Enumerated(EnumType.STRING)
    private Requirement requirement;

    @Enumerated(EnumType.STRING)
    private Side side;

    @Convert(converter = EvidenceJson.class)
    private Evidence body;

    private @Nullable String note;
    private String writtenBy;
    private Instant writtenAt;

    /** Who said it. */
    enum Side {
        COMPANY,
        VENDOR
    }

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected EvidenceVersion() {}

    EvidenceVersion(
            String caseNumber,
            Requirement requirement,
            Side side,
            Evidence body,
            @Nullable String note,
            String writtenBy,
            Instant writtenAt) {
        this.caseNumber = caseNumber;
        this.requirement = requirement;
        this.side = side;
        this.body = body;
        this.note = note;
        this.writtenBy = writtenBy;
        this.writtenAt = writtenAt;
    }

    Requirement requirement() {
        return requirement;
    }

    Evidence body() {
        return body;
    }

    Side side() {
        return side;
    }

    @Nullable
    String note() {
        return note;
    }

    String writtenBy() {
        return writtenBy;
    }

    Instant writtenAt() {
        return writtenAt;
    }
}
