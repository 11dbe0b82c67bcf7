package kz.intelligentplatforms.partners.tierupgrade;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.CommonEvent;
import kz.intelligentplatforms.partners.directory.Directory;
import kz.intelligentplatforms.partners.partner.PartnerLevels;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.program.Requirement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The decision on a level, what follows from it, and the other ends of a case, each in the engine's transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class TierDecisionSteps {

    private static final Logger LOG = LoggerFactory.getLogger(TierDecisionSteps.class);

    private final TierApplications applications;
    private final Partners partners;
    private final PartnerLevels levels;
    private final Cases cases;
    private final Directory directory;
    private final TierUpgradeMails mails;
    private final Clock clock;

    TierDecisionSteps(
            TierApplications applications,
            Partners partners,
            PartnerLevels levels,
            Cases cases,
            Directory directory,
            TierUpgradeMails mails,
            Clock clock) {
        this.applications = applications;
        this.partners = partners;
        this.levels = levels;
        this.cases = cases;
        this.directory = directory;
        this.mails = mails;
        this.clock = clock;
    }

    /** All checks are in: a program manager decides. */
    void decisionBegan(String number, Instant due) {
        cases.moveTo(number, find(number).decide(due));
    }

    /** What stands against an approval today; nothing when all is met. */
    List<Requirement> unmet(String number) {
        var today = LocalDate.now(clock);
        return find(number).view().checks().stream()
                .filter(check -> !check.isMetOn(today))
                .map(CheckView::requirement)
                .toList();
    }

    /** Whether a decision is being carried out: the engine would take a withdrawal until that is done. */
    boolean isDecided(String number) {
        return find(number).isDecided();
    }

    void approve(String number, String user, String comment) {
        cases.recordOf(number, target(number), Actor.staff(user), CommonEvent.APPROVED, comment);
        cases.moveTo(number, find(number).approve());
    }

    void sendBack(String number, Collection<Requirement> parts, String user, String comment) {
        find(number).sendBack(parts, comment);
        cases.record(number, Actor.staff(user), CommonEvent.RETURNED, comment);
    }

    void refuse(String number, String user, String comment) {
        cases.recordOf(number, target(number), Actor.staff(user), CommonEvent.REJECTED, comment);
        cases.moveTo(number, find(number).refuse(comment));
    }

    void changeTier(String number) {
        var application = find(number);
        levels.achieve(application.view().partnerId(), application.view().target());
        cases.moveTo(number, application.change());
        cases.recordOf(number, target(number), Actor.SYSTEM, LevelEvent.LEVEL_CHANGED, null);
        LOG.info("{}: {} reached", number, application.view().target());
    }

    void grantBenefits(String number) {
        var change = levels.updateBenefits(find(number).view().partnerId());
        change.granted()
                .forEach(benefit ->
                        cases.recordOf(number, "benefit." + benefit, Actor.SYSTEM, LevelEvent.BENEFIT_GRANTED, null));
        change.withdrawn()
                .forEach(benefit ->
                        cases.recordOf(number, "benefit." + benefit, Actor.SYSTEM, LevelEvent.BENEFIT_WITHDRAWN, null));
    }

    void updateDirectory(String number) {
        var partner = partners.byId(find(number).view().partnerId()).orElseThrow();
        directory.update(partner, levels.benefitsOf(partner.id()));
    }

    void closeRejected(String number) {
        cases.moveTo(number, find(number).reject());
        mails.send(number, TierUpgradeMail.TIER_REJECTED, null);
    }

    void closeUnanswered(String number) {
        cases.moveTo(number, find(number).expire());
        cases.record(number, Actor.SYSTEM, CommonEvent.EXPIRED, null);
        mails.send(number, TierUpgradeMail.TIER_EXPIRED, null);
    }

    void closeWithdrawn(String number, @Nullable String user) {
        cases.moveTo(number, find(number).withdraw());
        cases.record(number, user == null ? Actor.SYSTEM : Actor.partner(user), CommonEvent.WITHDRAWN, null);
        mails.send(number, TierUpgradeMail.TIER_WITHDRAWN, null);
    }

    private String target(String number) {
        return "tier." + find(number).view().target();
    }

    private TierApplication find(String number) {
        return applications.findById(number).orElseThrow();
    }
}
