package kz.intelligentplatforms.partners.tierupgrade;

import static kz.intelligentplatforms.partners.program.TargetStatus.PROFESSIONAL_RESELLER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import kz.intelligentplatforms.partners.testing.Desk;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** A row changed in a decision table changes the program page, the application and the process together, without Java. */
class ChangedRulesIT extends IntegrationTest {

    private static final String TABLE = "bpmn/tier-requirements.dmn";
    private static final String BEFORE =
            "<outputEntry id=\"ProfessionalReseller_JointSolutions\"><text>false</text></outputEntry>";

    @Autowired
    private TierUpgradeProcess process;

    private String deployment = "";

    @BeforeEach
    void askProfessionalResellersForJointSolutionsToo() throws IOException {
        var shipped = new ClassPathResource(TABLE).getContentAsString(StandardCharsets.UTF_8);
        assertThat(shipped).containsOnlyOnce(BEFORE);
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addString(TABLE, shipped.replace(BEFORE, BEFORE.replace("false", "true")))
                .deploy()
                .getId();
    }

    @AfterEach
    void putTheShippedRulesBack() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    @Test
    void pageApplicationAndProcessFollowTheTable() {
        assertThat(levelOnProgramPage()).contains("совместный план продаж", "совместные решения");
        var member = members.achieving();
        var portal = visitor().signIn(member.email(), People.PASSWORD);
        assertThat(portal.get("/portal/level/PROFESSIONAL_RESELLER").body()).contains("evidence.solutions[0].name");

        var number = process.submit(
                member.id(),
                PROFESSIONAL_RESELLER,
                Samples.complete(),
                UUID.randomUUID().toString(),
                member.user());
        assertThat(new Desk(engine, people).openTasks(number))
                .containsExactly("Task_AgreeSalesPlan", "Task_CheckSalesSpecialist", "Task_VerifyJointSolutions");
    }

    /** The requirements of the level, as the program page tells them. */
    private String levelOnProgramPage() {
        var page = visitor().get("/?lang=ru").body();
        var level = page.substring(page.indexOf("<h3 id=\"level-2\">"), page.indexOf("<h3 id=\"level-3\">"));
        return level.substring(0, level.indexOf("Преимущества"));
    }
}
