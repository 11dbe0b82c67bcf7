package kz.intelligentplatforms.partners.tierupgrade;

import static kz.intelligentplatforms.partners.program.Requirement.JOINT_SALES_PLAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.cases.CaseEventView;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.partner.PartnerLevels;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.partner.RequirementRecords;
import kz.intelligentplatforms.partners.partner.RequirementRecords.Verdict;
import kz.intelligentplatforms.partners.program.Benefit;
import kz.intelligentplatforms.partners.program.ProgramRules;
import kz.intelligentplatforms.partners.program.Requirement;
import kz.intelligentplatforms.partners.program.TargetStatus;
import kz.intelligentplatforms.partners.program.Tier;
import kz.intelligentplatforms.partners.testing.Desk;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Members.Member;
import kz.intelligentplatforms.partners.testing.TestClock;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Random lives of a partner: applications, verdicts, returns, corrections, withdrawals, silence and decisions in any order that is
 * possible. Beside them runs a model of a few lines; after each step level, service status, benefits, standing, open tasks and
 * history must agree with it. A seed that fails fails again.
 */
class TierUpgradeModelIT extends IntegrationTest {

    private static final int STEPS = 30;
    private static final Map<String, Requirement> CHECKS = Map.of(
            "Task_AgreeSalesPlan", JOINT_SALES_PLAN,
            "Task_CheckSalesSpecialist", Requirement.SALES_SPECIALIST,
            "Task_CheckTechnicalCertification", Requirement.CERTIFIED_TECHNICAL_STAFF,
            "Task_VerifyJointSolutions", Requirement.JOINT_SOLUTIONS,
            "Task_VerifyServicePrograms", Requirement.SERVICE_PROGRAMS,
            "Task_CheckProductEngineer", Requirement.PRODUCT_ENGINEER);

    @Autowired
    private TierUpgradeProcess process;

    @Autowired
    private Partners partners;

    @Autowired
    private PartnerLevels levels;

    @Autowired
    private RequirementRecords records;

    @Autowired
    private ProgramRules rules;

    @Autowired
    private Cases cases;

    private Desk desk;

    @BeforeEach
    void openDesk() {
        desk = new Desk(engine, people);
    }

    /** What should be, by the words of the program alone. */
    private static final class Expected {
        private Tier tier = Tier.PRIMARY_RESELLER;
        private boolean service;
        private final Map<Requirement, Verdict> standing = new EnumMap<>(Requirement.class);
        private final Map<String, TargetStatus> open = new HashMap<>();
        private int reached;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void levelBenefitsStandingAndHistoryAlwaysAgree(long seed) {
        var random = new Random(seed);
        var member = members.achieving();
        var expected = new Expected();
        var numbers = new ArrayList<String>();
        for (int step = 0; step < STEPS; step++) {
            step(random, member, expected, numbers);
            numbers.forEach(jobs::runDue);
            check(member, expected, numbers, "seed " + seed + ", step " + step);
        }
    }

    private void step(Random random, Member member, Expected expected, List<String> numbers) {
        if (expected.open.isEmpty() || random.nextInt(8) == 0) {
            apply(random, member, expected, numbers);
            return;
        }
        var number = any(random, expected.open.keySet().stream().sorted().toList());
        if (random.nextInt(15) == 0) {
            process.withdraw(number, member.user());
            expected.open.remove(number);
            return;
        }
        var task = any(random, desk.openTasks(number));
        switch (task) {
            case "Task_CorrectEvidence" -> answerReturn(random, member, expected, number);
            case "Task_DecideTierChange" -> decide(random, member, expected, number);
            default -> judge(random, expected, number, task);
        }
    }

    private void apply(Random random, Member member, Expected expected, List<String> numbers) {
        var target = any(random, List.of(TargetStatus.values()));
        boolean held = target.isService()
                ? expected.service
                : TargetStatus.of(expected.tier).filter(target::equals).isPresent();
        boolean ofKindOpen = expected.open.values().stream().anyMatch(other -> other.isService() == target.isService());
        boolean allowed = !target.isService() || rules.allowsServiceStatus(expected.tier);
        if (held || ofKindOpen || !allowed || !partners.isActive(member.id())) {
            assertThat(process.obstacle(member.id(), target)).isPresent();
            return;
        }
        var given = random.nextInt(4) == 0 ? Evidence.NONE : Samples.complete();
        var number =
                process.submit(member.id(), target, given, UUID.randomUUID().toString(), member.user());
        numbers.add(number);
        expected.open.put(number, target);
    }

