package kz.intelligentplatforms.partners.tierupgrade;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.platform.web.Figures;
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

    /** The targets of the four quarters and of the year, for people to read. */
    public List<String> figures() {
        return Stream.concat(plan.targets().stream(), Stream.of(plan.total()))
                .map(BigDecimal::valueOf)
                .map(Figures::sum)
                .toList();
    }

    static PlanVersion of(EvidenceStore.Version version) {
        return new PlanVersion(
                Objects.requireNonNull(version.evidence().salesPlan()),
                version.side() == Side.VENDOR,
                version.note(),
                version.writtenAt());
    }
}
