package kz.intelligentplatforms.partners.points.accrual;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import kz.intelligentplatforms.partners.platform.database.AssignedId;
import kz.intelligentplatforms.partners.points.Calculation;
import kz.intelligentplatforms.partners.points.accrual.AccrualView.Again;
import kz.intelligentplatforms.partners.program.Quarter;
import org.jspecify.annotations.Nullable;

/**
 * A run of a quarter's calculation. It goes through its partners in the order of their ids, chunk by chunk, once for each thing that is
 * done with all of them; {@code progress} is the last partner done.
 */
@Entity
class AccrualRun extends AssignedId<String> {

    private static final int OPEN = 1;

    @Id
    private String caseNumber;

    private String quarter;

    @Enumerated(EnumType.STRING)
    private AccrualStatus status;

    private @Nullable Integer openRun;
    private @Nullable String startedBy;
    private long countedTo;

    @Enumerated(EnumType.STRING)
    private Calculation calculation;

    private long progress;
    private int partnerCount;
    private long points;
    private int unmatchedCount;
    private BigDecimal unmatchedSum;

    @Enumerated(EnumType.STRING)
    private @Nullable Again returned;

    private @Nullable String reviewedBy;
    private @Nullable String reviewComment;
    private @Nullable Instant calculatedAt;
    private @Nullable Instant postedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected AccrualRun() {}

    AccrualRun(String caseNumber, Quarter quarter, @Nullable String startedBy, Calculation calculation) {
        this.caseNumber = caseNumber;
        this.quarter = quarter.toString();
        this.status = AccrualStatus.OPEN;
        this.openRun = OPEN;
        this.startedBy = startedBy;
        this.calculation = calculation;
        this.unmatchedSum = BigDecimal.ZERO;
    }

    Quarter quarter() {
        return Quarter.parse(quarter).orElseThrow();
    }

    AccrualStatus status() {
        return status;
    }

    long progress() {
        return progress;
    }

    long countedTo() {
        return countedTo;
    }

    /** Begins to calculate, with all purchases up to this id. */
    void calculate(long lastPurchase, Calculation now) {
        require(AccrualStatus.OPEN);
        status = AccrualStatus.CALCULATING;
        countedTo = lastPurchase;
        calculation = now;
        progress = 0;
    }

    /** All partners up to this one are done. */
    void doneTo(long partner) {
        progress = partner;
    }

    void calculated(int partners, long sum, int unmatched, BigDecimal sumOfUnmatched, Instant now) {
        require(AccrualStatus.CALCULATING);
        status = AccrualStatus.REVIEW;
        partnerCount = partners;
        points = sum;
        unmatchedCount = unmatched;
        unmatchedSum = sumOfUnmatched;
        calculatedAt = now;
    }

    /** To be calculated anew, whoever or whatever wants it. */
    void again(Again why, @Nullable String comment) {
        require(AccrualStatus.REVIEW);
        status = AccrualStatus.OPEN;
        returned = why;
        reviewComment = comment;
    }

    void approve(String user, String comment) {
        require(AccrualStatus.REVIEW);
        reviewedBy = user;
        reviewComment = comment.isEmpty() ? null : comment;
    }

    /** What was approved is still what would be calculated now. */
    void post() {
        require(AccrualStatus.REVIEW);
        status = AccrualStatus.POSTING;
        progress = 0;
    }

    void posted(Instant now) {
        require(AccrualStatus.POSTING);
        status = AccrualStatus.TELLING;
        postedAt = now;
        progress = 0;
    }

    void told() {
        require(AccrualStatus.TELLING);
        status = AccrualStatus.POSTED;
        openRun = null;
    }

    void reject(String user, @Nullable String comment) {
        require(AccrualStatus.REVIEW);
        status = AccrualStatus.REJECTED;
        reviewedBy = user;
        reviewComment = comment;
        openRun = null;
    }

    private void require(AccrualStatus expected) {
        if (status != expected) {
            throw new IllegalStateException(caseNumber + " is " + status + ", not " + expected);
        }
    }

    AccrualView view() {
        return new AccrualView(
                caseNumber,
                quarter(),
                status,
                startedBy,
                countedTo,
                calculation,
                partnerCount,
                points,
                unmatchedCount,
                unmatchedSum,
                returned,
                reviewedBy,
                reviewComment,
                calculatedAt,
                postedAt);
    }

    @Override
    public String getId() {
        return caseNumber;
    }
}
