package kz.intelligentplatforms.partners.tierupgrade.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.cases.CaseEventView;
import kz.intelligentplatforms.partners.cases.CaseView;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.program.Requirement;
import kz.intelligentplatforms.partners.tierupgrade.CheckStatus;
import kz.intelligentplatforms.partners.tierupgrade.CheckView;
import kz.intelligentplatforms.partners.tierupgrade.EvidenceFiles.Holder;
import kz.intelligentplatforms.partners.tierupgrade.LevelStage;
import kz.intelligentplatforms.partners.tierupgrade.TierApplicationView;

/** A case with all that is told about it. */
record TrackedLevel(PartnerView partner, CaseView view, TierApplicationView application, List<CaseEventView> history) {

    private static final Set<LevelStage> UNDECIDED =
            EnumSet.of(LevelStage.CHECKS, LevelStage.CORRECTION, LevelStage.DECISION);

    public String address() {
        return "/portal/level/cases/" + view.number();
    }

    /** Changes whenever there is something new to see. */
    public String version() {
        var parts = application.checks().stream()
                .map(check -> check.status().name().substring(0, 1))
                .collect(Collectors.joining());
        return view.stage() + "." + history.size() + "." + parts;
    }

    public boolean canBeWithdrawn() {
        return UNDECIDED.contains(LevelStage.valueOf(view.stage()));
    }

    /** The parts the partner has to say something about. */
    public Set<Requirement> awaited() {
        return partsThatAre(CheckStatus.AWAITED);
    }

    /** The parts that are with the vendor's people. */
    public Set<Requirement> inReview() {
        return partsThatAre(CheckStatus.OPEN);
    }

    private Set<Requirement> partsThatAre(CheckStatus status) {
        var parts = EnumSet.noneOf(Requirement.class);
        if (application.isOpen()) {
            application.checks().stream()
                    .filter(check -> check.status() == status)
                    .map(CheckView::requirement)
                    .forEach(parts::add);
        }
        return parts;
    }

    Holder holder() {
        return Holder.ofCase(partner.id(), view.number());
    }
}
