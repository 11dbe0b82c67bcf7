package kz.intelligentplatforms.partners.points;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.intelligentplatforms.partners.program.Quarter;

/**
 * A partner's statement for a quarter: what was there before, what counts for the quarter whenever it was posted, and what that
 * makes. Each begins with what the one before ends with.
 *
 * @param opening points of all earlier quarters
 * @param entries oldest first
 * @param counted the purchases that its accruals stand for
 * @param calculatedAt when the quarter's points were posted; nothing as long as they are not
 * @param calculation how they came about; nothing where the term had no purchases
 */
public record Statement(
        Quarter quarter,
        long opening,
        List<PointsEntry> entries,
        PurchaseList counted,
        Optional<Instant> calculatedAt,
        Optional<Calculated> calculation) {

    /**
     * The latest calculation of the quarter.
     *
     * @param purchases of the term up to the quarter's end, in KZT
     * @param entitlement points that these give
     * @param postedBefore points of the term that earlier calculations posted
     * @param points the difference, which was posted
     */
    public record Calculated(BigDecimal purchases, long entitlement, long postedBefore, long points) {}

    public long closing() {
        return opening + entries.stream().mapToLong(PointsEntry::points).sum();
    }
}
