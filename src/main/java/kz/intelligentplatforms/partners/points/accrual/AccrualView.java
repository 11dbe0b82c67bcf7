package kz.intelligentplatforms.partners.points.accrual;

import java.math.BigDecimal;
import java.time.Instant;
import kz.intelligentplatforms.partners.points.Calculation;
import kz.intelligentplatforms.partners.program.Quarter;
import org.jspecify.annotations.Nullable;

/**
 * A run of a quarter's calculation.
 *
 * @param startedBy user id; nothing where the timer began it
 * @param countedTo the highest id of a purchase that was counted
 * @param partners with purchases in the term
 * @param points the sum of what is posted, negative amounts included
 * @param unmatchedCount purchases of the term so far whose companies are no members, and so not counted
 * @param unmatchedSum theirs, in KZT
 * @param again why it was calculated anew; nothing the first time
 */
public record AccrualView(
        String caseNumber,
        Quarter quarter,
        AccrualStatus status,
        @Nullable String startedBy,
        long countedTo,
        Calculation calculation,
        int partners,
        long points,
        int unmatchedCount,
        BigDecimal unmatchedSum,
        @Nullable Again again,
        @Nullable String reviewedBy,
        @Nullable String reviewComment,
        @Nullable Instant calculatedAt,
        @Nullable Instant postedAt) {

    /** Why a run was calculated anew. */
    public enum Again {
        /** Finance asked for it. */
        RETURNED,
        /** Purchases arrived between the calculation and its approval. */
        CHANGED
    }
}