    private void judge(Random random, Expected expected, String number, String task) {
        var requirement = CHECKS.get(task);
        var verdict = any(random, List.of("CONFIRMED", "CONFIRMED", "CONFIRMED", "REFUSED", "RETURNED"));
        var answers = Answers.of(task, verdict, "Замечание");
        if (requirement == JOINT_SALES_PLAN && verdict.equals("RETURNED") && random.nextBoolean()) {
            answers.putAll(Map.of("proposedQ1", 1, "proposedQ2", 2, "proposedQ3", 3, "proposedQ4", 4));
        }
        desk.answer(number, task, answers);
        if (!verdict.equals("RETURNED")) {
            expected.standing.put(requirement, Verdict.valueOf(verdict));
        }
    }

    private void answerReturn(Random random, Member member, Expected expected, String number) {
        if (random.nextInt(12) == 0) {
            TestClock.forward(Duration.ofDays(31));
            // Whatever waits for the partner is closed by now; the others wait for the vendor, who may take its time.
            expected.open.keySet().removeIf(open -> desk.openTasks(open).contains("Task_CorrectEvidence"));
            return;
        }
        var awaited = process.byCaseNumber(number).orElseThrow().checks().stream()
                .filter(check -> check.status() == CheckStatus.AWAITED)
                .map(CheckView::requirement)
                .toList();
        var requirement = any(random, awaited);
        var plans = process.planVersions(number);
        boolean proposed = requirement == JOINT_SALES_PLAN
                && !plans.isEmpty()
                && plans.get(plans.size() - 1).proposed();
        if (proposed && random.nextBoolean()) {
            process.acceptPlan(number, member.user());
            expected.standing.put(JOINT_SALES_PLAN, Verdict.CONFIRMED);
        } else {
            process.correct(number, requirement, Samples.complete(), member.user());
        }
    }

    private void decide(Random random, Member member, Expected expected, String number) {
        var checks = process.byCaseNumber(number).orElseThrow().checks();
        boolean met = checks.stream().allMatch(check -> check.isMetOn(Samples.today()));
        var target = Objects.requireNonNull(expected.open.get(number));
        boolean allowed = !target.isService() || rules.allowsServiceStatus(expected.tier);
        // Silence takes a month a time, and may have led past the end of the membership.
        boolean active = partners.isActive(member.id());
        if (met && allowed && active && random.nextInt(3) > 0) {
            desk.answer(number, "Task_DecideTierChange", Map.of("decision", "APPROVE", "comment", ""));
            target.tier().ifPresentOrElse(tier -> expected.tier = tier, () -> expected.service = true);
            expected.service &= rules.allowsServiceStatus(expected.tier);
            expected.reached++;
            expected.open.remove(number);
        } else if (random.nextBoolean()) {
            var part = any(random, checks.stream().map(CheckView::requirement).toList());
            desk.answer(
                    number,
                    "Task_DecideTierChange",
                    Map.of(
                            "decision", "RETURN",
                            "comment", "Уточните",
                            "returnedParts", Spin.JSON(List.of(part.name()))));
        } else {
            desk.answer(number, "Task_DecideTierChange", Map.of("decision", "REJECT", "comment", "Нет"));
            expected.open.remove(number);
        }
    }

    private void check(Member member, Expected expected, List<String> numbers, String when) {
        var partner = partners.byId(member.id()).orElseThrow();
        assertThat(partner.tier()).as(when).isEqualTo(expected.tier);
        assertThat(partner.serviceStatus()).as(when).isEqualTo(expected.service);
        assertThat(levels.benefitsOf(member.id()))
                .as(when)
                .isEqualTo(rules.benefitsOf(expected.tier, expected.service))
                .contains(Benefit.POINTS_PROGRAM);
        assertThat(records.latestOf(member.id()).values().stream()
                        .collect(Collectors.toMap(
                                RequirementRecords.Checked::requirement, RequirementRecords.Checked::verdict)))
                .as(when)
                .isEqualTo(expected.standing);
        assertThat(process.openOf(member.id()))
                .as(when)
                .extracting(TierApplicationView::caseNumber)
                .containsExactlyInAnyOrderElementsOf(expected.open.keySet());
        int reached = 0;
        for (var number : numbers) {
            boolean isOpen = expected.open.containsKey(number);
            assertThat(desk.openTasks(number).isEmpty())
                    .as(when + ", " + number)
                    .isNotEqualTo(isOpen);
            assertThat(cases.byNumber(number).orElseThrow().isClosed()).as(when).isNotEqualTo(isOpen);
            reached += (int) cases.history(number).stream()
                    .map(CaseEventView::type)
                    .filter("LEVEL_CHANGED"::equals)
                    .count();
        }
        assertThat(reached).as(when).isEqualTo(expected.reached);
    }

    private static <T> T any(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
