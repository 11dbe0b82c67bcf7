package kz.intelligentplatforms.partners.points.adjustment;

import java.time.Instant;
import kz.intelligentplatforms.partners.platform.web.Figures;
import kz.intelligentplatforms.partners.points.PointsEntry;
import org.jspecify.annotations.Nullable;

/**
 * An adjustment as it stands.
 *
 * @param reversed the entry that it takes back, where it does
 * @param requestedBy user id of whoever asked first
 * @param comment of whoever decided last
 */
public record AdjustmentView(
        String caseNumber,
        long partnerId,
        long points,
        String reason,
        @Nullable PointsEntry reversed,
        String requestedBy,
        Instant requestedAt,
        @Nullable String comment) {

    /** The points for people to read, with their sign. */
    public String signedPoints() {
        return Figures.signed(points);
    }

    /** The points of the entry that is taken back, likewise. */
    public String reversedPoints() {
        return reversed == null ? "" : Figures.signed(reversed.points());
    }
}
