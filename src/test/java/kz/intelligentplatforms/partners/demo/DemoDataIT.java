package kz.intelligentplatforms.partners.demo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import kz.intelligentplatforms.partners.PartnerProgramApplication;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.documents.Documents;
import kz.intelligentplatforms.partners.partner.PartnerLevels;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.partner.TaxIdentity;
import kz.intelligentplatforms.partners.points.PointsEntry;
import kz.intelligentplatforms.partners.points.PointsLedger;
import kz.intelligentplatforms.partners.points.redemption.Rewards;
import kz.intelligentplatforms.partners.program.ProgramRules;
import kz.intelligentplatforms.partners.program.Quarter;
import kz.intelligentplatforms.partners.program.Tier;
import kz.intelligentplatforms.partners.tierupgrade.TierUpgradeProcess;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What a newcomer finds on the embedded default. The application is left running until the tests are through: an end would take
 * what the engine's webapps keep in static fields from the other tests' application too.
 */
class DemoDataIT {

    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void start() {
        application = new SpringApplicationBuilder(PartnerProgramApplication.class)
                .registerShutdownHook(false)
                .run(
                        "--server.port=0",
                        "--program.demo=true",
                        "--spring.datasource.url=jdbc:h2:mem:demo",
                        "--spring.jmx.enabled=false",
                        "--camunda.bpm.process-engine-name=demo",
                        "--camunda.bpm.job-execution.enabled=false");
    }

    @Test
    void aCaseWaitsAtEachTask() {
        assertThat(tasks())
                .extracting(Task::getTaskDefinitionKey)
                .contains(
                        "Task_ReviewRegistration",
                        "Task_AgreeSalesPlan",
                        "Task_CheckSalesSpecialist",
                        "Task_CheckTechnicalCertification",
                        "Task_VerifyJointSolutions",
                        "Task_VerifyServicePrograms",
                        "Task_CheckProductEngineer",
                        "Task_DecideTierChange",
                        "Task_CorrectEvidence",
                        "Task_ReviewRedemption",
                        "Task_ApproveAdjustment");
    }

    @Test
    void thereIsAPartnerAtEachLevelWithWhatTheLevelGives() {
        var found = all();
        assertThat(found).extracting(PartnerView::tier).containsAll(EnumSet.allOf(Tier.class));
        assertThat(found).anyMatch(PartnerView::serviceStatus);
        assertThat(found)
                .allSatisfy(partner -> assertThat(bean(PartnerLevels.class).benefitsOf(partner.id()))
                        .isEqualTo(bean(ProgramRules.class).benefitsOf(partner.tier(), partner.serviceStatus())));
    }

    @Test
    void theDemoPartnerIsFreeToApply() {
        var partner = all().stream()
                .filter(one -> one.contact().email().startsWith("partner@"))
                .findFirst()
                .orElseThrow();
        assertThat(bean(Cases.class).ofPartner(partner.id())).isEmpty();
    }

    @Test
    void theEvidenceWouldPassTheFormAndSomeHasFiles() {
        var process = bean(TierUpgradeProcess.class);
        var open = all().stream()
                .flatMap(partner -> process.openOf(partner.id()).stream())
                .toList();
        assertThat(open).hasSizeGreaterThanOrEqualTo(5);
        assertThat(open)
                .allSatisfy(one -> assertThat(bean(Validator.class).validate(process.evidenceOf(one.caseNumber())))
                        .isEmpty());
        assertThat(open)
                .anySatisfy(one -> assertThat(bean(Documents.class).inFolders(one.caseNumber()))
                        .isNotEmpty());
    }

    @Test
    void aYearOfPointsIsOverAndTheLastFullQuarterIsEmpty() {
        var quarter = Quarter.of(LocalDate.now(bean(Clock.class))).previous();
        for (var bin : bean(DemoPoints.class).bins()) {
            var partner =
                    bean(Partners.class).byIdentity(new TaxIdentity("KZ", bin)).orElseThrow();
            assertThat(bean(Partners.class).termsOf(partner.id()))
                    .anyMatch(term -> term.includes(quarter.firstDay()) && term.includes(quarter.lastDay()));
            assertThat(bean(PointsLedger.class).entriesOf(partner.id(), 0, 100))
                    .allMatch(entry -> entry.quarter().year() < quarter.year());
        }
        var buyer = bean(Partners.class)
                .byIdentity(new TaxIdentity("KZ", DemoAccounts.PARTNER_BIN))
                .orElseThrow();
        assertThat(bean(PointsLedger.class).entriesOf(buyer.id(), 0, 100))
                .extracting(PointsEntry::points)
                .containsExactly(-10_000L, 102_000L, 26_000L, 18_000L);
        assertThat(bean(Rewards.class).offered()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void itIsMadeOnce() throws Exception {
        int partners = all().size();
        int tasks = tasks().size();
        for (var runner : List.of(bean(DemoAccounts.class), bean(DemoLevels.class), bean(DemoPoints.class))) {
            runner.run(bean(ApplicationArguments.class));
        }
        assertThat(Map.of("partners", all().size(), "tasks", tasks().size()))
                .isEqualTo(Map.of("partners", partners, "tasks", tasks));
    }

    private static List<Task> tasks() {
        return bean(TaskService.class).createTaskQuery().list();
    }

    private static List<PartnerView> all() {
        return bean(Partners.class).search("", 0).getContent();
    }

    private static <T> T bean(Class<T> type) {
        return application.getBean(type);
    }
}
