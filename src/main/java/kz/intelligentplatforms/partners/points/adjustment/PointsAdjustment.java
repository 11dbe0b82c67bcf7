package kz.intelligentplatforms.partners.points.adjustment;

import static kz.intelligentplatforms.partners.points.adjustment.PointsAdjustment.Status.APPROVAL;
import static kz.intelligentplatforms.partners.points.adjustment.PointsAdjustment.Status.APPROVED;
import static kz.intelligentplatforms.partners.points.adjustment.PointsAdjustment.Status.CORRECTION;
import static kz.intelligentplatforms.partners.points.adjustment.PointsAdjustment.Status.REJECTED;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import kz.intelligentplatforms.partners.platform.database.AssignedId;
import org.jspecify.annotations.Nullable;

/** What somebody wants to change in a partner's points. Never decided by whoever asked for it. */
@Entity
class PointsAdjustment extends AssignedId<String> {

    /** Where an adjustment can be. */
    enum Status {
        APPROVAL,
        CORRECTION,
        APPROVED,
        REJECTED
    }

    @Id
    private String caseNumber;

    private long partnerId;
    private long points;
    private String reason;
    private @Nullable Long reverses;
    private @Nullable Long openReversal;

    @Enumerated(EnumType.STRING)
    private Status status;

    private String requestedBy;
    private Instant requestedAt;
    private @Nullable String decidedBy;
    private @Nullable String comment;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected PointsAdjustment() {}

    PointsAdjustment(
            String caseNumber,
            long partnerId,
            long points,
            String reason,
            @Nullable Long reverses,
            String requestedBy,
            Instant requestedAt) {
        this.caseNumber = caseNumber;
        this.partnerId = partnerId;
        this.points = points;
        this.reason = reason;
        this.reverses = reverses;
        this.openReversal = reverses;
        this.status = APPROVAL;
        this.requestedBy = requestedBy;
        this.requestedAt = requestedAt;
    }

    void approve(String user, String words) {
        decide(APPROVED, user, words);
        openReversal = null;
    }

    void reject(String user, String words) {
        decide(REJECTED, user, words);
        openReversal = null;
    }

    void returnForCorrection(String user, String words) {
        decide(CORRECTION, user, words);
    }

    private void decide(Status decision, String user, String words) {
        require(APPROVAL);
        if (user.equals(requestedBy)) {
            throw new IllegalStateException(caseNumber + " is not for " + user + " to decide, who asked for it");
        }
        status = decision;
        decidedBy = user;
        comment = words.isEmpty() ? null : words;
    }

    /** Answers a return. What an entry took away is all that a reversal can give back: its points stay. */
    void correct(long correctedPoints, String correctedReason) {
        require(CORRECTION);
        if (reverses != null && correctedPoints != points) {
            throw new IllegalArgumentException(caseNumber + " reverses an entry, all of it");
        }
        status = APPROVAL;
        points = correctedPoints;
        reason = correctedReason;
    }

    private void require(Status expected) {
        if (status != expected) {
            throw new IllegalStateException("Adjustment " + caseNumber + " is " + status);
        }
    }

    /** Who approved. */
    String approvedBy() {
        require(APPROVED);
        return Objects.requireNonNull(decidedBy);
    }

    long partnerId() {
        return partnerId;
    }

    long points() {
        return points;
    }

    String reason() {
        return reason;
    }

    /** The entry that it takes back. */
    Optional<Long> reverses() {
        return Optional.ofNullable(reverses);
    }

    String requestedBy() {
        return requestedBy;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    @Nullable
    String comment() {
        return comment;
    }

    @Override
    public String getId() {
        return caseNumber;
    }
}
