package kz.intelligentplatforms.partners.cases;

import java.time.Instant;
import java.util.Set;
import kz.intelligentplatforms.partners.platform.identity.Group;
import org.jspecify.annotations.Nullable;

/**
 * A case as it stands.
 *
 * @param kind the name of its {@link CaseKind}
 * @param stage the name of its {@link CaseStage}
 * @param holders the vendor's groups whose people may work its open tasks
 */
public record CaseView(
        String number,
        String kind,
        String title,
        String stage,
        Turn turn,
        Set<Group> holders,
        @Nullable Instant dueAt,
        Instant openedAt,
        @Nullable Instant closedAt) {

    public boolean isClosed() {
        return closedAt != null;
    }
}
