package kz.intelligentplatforms.partners.tierupgrade;

import static kz.intelligentplatforms.partners.program.Requirement.CERTIFIED_TECHNICAL_STAFF;
import static kz.intelligentplatforms.partners.program.Requirement.JOINT_SALES_PLAN;
import static kz.intelligentplatforms.partners.program.Requirement.PRODUCT_ENGINEER;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import kz.intelligentplatforms.partners.casework.ReviewTask;
import kz.intelligentplatforms.partners.partner.RequirementRecords.Verdict;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswer;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.forms.FormField;
import kz.intelligentplatforms.partners.platform.validation.Figure;
import kz.intelligentplatforms.partners.platform.web.Dates;
import kz.intelligentplatforms.partners.program.Requirement;
import org.jspecify.annotations.Nullable;

/** A task that checks one requirement: somebody sees the evidence, and confirms it, returns it or refuses it. */
class CheckTask extends ReviewTask {

    /** What is confirmed for as long as the checker says: certificates expire. */
    private static final Set<Requirement> EXPIRING = EnumSet.of(CERTIFIED_TECHNICAL_STAFF, PRODUCT_ENGINEER);

    private static final int MAX_YEARS = 10;
    private static final List<String> QUARTERS = List.of("q1", "q2", "q3", "q4");

    private final Requirement requirement;
    private final TierUpgradeSteps upgrades;
    private final EvidenceStore evidence;
    private final TaskFacts facts;
    private final Clock clock;

    CheckTask(
            String taskKey,
            Requirement requirement,
            TierUpgradeSteps upgrades,
            EvidenceStore evidence,
            TaskFacts facts,
            TaskAnswers answers,
            Clock clock) {
        super(taskKey, answers);
        this.requirement = requirement;
        this.upgrades = upgrades;
        this.evidence = evidence;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public List<FormField> fields(String caseNumber) {
        var fields = new ArrayList<FormField>();
        fields.add(FormField.choice("verdict", CheckVerdict.class).labelled("check.answer"));
        if (EXPIRING.contains(requirement)) {
            var expiry = evidence.of(caseNumber, requirement).firstExpiry();
            fields.add(FormField.day("validUntil")
                    .labelled("check.valid-until")
                    .shownIf("verdict", "CONFIRMED")
                    .mandatory()
                    .startingWith(expiry.map(Dates::numeric).orElse("")));
        }
        if (requirement == JOINT_SALES_PLAN) {
            QUARTERS.forEach(quarter -> fields.add(FormField.money(proposed(quarter))
                    .labelled("field.evidence.salesPlan." + quarter)
                    .shownIf("verdict", "RETURNED")));
        }
        fields.add(FormField.comment("verdict", "RETURNED", "REFUSED"));
        return fields;
    }

    private static String proposed(String quarter) {
        return "proposed" + quarter.toUpperCase(Locale.ROOT);
    }

    @Override
    public TaskFacts.OfCheck facts(String caseNumber) {
        return facts.ofCheck(caseNumber, requirement);
    }

    @Override
    protected void opened(String caseNumber, Instant dueAt) {
        upgrades.taskBegan(caseNumber, requirement, dueAt);
    }

    @Override
    protected void answered(String caseNumber, TaskAnswer answer) {
        // Checks of one case may be completed at the same moment: one waits for the other.
        if (!upgrades.lockOpen(caseNumber)) {
            throw answer.refusal("webapp.done");
        }
        var verdict = answer.choice("verdict", CheckVerdict.class, "check.answer.missing");
        var comment = answer.comment(verdict != CheckVerdict.CONFIRMED);
        var user = answer.user();
        switch (verdict) {
            case CONFIRMED ->
                upgrades.decide(
                        caseNumber, requirement, Verdict.CONFIRMED, user, comment, validUntil(caseNumber, answer));
            case REFUSED -> upgrades.decide(caseNumber, requirement, Verdict.REFUSED, user, comment, null);
            case RETURNED -> upgrades.returnCheck(caseNumber, requirement, user, comment, proposal(caseNumber, answer));
        }
        answer.result("checkVerdict", verdict.name());
    }

    private @Nullable LocalDate validUntil(String caseNumber, TaskAnswer answer) {
        if (requirement == JOINT_SALES_PLAN) {
            return TierUpgradeSteps.endOfPlan(evidence.of(caseNumber, requirement))
                    .orElse(null);
        }
        if (!EXPIRING.contains(requirement)) {
            return null;
        }
        var today = LocalDate.now(clock);
        var day = answer.day("validUntil").orElseThrow(() -> answer.refusal("validUntil", "check.valid-until.missing"));
        if (day.isBefore(today)) {
            throw answer.refusal("validUntil", "check.valid-until.gone");
        }
        if (day.isAfter(today.plusYears(MAX_YEARS))) {
            throw answer.refusal("validUntil", "check.valid-until.too-far", MAX_YEARS);
        }
        return day;
    }

    /** The plan with the manager's figures, where some were filled in. */
    private @Nullable Evidence proposal(String caseNumber, TaskAnswer answer) {
        var fields = QUARTERS.stream().map(CheckTask::proposed).toList();
        if (requirement != JOINT_SALES_PLAN || fields.stream().noneMatch(field -> isFilledIn(answer, field))) {
            return null;
        }
        var targets = fields.stream().map(field -> target(answer, field)).toList();
        if (targets.stream().allMatch(target -> target == 0)) {
            throw answer.refusal(fields.get(0), "error.plan-sells-nothing");
        }
        var plan = Objects.requireNonNull(evidence.of(caseNumber, requirement).salesPlan());
        return new Evidence(plan.withTargets(targets), null, List.of(), List.of(), List.of(), null);
    }

    private static boolean isFilledIn(TaskAnswer answer, String field) {
        return answer.sum(field).isPresent() || !answer.line(field).isEmpty();
    }

    /** Whole KZT. */
    private static long target(TaskAnswer answer, String field) {
        return answer.sum(field)
                .filter(sum -> sum.signum() >= 0
                        && sum.compareTo(BigDecimal.valueOf(Figure.MAX_TURNOVER)) <= 0
                        && sum.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::longValueExact)
                .orElseThrow(() -> answer.refusal(field, "check.proposal.invalid", Figure.MAX_TURNOVER));
    }
}
