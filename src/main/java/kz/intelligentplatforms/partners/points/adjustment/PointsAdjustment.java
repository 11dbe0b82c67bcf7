package kz.intelligentplatforms.partners.points.adjustment;

import static kz.intelligentplatforms.partners.points.adjustment.AdjustmentStage.ADJUSTED;
import static kz.intelligentplatforms.partners.points.adjustment.AdjustmentStage.APPROVAL;
import static kz.intelligentplatforms.partners.points.adjustment.AdjustmentStage.CORRECTION;
import static kz.intelligentplatforms.partners.points.adjustment.AdjustmentStage.REJECTED;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import kz.intelligentplatforms.partners.cases.CaseStep;
import kz.intelligentplatforms.partners.cases.StagedCase;
import kz.intelligentplatforms.partners.cases.Turn;
import org.jspecify.annotations.Nullable;

/** What somebody wants to change in a partner's points. Never decided by whoever asked for it. */
@Entity
class PointsAdjustment extends StagedCase<AdjustmentStage> {

    @Id
    private String caseNumber;

    private long partnerId;
    private long points;
    private String reason;
    private @Nullable Long reverses;
    private @Nullable Long openReversal;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private AdjustmentStage stage;

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
        this.stage = APPROVAL;
        this.requestedBy = requestedBy;
        this.requestedAt = requestedAt;
    }

    void approve(String user, String words) {
        decide(ADJUSTED, user, words);
        openReversal = null;
    }

    void reject(String user, String words) {
        decide(REJECTED, user, words);
        openReversal = null;
    }

    void returnForCorrection(String user, String words) {
        decide(CORRECTION, user, words);
    }

    private void decide(AdjustmentStage decision, String user, String words) {
        requireOneOf(APPROVAL);
        if (user.equals(requestedBy)) {
            throw new IllegalStateException(caseNumber + " is not for " + user + " to decide, who asked for it");
        }
        stage = decision;
        decidedBy = user;
        comment = words.isEmpty() ? null : words;
    }

    /** Answers a return. What an entry took away is all that a reversal can give back: its points stay. */
    void correct(long correctedPoints, String correctedReason) {
        requireOneOf(CORRECTION);
        if (reverses != null && correctedPoints != points) {
            throw new IllegalArgumentException(caseNumber + " reverses an entry, all of it");
        }
        stage = APPROVAL;
        points = correctedPoints;
        reason = correctedReason;
    }

    /** Somebody else decides until {@code due}. */
    CaseStep awaitApproval(Instant due) {
        return moveTo(APPROVAL, Turn.VENDOR, due, APPROVAL);
    }

    /** A colleague corrects it until {@code due}. */
    CaseStep awaitCorrection(Instant due) {
        return moveTo(CORRECTION, Turn.VENDOR, due, CORRECTION);
    }

    /** What was decided is done. */
    CaseStep done() {
        return close(stage, ADJUSTED, REJECTED);
    }

    @Override
    protected AdjustmentStage stage() {
        return stage;
    }

    @Override
    protected void stage(AdjustmentStage next) {
        stage = next;
    }

    /** Who approved. */
    String approvedBy() {
        requireOneOf(ADJUSTED);
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
