package kz.intelligentplatforms.partners.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands after something happened.
 *
 * @param stage one of the kind's stages; the texts are the messages {@code case.<kind>.stage.<stage>} and {@code .next}
 * @param dueAt until when it is that side's turn, where there is a deadline
 */
public record CaseStep(String stage, Turn turn, @Nullable Instant dueAt) {

    /** The end of a case, in a stage that names the outcome. */
    public static CaseStep closed(String stage) {
        return new CaseStep(stage, Turn.NOBODY, null);
    }
}
