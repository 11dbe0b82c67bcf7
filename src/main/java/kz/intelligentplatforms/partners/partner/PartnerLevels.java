package kz.intelligentplatforms.partners.partner;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import kz.intelligentplatforms.partners.program.Benefit;
import kz.intelligentplatforms.partners.program.ProgramRules;
import kz.intelligentplatforms.partners.program.TargetStatus;
import kz.intelligentplatforms.partners.program.Tier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The levels partners hold and what these give them. Every change of a level goes through here, so that the service status never
 * outlives a level that allows it (program.md, reading 6) and the benefits can be brought in step.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PartnerLevels {

    private final PartnerRecords partners;
    private final ProgramRules rules;
    private final JdbcClient jdbc;
    private final Clock clock;

    PartnerLevels(PartnerRecords partners, ProgramRules rules, JdbcClient jdbc, Clock clock) {
        this.partners = partners;
        this.rules = rules;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Gives a partner what it applied for. A service status that the new level does not allow ends with the old one.
     *
     * @throws IllegalStateException when the service status is given on a level that does not allow it
     */
    public PartnerView achieve(long partnerId, TargetStatus target) {
        var partner = find(partnerId);
        target.tier().ifPresentOrElse(tier -> changeTo(partner, tier), () -> giveService(partner));
        return partner.view();
    }

    /** Puts a partner on a lower level, whatever it held; the service status goes where that level does not allow it. */
    public PartnerView lower(long partnerId, Tier tier) {
        var partner = find(partnerId);
        changeTo(partner, tier);
        return partner.view();
    }

    /** Takes the service status away and leaves the level. */
    public PartnerView endService(long partnerId) {
        var partner = find(partnerId);
        partner.hold(partner.view().tier(), false);
        return partner.view();
    }

    private void changeTo(Partner partner, Tier tier) {
        partner.hold(tier, partner.view().serviceStatus() && rules.allowsServiceStatus(tier));
    }

    private void giveService(Partner partner) {
        var tier = partner.view().tier();
        if (!rules.allowsServiceStatus(tier)) {
            throw new IllegalStateException("No service status on the level " + tier);
        }
        partner.hold(tier, true);
    }

    /** What changed when the benefits were brought in step with the level. */
    public record BenefitChange(Set<Benefit> granted, Set<Benefit> withdrawn, Set<Benefit> now) {}

    /** Grants and withdraws benefits, so that a partner has what its level and service status give; source: {@code tier-benefits.dmn}. */
    public BenefitChange updateBenefits(long partnerId) {
        var partner = find(partnerId).view();
        var due = rules.benefitsOf(partner.tier(), partner.serviceStatus());
        var held = benefitsOf(partnerId);
        var granted = EnumSet.noneOf(Benefit.class);
        granted.addAll(due);
        granted.removeAll(held);
        var withdrawn = EnumSet.noneOf(Benefit.class);
        withdrawn.addAll(held);
        withdrawn.removeAll(due);
        granted.forEach(
                benefit -> jdbc.sql("insert into partner_benefit (partner_id, benefit, granted_at) values (?, ?, ?)")
                        .params(partnerId, benefit.name(), Timestamp.from(clock.instant()))
                        .update());
        withdrawn.forEach(benefit -> jdbc.sql("delete from partner_benefit where partner_id = ? and benefit = ?")
                .params(partnerId, benefit.name())
                .update());
        return new BenefitChange(granted, withdrawn, due);
    }

    /** What a partner is given now. */
    @Transactional(readOnly = true)
    public Set<Benefit> benefitsOf(long partnerId) {
        var benefits = EnumSet.noneOf(Benefit.class);
        jdbc.sql("select benefit from partner_benefit where partner_id = ?")
                .param(partnerId)
                .query(String.class)
                .list()
                .forEach(benefit -> benefits.add(Benefit.valueOf(benefit)));
        return benefits;
    }

    private Partner find(long partnerId) {
        return partners.findById(partnerId).orElseThrow();
    }
}
