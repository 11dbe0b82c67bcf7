package kz.intelligentplatforms.partners.tierupgrade;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.intelligentplatforms.partners.program.Requirement;
import kz.intelligentplatforms.partners.program.TargetStatus;
import org.jspecify.annotations.Nullable;

/** An application for a level as it stands. */
public record TierApplicationView(
        String caseNumber,
        long partnerId,
        TargetStatus target,
        LevelStage stage,
        Instant submittedAt,
        @Nullable String decisionReason,
        List<CheckView> checks) {

    public Optional<CheckView> check(Requirement requirement) {
        return checks.stream()
                .filter(check -> check.requirement() == requirement)
                .findFirst();
    }

    /** Why nobody can apply for this as long as this application is open: of each kind there is one. */
    TierUpgradeRefused.Reason obstacleTo(TargetStatus other) {
        return target == other ? TierUpgradeRefused.Reason.ALREADY_OPEN : TierUpgradeRefused.Reason.OTHER_LEVEL_OPEN;
    }

    public boolean isOpen() {
        return !stage.isClosed();
    }
}
