package kz.intelligentplatforms.partners.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import kz.intelligentplatforms.partners.PartnerProgramApplication;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cofunding.CoFundingProcess;
import kz.intelligentplatforms.partners.cofunding.CoFundingRequestForm;
import kz.intelligentplatforms.partners.funds.Budgets;
import kz.intelligentplatforms.partners.funds.FundView;
import kz.intelligentplatforms.partners.notification.MailRuns;
import kz.intelligentplatforms.partners.partner.CompanyName;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.platform.text.SearchKey;
import kz.intelligentplatforms.partners.points.LedgerIntegrity;
import kz.intelligentplatforms.partners.testing.CoFunding;
import kz.intelligentplatforms.partners.testing.Members.Member;
import kz.intelligentplatforms.partners.testing.TestClock;
import kz.intelligentplatforms.partners.testing.TestHands;
import kz.intelligentplatforms.partners.tierupgrade.CheckStatus;
import kz.intelligentplatforms.partners.tierupgrade.Samples;
import kz.intelligentplatforms.partners.tierupgrade.TierUpgradeProcess;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The demo database of release 1.0.0, with a case at every place where one waits, is opened by this version, and each of its cases
 * comes to its end by its own tasks, messages and timers. The application is left running for the reason that DemoDataIT gives.
 */
class DemoReleaseOneIT {

    /** When the database was made. */
    private static final Instant MADE = Instant.parse("2026-11-28T02:00:00Z");

    private static final String PARTNER = "partner";

    @TempDir
    private static Path directory;

    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void open() throws IOException {
        try (var zip =
                new ZipInputStream(DemoReleaseOneIT.class.getResourceAsStream("/fixtures/release-1-demo-h2.zip"))) {
            Files.copy(zip, directory.resolve(zip.getNextEntry().getName()));
        }
        TestClock.at(MADE);
        application = new SpringApplicationBuilder(PartnerProgramApplication.class, TestHands.class)
                .registerShutdownHook(false)
                .run(
                        "--server.port=0",
                        "--program.demo=true",
                        "--spring.datasource.url=jdbc:h2:file:" + directory.resolve("partner-program"),
                        "--spring.jmx.enabled=false",
                        "--camunda.bpm.process-engine-name=release",
                        "--camunda.bpm.job-execution.enabled=false");
    }

    @AfterAll
    static void resetClock() {
        TestClock.reset();
    }

    @Test
    void everyCaseComesToItsEnd() {
        var waiting = new TreeSet<>(cases());
        assertThat(waiting).hasSizeGreaterThanOrEqualTo(20);

        runDue();
        bean(Budgets.class).years().forEach(DemoReleaseOneIT::fillFunds);
        work();
        for (var next = nextTimer(); !cases().isEmpty(); next = nextTimer()) {
            TestClock.at(next.plusSeconds(60));
            work();
            waiting.addAll(cases());
        }

        assertThat(bean(RuntimeService.class).createIncidentQuery().list()).isEmpty();
        assertThat(bean(ManagementService.class)
                        .createJobQuery()
                        .withException()
                        .list())
                .isEmpty();
        assertThat(waiting)
                .allSatisfy(number -> assertThat(
                                bean(Cases.class).byNumber(number).orElseThrow().isClosed())
                        .isTrue());
        assertThat(bean(LedgerIntegrity.class).check(null).findings()).isEmpty();
        assertThat(funds().map(FundView::reserved)).allMatch(reserved -> reserved.signum() == 0);
    }

    @Test
    void itsPartnersAreInOrderAndFoundHoweverTheirNamesAreTyped() {
        var partners = bean(Partners.class);
        var listed = partners.search("", 0).getContent();
        assertThat(listed).isNotEmpty().isSortedAccordingTo(Comparator.comparing(DemoReleaseOneIT::sortKey));
        assertThat(listed)
                .allSatisfy(partner -> assertThat(
                                partners.search(SearchKey.of(partner.company().name()), 0))
                        .contains(partner));
    }

    private static String sortKey(PartnerView partner) {
        return new CompanyName(partner.company().name()).sortKey();
    }

    private static Stream<FundView> funds() {
        var budgets = bean(Budgets.class);
        return budgets.years().stream().flatMap(year -> budgets.ofYear(year).stream());
    }

    /** Money comes, and whoever waits for it goes on. */
    private static void fillFunds(int year) {
        bean(Budgets.class)
                .ofYear(year)
                .forEach(fund -> bean(Budgets.class)
                        .adjust(fund.id(), new BigDecimal("50000000"), "Пополнение", CoFunding.key(), "finance"));
    }

