package kz.intelligentplatforms.partners.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A case as it stands; see {@link CaseStep} for the stage's texts. */
public record CaseView(
        String number,
        CaseKind kind,
        String title,
        String stage,
        Turn turn,
        @Nullable Instant dueAt,
        Instant openedAt,
        @Nullable Instant closedAt) {

    public boolean isClosed() {
        return closedAt != null;
    }
}
