package kz.intelligentplatforms.partners.demo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.PartnerProgramApplication;
import kz.intelligentplatforms.partners.cases.CaseEventView;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cofunding.CoFundingFiles;
import kz.intelligentplatforms.partners.cofunding.CoFundingFiles.FileHolder;
import kz.intelligentplatforms.partners.cofunding.CoFundingProcess;
import kz.intelligentplatforms.partners.cofunding.CoFundingView;
import kz.intelligentplatforms.partners.cofunding.Duplicates;
import kz.intelligentplatforms.partners.cofunding.Stage;
import kz.intelligentplatforms.partners.documents.Documents;
import kz.intelligentplatforms.partners.funds.Budgets;
import kz.intelligentplatforms.partners.funds.FundView;
import kz.intelligentplatforms.partners.partner.PartnerAccounts;
import kz.intelligentplatforms.partners.partner.PartnerLevels;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.partner.TaxIdentity;
import kz.intelligentplatforms.partners.points.PointsEntry;
import kz.intelligentplatforms.partners.points.PointsLedger;
import kz.intelligentplatforms.partners.program.ProgramRules;
import kz.intelligentplatforms.partners.program.Quarter;
import kz.intelligentplatforms.partners.program.Tier;
import kz.intelligentplatforms.partners.purchases.SamplePurchases;
import kz.intelligentplatforms.partners.rewards.Rewards;
import kz.intelligentplatforms.partners.testing.TestClock;
import kz.intelligentplatforms.partners.tierupgrade.TierUpgradeProcess;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
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
    private static Instant started;

    @BeforeAll
    static void start() {
        TestClock.reset();
        started = ClockUtil.getCurrentTime().toInstant();
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
                        "Task_ApproveAdjustment",
                        "Task_ConfirmPurchaseCorrection");
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
    void theCompanyThatAppliesInTheReadmeIsNeitherAPartnerNorInTheSampleFiles() throws IOException {
        var bin = Pattern.compile("\\b[0-9]{12}\\b").matcher(Files.readString(Path.of("README.md")));
        assertThat(bin.find()).isTrue();
        assertThat(bean(Partners.class).byIdentity(new TaxIdentity("KZ", bin.group())))
                .isEmpty();
        var samples = bean(SamplePurchases.class);
        assertThat(new String(samples.csv(), StandardCharsets.UTF_8)).doesNotContain(bin.group());
        assertThat(new String(samples.commerceMl(), StandardCharsets.ISO_8859_1))
                .doesNotContain(bin.group());
    }

    @Test
    void aRequestForCoFundingIsInEachStage() {
        var stages = EnumSet.of(
                Stage.REVIEW,
                Stage.CORRECTION,
                Stage.QUEUE,
                Stage.AUTHORIZATION,
                Stage.APPROVED,
                Stage.CHANGE,
                Stage.PROOF,
                Stage.CLAIM,
                Stage.CLAIM_AUTHORIZATION,
                Stage.APPEAL,
                Stage.APPEAL_REVIEW,
                Stage.SETTLEMENT,
                Stage.PAID,
                Stage.REJECTED,
                Stage.EXPIRED);
        var today = LocalDate.now(bean(Clock.class));
        if (today.equals(today.with(TemporalAdjusters.lastDayOfYear()))) {
            stages.removeAll(EnumSet.of(Stage.QUEUE, Stage.CHANGE));
        }
        assertThat(EnumSet.copyOf(requests().stream().map(DemoDataIT::stageOf).toList()))
                .isEqualTo(stages);
    }

    @Test
    void theDemoPartnerHasRequestsInSeveralStages() {
        var eligible = bean(PartnerAccounts.class).partnersOf(DemoAccounts.PARTNER).stream()
                .filter(id -> !bean(CoFundingProcess.class).ofPartner(id).isEmpty())
                .toList();
        assertThat(eligible).hasSize(1);
        assertThat(bean(CoFundingProcess.class).ofPartner(eligible.get(0)))
                .extracting(DemoDataIT::stageOf)
                .contains(
                        Stage.CORRECTION,
                        Stage.REVIEW,
                        Stage.APPROVED,
                        Stage.PROOF,
                        Stage.CLAIM_AUTHORIZATION,
                        Stage.APPEAL,
                        Stage.PAID);
    }

    @Test
    void moneyRanShortForARequestThatMarketingHasAgain() {
        assertThat(requests())
                .filteredOn(request -> stageOf(request) == Stage.REVIEW)
                .anyMatch(request -> request.returned() != null && request.authorizedBy() != null);
    }

    @Test
    void eachRequestHasItsFilesAndTheTwiceClaimedInvoiceIsSeen() {
        assertThat(requests())
                .allSatisfy(request -> assertThat(bean(CoFundingFiles.class)
                                .attachments(FileHolder.ofCase(request.partnerId(), request.caseNumber())))
                        .isNotEmpty())
                .filteredOn(request -> request.claimed() != null)
                .allSatisfy(request -> assertThat(bean(CoFundingFiles.class)
                                .proved(FileHolder.ofCase(request.partnerId(), request.caseNumber())))
                        .isEqualTo(request.proofs()));
        assertThat(requests())
                .filteredOn(request -> stageOf(request) == Stage.CLAIM_AUTHORIZATION)
                .singleElement()
                .satisfies(request ->
                        assertThat(bean(Duplicates.class).of(request)).isNotEmpty());
    }

    @Test
    void theFundsHoldWhatTheRequestsSay() {
        int year = LocalDate.now(bean(Clock.class)).getYear();
        assertThat(bean(Budgets.class).years()).containsExactly(year + 1, year, year - 1);
        var funds = Stream.of(year - 1, year, year + 1)
                .flatMap(one -> bean(Budgets.class).ofYear(one).stream())
                .toList();
        assertThat(funds).hasSize(12);
        assertThat(sumOf(funds.stream().map(FundView::paid)))
                .isEqualByComparingTo(
                        sumOf(requests().stream().map(CoFundingView::paid).filter(Objects::nonNull)));
        assertThat(sumOf(funds.stream().map(FundView::reserved)))
                .isEqualByComparingTo(sumOf(requests().stream()
                        .filter(request -> stageOf(request).isCancellable())
                        .map(CoFundingView::approved)
                        .map(Objects::requireNonNull)));
    }

    @Test
    void whatHappenedLiesBeforeNowAndTheClockGoesOn() {
        var now = bean(Clock.class).instant();
        assertThat(Duration.between(started, now)).isBetween(Duration.ZERO, Duration.ofMinutes(10));
        assertThat(requests())
                .allSatisfy(request -> assertThat(bean(Cases.class).history(request.caseNumber()))
                        .extracting(CaseEventView::happenedAt)
                        .isSorted()
                        .allMatch(moment -> moment.isBefore(now)));
    }

    @Test
    void itIsMadeOnce() throws Exception {
        int partners = all().size();
        int tasks = tasks().size();
        for (var runner : List.of(
                bean(DemoAccounts.class), bean(DemoLevels.class), bean(DemoPoints.class), bean(DemoCoFunding.class))) {
            runner.run(bean(ApplicationArguments.class));
        }
        assertThat(Map.of("partners", all().size(), "tasks", tasks().size()))
                .isEqualTo(Map.of("partners", partners, "tasks", tasks));
    }

    private static List<CoFundingView> requests() {
        return all().stream()
                .flatMap(partner -> bean(CoFundingProcess.class).ofPartner(partner.id()).stream())
                .toList();
    }

    private static Stage stageOf(CoFundingView request) {
        return Stage.valueOf(
                bean(Cases.class).byNumber(request.caseNumber()).orElseThrow().stage());
    }

    private static BigDecimal sumOf(Stream<BigDecimal> sums) {
        return sums.reduce(BigDecimal.ZERO, BigDecimal::add);
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
