package kz.intelligentplatforms.partners.points.adjustment;

import kz.intelligentplatforms.partners.platform.validation.PointsChange;
import kz.intelligentplatforms.partners.platform.validation.Prose;
import kz.intelligentplatforms.partners.platform.validation.TypedText;

/**
 * An adjustment as typed.
 *
 * @param points to be added or, with a minus, taken away
 * @param reason the partner reads it word for word
 */
public record AdjustmentRequest(
        @PointsChange String points,
        @Prose(max = MAX_REASON) String reason) {

    public static final int MAX_REASON = 2000;

    public AdjustmentRequest {
        points = TypedText.clean(points);
        reason = TypedText.cleanLines(reason);
    }

    /** The points as a number; call it once the constraints hold. */
    public long change() {
        return TypedText.pointsChange(points).orElseThrow();
    }
}
