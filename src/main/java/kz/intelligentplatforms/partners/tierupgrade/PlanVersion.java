package kz.intelligentplatforms.partners.tierupgrade;

import java.time.Instant;
import java.util.Objects;
import kz.intelligentplatforms.partners.tierupgrade.Evidence.SalesPlan;
import kz.intelligentplatforms.partners.tierupgrade.EvidenceVersion.Side;
import org.jspecify.annotations.Nullable;

/**
 * One version of a joint sales plan.
 *
 * @param proposed by the vendor's manager; otherwise it is the partner's own
 * @param note what the manager wrote with a proposal
 */
public record PlanVersion(
        SalesPlan plan, boolean proposed, @Nullable String note, Instant writtenAt) {

    static PlanVersion of(EvidenceStore.Version version) {
        return new PlanVersion(
                Objects.requireNonNull(version.evidence().salesPlan()),
                version.side() == Side.VENDOR,
                version.note(),
                version.writtenAt());
    }
}
