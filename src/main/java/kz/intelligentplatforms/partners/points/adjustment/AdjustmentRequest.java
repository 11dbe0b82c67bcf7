package kz.intelligentplatforms.partners.points.adjustment;

import kz.intelligentplatforms.partners.platform.validation.Figure;
import kz.intelligentplatforms.partners.platform.validation.Figure.Kind;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import kz.intelligentplatforms.partners.platform.validation.Prose;

/**
 * An adjustment as typed.
 *
 * @param points to be added or, with a minus, taken away
 * @param reason the partner reads it word for word
 */
public record AdjustmentRequest(
        @Figure(Kind.POINTS_CHANGE) String points,
        @Prose(max = MAX_REASON) String reason) {

    public static final int MAX_REASON = 2000;

    public AdjustmentRequest {
        points = InputText.clean(points);
        reason = InputText.cleanLines(reason);
    }

    /** The points as a number; call it once the constraints hold. */
    public long change() {
        return InputText.pointsChange(points).orElseThrow();
    }
}
