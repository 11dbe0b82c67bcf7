package kz.intelligentplatforms.partners.tierupgrade;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.partner.RequirementRecords;
import kz.intelligentplatforms.partners.partner.RequirementRecords.Checked;
import kz.intelligentplatforms.partners.partner.RequirementRecords.Verdict;
import kz.intelligentplatforms.partners.program.ProgramRules;
import kz.intelligentplatforms.partners.program.Requirement;
import kz.intelligentplatforms.partners.program.TargetStatus;
import kz.intelligentplatforms.partners.tierupgrade.TierUpgradeRefused.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far a partner is on its way to each level and to the service status. */
@Service
@Transactional(readOnly = true)
public class LevelProgress {

    private final Partners partners;
    private final RequirementRecords records;
    private final TierApplications applications;
    private final TierUpgradeSteps upgrades;
    private final ProgramRules rules;
    private final Clock clock;

    LevelProgress(
            Partners partners,
            RequirementRecords records,
            TierApplications applications,
            TierUpgradeSteps upgrades,
            ProgramRules rules,
            Clock clock) {
        this.partners = partners;
        this.records = records;
        this.applications = applications;
        this.upgrades = upgrades;
        this.rules = rules;
        this.clock = clock;
    }

    /** How a requirement stands; the text is the message {@code level.part.<STATE>}. */
    public enum State {
        MET,
        /** In an open application: with the vendor's people. */
        UNDER_REVIEW,
        /** In an open application: the partner has to say something. */
        AWAITED,
        /** Was confirmed once, and is not valid any more. */
        EXPIRED,
        REFUSED,
        MISSING
    }

    /** @param validUntil the last day of the latest confirmation; nothing where it does not expire, or where there is none */
    public record Part(
            Requirement requirement, State state, @Nullable LocalDate validUntil) {

        public boolean isMet() {
            return state == State.MET;
        }
    }

    /**
     * The way to one level or to the service status.
     *
     * @param held the partner has it
     * @param openCase the number of the open application for this
     * @param obstacle why the partner cannot apply for this today
     */
    public record Way(
            TargetStatus target,
            boolean held,
            @Nullable String openCase,
            @Nullable Reason obstacle,
            List<Part> parts) {

        public long met() {
            return parts.stream().filter(Part::isMet).count();
        }

        /** What the partner has still to show. */
        public Set<Requirement> missing() {
            var missing = EnumSet.noneOf(Requirement.class);
            parts.stream().filter(part -> !part.isMet()).map(Part::requirement).forEach(missing::add);
            return missing;
        }
    }

    /** The ways to everything there is to apply for, in the order of the levels. */
    public List<Way> of(long partnerId) {
        var partner = partners.byId(partnerId).orElseThrow();
        boolean active = partners.isActive(partnerId);
        var latest = records.latestOf(partnerId);
        var open = applications.openOf(partnerId).stream()
                .map(TierApplication::view)
                .toList();
        return Arrays.stream(TargetStatus.values())
                .map(target -> way(partner, active, target, latest, open))
                .toList();
    }

    /** The way to one of them. */
    public Way of(long partnerId, TargetStatus target) {
        return of(partnerId).get(target.ordinal());
    }

    private Way way(
            PartnerView partner,
            boolean active,
            TargetStatus target,
            Map<Requirement, Checked> latest,
            List<TierApplicationView> open) {
        var today = LocalDate.now(clock);
        var parts = rules.requirementsOf(target).stream()
                .map(requirement -> part(requirement, Optional.ofNullable(latest.get(requirement)), open, today))
                .toList();
        var sameKind = open.stream()
                .filter(application -> application.target().isService() == target.isService())
                .findFirst();
        var obstacle = sameKind.map(application -> application.obstacleTo(target))
                .or(() -> upgrades.violationOf(partner, active, target));
        return new Way(
                target,
                target.isService()
                        ? partner.serviceStatus()
                        : target.tier().filter(partner.tier()::equals).isPresent(),
                sameKind.filter(application -> application.target() == target)
                        .map(TierApplicationView::caseNumber)
                        .orElse(null),
                obstacle.orElse(null),
                parts);
    }

    private static Part part(
            Requirement requirement, Optional<Checked> latest, List<TierApplicationView> open, LocalDate today) {
        var until = latest.map(Checked::validUntil).orElse(null);
        if (requirement == Requirement.REGISTRATION
                || latest.filter(checked -> checked.isMetOn(today)).isPresent()) {
            return new Part(requirement, State.MET, until);
        }
        var inReview = open.stream()
                .flatMap(application -> application.check(requirement).stream())
                .map(CheckView::status)
                .filter(status -> status == CheckStatus.AWAITED || status == CheckStatus.OPEN)
                .findFirst();
        if (inReview.isPresent()) {
            return new Part(
                    requirement, inReview.get() == CheckStatus.AWAITED ? State.AWAITED : State.UNDER_REVIEW, null);
        }
        return latest.map(checked -> checked.verdict() == Verdict.REFUSED
                        ? new Part(requirement, State.REFUSED, null)
                        : new Part(requirement, State.EXPIRED, until))
                .orElseGet(() -> new Part(requirement, State.MISSING, null));
    }
}
