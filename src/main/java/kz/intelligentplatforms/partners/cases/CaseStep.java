package kz.intelligentplatforms.partners.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands after something happened.
 *
 * @param dueAt until when it is that side's turn, where there is a deadline
 */
public record CaseStep(CaseStage stage, Turn turn, @Nullable Instant dueAt) {

    /** The end of a case, in a stage that names the outcome. */
    public static CaseStep closed(CaseStage stage) {
        return new CaseStep(stage, Turn.NOBODY, null);
    }
}
