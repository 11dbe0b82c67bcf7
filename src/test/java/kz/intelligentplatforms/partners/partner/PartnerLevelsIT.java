package kz.intelligentplatforms.partners.partner;

import static kz.intelligentplatforms.partners.program.TargetStatus.CORPORATE_RESELLER;
import static kz.intelligentplatforms.partners.program.TargetStatus.PROFESSIONAL_RESELLER;
import static kz.intelligentplatforms.partners.program.TargetStatus.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kz.intelligentplatforms.partners.program.Benefit;
import kz.intelligentplatforms.partners.program.ProgramRules;
import kz.intelligentplatforms.partners.program.Tier;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Members.Member;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The ways up are walked by the process; here are the ways down. */
class PartnerLevelsIT extends IntegrationTest {

    @Autowired
    private Partners partners;

    @Autowired
    private PartnerLevels levels;

    @Autowired
    private ProgramRules rules;

    @Test
    void aLevelThatDoesNotAllowTheServiceStatusEndsItAndWhatBothGave() {
        var member = members.achieving(CORPORATE_RESELLER, SERVICE);
        assertThat(levels.benefitsOf(member.id())).contains(Benefit.SERVICE_DIRECTORY, Benefit.PARTNER_DIRECTORY);

        members.inTransaction(() -> {
            levels.lower(member.id(), Tier.PRIMARY_RESELLER);
            var change = levels.updateBenefits(member.id());
            assertThat(change.granted()).isEmpty();
            assertThat(change.withdrawn()).contains(Benefit.SERVICE_DIRECTORY, Benefit.PARTNER_DIRECTORY);
        });

        assertThat(now(member).tier()).isEqualTo(Tier.PRIMARY_RESELLER);
        assertThat(now(member).serviceStatus()).isFalse();
        assertThat(levels.benefitsOf(member.id())).isEqualTo(rules.benefitsOf(Tier.PRIMARY_RESELLER));
    }

    @Test
    void aLowerLevelThatAllowsTheServiceStatusKeepsIt() {
        var member = members.achieving(CORPORATE_RESELLER, SERVICE);
        members.inTransaction(() -> {
            levels.lower(member.id(), Tier.PROFESSIONAL_RESELLER);
            levels.updateBenefits(member.id());
        });
        assertThat(now(member).serviceStatus()).isTrue();
        assertThat(levels.benefitsOf(member.id())).isEqualTo(rules.benefitsOf(Tier.PROFESSIONAL_RESELLER, true));
    }

    @Test
    void theServiceStatusMayEndAlone() {
        var member = members.achieving(PROFESSIONAL_RESELLER, SERVICE);
        members.inTransaction(() -> {
            levels.endService(member.id());
            levels.updateBenefits(member.id());
        });
        assertThat(now(member).tier()).isEqualTo(Tier.PROFESSIONAL_RESELLER);
        assertThat(levels.benefitsOf(member.id())).isEqualTo(rules.benefitsOf(Tier.PROFESSIONAL_RESELLER));
    }

    @Test
    void noServiceStatusIsGivenOnALevelThatDoesNotAllowIt() {
        var member = members.achieving();
        assertThatThrownBy(() -> members.inTransaction(() -> levels.achieve(member.id(), SERVICE)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(now(member).serviceStatus()).isFalse();
    }

    private PartnerView now(Member member) {
        return partners.byId(member.id()).orElseThrow();
    }
}
