package kz.intelligentplatforms.partners.tierupgrade;

import static kz.intelligentplatforms.partners.program.Requirement.CERTIFIED_TECHNICAL_STAFF;
import static kz.intelligentplatforms.partners.program.Requirement.JOINT_SALES_PLAN;
import static kz.intelligentplatforms.partners.program.Requirement.PRODUCT_ENGINEER;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import kz.intelligentplatforms.partners.partner.RequirementRecords.Verdict;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.engine.TaskRefusal;
import kz.intelligentplatforms.partners.platform.validation.Amount;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.program.Requirement;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The six tasks that check a requirement: puts the evidence on the form, and takes the checker's verdict. */
@Component
class CheckTask implements TaskListener {

    /** What is confirmed for as long as the checker says: certificates expire. */
    private static final Set<Requirement> EXPIRING = EnumSet.of(CERTIFIED_TECHNICAL_STAFF, PRODUCT_ENGINEER);

    private static final int MAX_YEARS = 10;

    private final TierUpgrades upgrades;
    private final EvidenceStore evidence;
    private final TaskFacts facts;
    private final TaskAnswers answers;
    private final Texts texts;
    private final Clock clock;

    CheckTask(
            TierUpgrades upgrades,
            EvidenceStore evidence,
            TaskFacts facts,
            TaskAnswers answers,
            Texts texts,
            Clock clock) {
        this.upgrades = upgrades;
        this.evidence = evidence;
        this.facts = facts;
        this.answers = answers;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        var number = task.getExecution().getProcessBusinessKey();
        var requirement = Requirement.valueOf((String) task.getVariable("check"));
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            upgrades.taskBegan(number, requirement, task.getDueDate().toInstant());
            facts.show(task, facts.ofCheck(number, requirement));
            ask(task, number, requirement);
        } else {
            // Checks of one case may be completed at the same moment: one waits for the other.
            if (!upgrades.lockOpen(number)) {
                throw TaskRefusal.because(texts.get("webapp.done"));
            }
            take(task, number, requirement);
        }
    }

    private void ask(DelegateTask task, String number, Requirement requirement) {
        answers.askAnew(task, "verdict", "comment");
        if (EXPIRING.contains(requirement)) {
            var expiry = evidence.of(number, requirement).firstExpiry();
            task.setVariableLocal("validUntil", expiry.map(LocalDate::toString).orElse(null));
        }
        if (requirement == JOINT_SALES_PLAN) {
            quarters().forEach(field -> answers.askAnew(task, field));
        }
    }

    private void take(DelegateTask task, String number, Requirement requirement) {
        var verdict = answers.choice(task, "verdict", CheckVerdict.class, "check.verdict-required");
        var comment = answers.comment(task, verdict != CheckVerdict.CONFIRMED);
        var user = answers.user(task);
        switch (verdict) {
            case CONFIRMED ->
                upgrades.decide(
                        number, requirement, Verdict.CONFIRMED, user, comment, validUntil(task, number, requirement));
            case REFUSED -> upgrades.decide(number, requirement, Verdict.REFUSED, user, comment, null);
            case RETURNED ->
                upgrades.returnCheck(number, requirement, user, comment, proposal(task, number, requirement));
        }
        task.getExecution().setVariable("checkVerdict", verdict.name());
    }

    private @Nullable LocalDate validUntil(DelegateTask task, String number, Requirement requirement) {
        if (requirement == JOINT_SALES_PLAN) {
            return TierUpgrades.endOfPlan(evidence.of(number, requirement)).orElse(null);
        }
        if (!EXPIRING.contains(requirement)) {
            return null;
        }
        var today = LocalDate.now(clock);
        var day = answers.day(task, "validUntil")
                .orElseThrow(() -> TaskRefusal.because(texts.get("check.valid-until-required")));
        if (day.isBefore(today)) {
            throw TaskRefusal.because(texts.get("check.valid-until-gone"));
        }
        if (day.isAfter(today.plusYears(MAX_YEARS))) {
            throw TaskRefusal.because(texts.get("check.valid-until-too-far", MAX_YEARS));
        }
        return day;
    }

    /** The plan with the manager's figures, where some were filled in. */
    private @Nullable Evidence proposal(DelegateTask task, String number, Requirement requirement) {
        if (requirement != JOINT_SALES_PLAN) {
            return null;
        }
        var typed = quarters().stream().map(task::getVariable).toList();
        if (typed.stream().allMatch(Objects::isNull)) {
            return null;
        }
        var figures = typed.stream()
                .map(figure -> amount(figure)
                        .orElseThrow(() -> TaskRefusal.because(texts.get("check.proposal-invalid", Amount.MAX))))
                .toList();
        if (figures.stream().mapToLong(Long::longValue).sum() == 0) {
            throw TaskRefusal.because(texts.get("error.plan-sells-nothing"));
        }
        var plan = Objects.requireNonNull(evidence.of(number, requirement).salesPlan());
        return new Evidence(plan.withTargets(figures), null, List.of(), List.of(), List.of(), null);
    }

    private static List<String> quarters() {
        return IntStream.rangeClosed(1, 4)
                .mapToObj(quarter -> "proposedQ" + quarter)
                .toList();
    }

    private static Optional<Long> amount(@Nullable Object figure) {
        if (!(figure instanceof Number number)) {
            return Optional.empty();
        }
        var exact = new BigDecimal(number.toString());
        boolean whole = exact.signum() >= 0
                && exact.compareTo(BigDecimal.valueOf(Amount.MAX)) <= 0
                && exact.stripTrailingZeros().scale() <= 0;
        return whole ? Optional.of(exact.longValueExact()) : Optional.empty();
    }
}