    /** Everybody does what is to be done today. */
    private static void work() {
        runDue();
        for (var open = tasks(); !open.isEmpty(); open = tasks()) {
            open.forEach(DemoReleaseOneIT::complete);
            runDue();
        }
    }

    private static void complete(Task task) {
        if (bean(TaskService.class).createTaskQuery().taskId(task.getId()).count() == 0) {
            return;
        }
        var coFunding = bean(CoFunding.class);
        var number = numberOf(task);
        var key = task.getTaskDefinitionKey();
        switch (key) {
            case "Task_CorrectEvidence" -> correctEvidence(number);
            case "Task_CorrectCoFundingRequest" ->
                bean(CoFundingProcess.class).correct(number, CoFundingRequestForm.of(coFunding.view(number)), PARTNER);
            case "Task_SubmitProof" -> claim(number);
            case "Task_AppealRefusal" ->
                bean(CoFundingProcess.class).appeal(number, "Просим взглянуть ещё раз.", PARTNER);
            case CoFunding.REVIEW_CLAIM, CoFunding.DECIDE_APPEAL ->
                coFunding.desk().answer(number, key, coFunding.acceptance(accepted(number)));
            case CoFunding.SETTLE -> coFunding.settle(number);
            default -> coFunding.desk().answer(number, key, agreement());
        }
    }

    private static void correctEvidence(String number) {
        var process = bean(TierUpgradeProcess.class);
        process.byCaseNumber(number).orElseThrow().checks().stream()
                .filter(check -> check.status() == CheckStatus.AWAITED)
                .forEach(check -> process.correct(number, check.requirement(), Samples.complete(), PARTNER));
    }

    private static void claim(String number) {
        var coFunding = bean(CoFunding.class);
        var view = coFunding.view(number);
        var partner = bean(Partners.class).byId(view.partnerId()).orElseThrow();
        coFunding.prove(new Member(partner, PARTNER), number);
        coFunding.claim(new Member(partner, PARTNER), number, coFunding.claim(number, String.valueOf(view.approved())));
    }

    private static String[] accepted(String number) {
        int lines = bean(CoFunding.class).view(number).lines().size();
        return Collections.nCopies(lines, "ACCEPTED").toArray(String[]::new);
    }

    /** What any other form takes: each reads its own of these. */
    private static Map<String, Object> agreement() {
        return new HashMap<>(Map.of(
                "decision", "APPROVE",
                "verdict", "CONFIRMED",
                "comment", "",
                "validUntil", "2027-12-31"));
    }

    private static List<Task> tasks() {
        return bean(TaskService.class).createTaskQuery().list();
    }

    private static String numberOf(Task task) {
        return bean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }

    /** The numbers of the cases that are not over. */
    private static List<String> cases() {
        return bean(RuntimeService.class).createProcessInstanceQuery().rootProcessInstances().list().stream()
                .map(ProcessInstance::getBusinessKey)
                .toList();
    }

    /** Runs what is due, and what follows from it; then the mails go out. */
    private static void runDue() {
        for (var due = due(); !due.isEmpty(); due = due()) {
            due.keySet().stream()
                    .filter(id -> bean(ManagementService.class)
                                    .createJobQuery()
                                    .jobId(id)
                                    .count()
                            > 0)
                    .forEach(bean(ManagementService.class)::executeJob);
        }
        bean(MailRuns.class)
                .deliver(bean(RuntimeService.class)
                        .createProcessInstanceQuery()
                        .processDefinitionKey("notification")
                        .list());
    }

    private static Map<String, Job> due() {
        return bean(ManagementService.class).createJobQuery().executable().list().stream()
                .filter(DemoReleaseOneIT::isOfACase)
                .collect(Collectors.toMap(Job::getId, job -> job));
    }

    private static Instant nextTimer() {
        return bean(ManagementService.class).createJobQuery().timers().list().stream()
                .filter(DemoReleaseOneIT::isOfACase)
                .map(job -> job.getDuedate().toInstant())
                .min(Comparator.naturalOrder())
                .orElse(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(1)));
    }

    /** Not the engine's own, nor the timer that starts a quarter's run. */
    private static boolean isOfACase(Job job) {
        return job.getProcessInstanceId() != null;
    }

    private static <T> T bean(Class<T> type) {
        return application.getBean(type);
    }
}
