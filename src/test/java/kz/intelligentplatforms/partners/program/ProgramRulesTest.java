package kz.intelligentplatforms.partners.program;

import static kz.intelligentplatforms.partners.program.Benefit.ADDITIONAL_SUPPLY_TERMS;
import static kz.intelligentplatforms.partners.program.Benefit.MARKETING_CO_FUNDING;
import static kz.intelligentplatforms.partners.program.Benefit.PARTNER_DIRECTORY;
import static kz.intelligentplatforms.partners.program.Benefit.POINTS_PROGRAM;
import static kz.intelligentplatforms.partners.program.Benefit.SERVICE_DIRECTORY;
import static kz.intelligentplatforms.partners.program.Benefit.SPECIAL_SUPPLY_TERMS;
import static kz.intelligentplatforms.partners.program.Requirement.CERTIFIED_TECHNICAL_STAFF;
import static kz.intelligentplatforms.partners.program.Requirement.JOINT_SALES_PLAN;
import static kz.intelligentplatforms.partners.program.Requirement.PRODUCT_ENGINEER;
import static kz.intelligentplatforms.partners.program.Requirement.REGISTRATION;
import static kz.intelligentplatforms.partners.program.Requirement.SALES_SPECIALIST;
import static kz.intelligentplatforms.partners.program.Requirement.SERVICE_PROGRAMS;
import static kz.intelligentplatforms.partners.program.Tier.CORPORATE_RESELLER;
import static kz.intelligentplatforms.partners.program.Tier.PRIMARY_RESELLER;
import static kz.intelligentplatforms.partners.program.Tier.SOLUTION_PROVIDER;
import static org.assertj.core.api.Assertions.assertThat;

import kz.intelligentplatforms.partners.platform.rules.RulesEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That the façade reads the tables right; what the tables say has tests of its own. */
class ProgramRulesTest {

    private static RulesEngine engine;
    private static ProgramRules rules;

    @BeforeAll
    static void start() {
        engine = new RulesEngine("bpmn/tier-requirements.dmn", "bpmn/tier-benefits.dmn");
        rules = new ProgramRules(engine.tables());
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void knowsWhatALevelAsksFor() {
        assertThat(rules.requirementsOf(PRIMARY_RESELLER)).containsExactly(REGISTRATION);
        assertThat(rules.requirementsOf(CORPORATE_RESELLER))
                .containsExactlyInAnyOrder(REGISTRATION, JOINT_SALES_PLAN, SALES_SPECIALIST, CERTIFIED_TECHNICAL_STAFF);
    }

    @Test
    void knowsWhatTheServiceStatusAsksFor() {
        assertThat(rules.requirementsOfServiceStatus()).containsExactlyInAnyOrder(SERVICE_PROGRAMS, PRODUCT_ENGINEER);
    }

    @Test
    void knowsWhatALevelGives() {
        assertThat(rules.benefitsOf(PRIMARY_RESELLER)).containsExactly(POINTS_PROGRAM);
        assertThat(rules.benefitsOf(SOLUTION_PROVIDER))
                .containsExactlyInAnyOrder(
                        POINTS_PROGRAM, PARTNER_DIRECTORY, SPECIAL_SUPPLY_TERMS, MARKETING_CO_FUNDING);
    }

    @ParameterizedTest
    @EnumSource(names = "PRIMARY_RESELLER", mode = EnumSource.Mode.EXCLUDE)
    void addsTheSameWithTheServiceStatusToEveryLevelThatAllowsIt(Tier tier) {
        assertThat(rules.allowsServiceStatus(tier)).isTrue();
        assertThat(rules.benefitsOfServiceStatus(tier))
                .containsExactlyInAnyOrder(ADDITIONAL_SUPPLY_TERMS, SERVICE_DIRECTORY);
    }

    @Test
    void knowsNoServiceStatusOnTheFirstLevel() {
        assertThat(rules.allowsServiceStatus(PRIMARY_RESELLER)).isFalse();
        assertThat(rules.benefitsOfServiceStatus(PRIMARY_RESELLER)).isEmpty();
    }
}
