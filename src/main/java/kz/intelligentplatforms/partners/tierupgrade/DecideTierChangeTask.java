package kz.intelligentplatforms.partners.tierupgrade;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.casework.FourEyesTask;
import kz.intelligentplatforms.partners.platform.engine.Decision;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswer;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.forms.FormField;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.program.Requirement;
import org.springframework.stereotype.Component;

/** {@code Task_DecideTierChange}: a program manager sees all verdicts, and decides. Nobody who made one of the checks may. */
@Component
class DecideTierChangeTask extends FourEyesTask {

    private final TierApplications applications;
    private final TierUpgradeSteps upgrades;
    private final TierDecisionSteps decisions;
    private final TaskFacts facts;
    private final Texts texts;

    DecideTierChangeTask(
            TierApplications applications,
            TierUpgradeSteps upgrades,
            TierDecisionSteps decisions,
            TaskFacts facts,
            TaskAnswers answers,
            Texts texts) {
        super("Task_DecideTierChange", "decision.own-check", answers);
        this.applications = applications;
        this.upgrades = upgrades;
        this.decisions = decisions;
        this.facts = facts;
        this.texts = texts;
    }

    @Override
    public List<FormField> fields(String caseNumber) {
        return List.of(
                FormField.choice("decision", Decision.class).labelled("decision.answer"),
                FormField.ticks(
                                "returnedParts",
                                checks(caseNumber).stream()
                                        .map(check -> check.requirement().name())
                                        .toList())
                        .labelled("decision.parts")
                        .shownIf("decision", "RETURN"),
                FormField.comment("decision", "RETURN", "REJECT"));
    }

    @Override
    public TaskFacts.OfDecision facts(String caseNumber) {
        return facts.ofDecision(caseNumber);
    }

    /** The application is held from here on, as the decision changes it. */
    @Override
    public Set<String> excludedUsers(String caseNumber) {
        upgrades.lockOpen(caseNumber);
        return checks(caseNumber).stream()
                .map(CheckView::checkedBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    @Override
    protected void opened(String caseNumber, Instant dueAt) {
        decisions.decisionBegan(caseNumber, dueAt);
    }

    @Override
    protected void answered(String caseNumber, TaskAnswer answer) {
        if (!upgrades.lockOpen(caseNumber)) {
            throw answer.refusal("webapp.done");
        }
        var user = answer.user();
        var decision = answer.decision();
        var comment = answer.comment(decision != Decision.APPROVE);
        switch (decision) {
            case APPROVE -> {
                refuseUnmet(caseNumber, answer);
                decisions.approve(caseNumber, user, comment);
            }
            case RETURN -> decisions.sendBack(caseNumber, returnedParts(caseNumber, answer), user, comment);
            case REJECT -> decisions.refuse(caseNumber, user, comment);
        }
        answer.result("tierDecision", decision.name());
    }

    /** What counts is today: the requirements, the membership, and the level under a service status. */
    private void refuseUnmet(String caseNumber, TaskAnswer answer) {
        var view = applications.findById(caseNumber).orElseThrow().view();
        upgrades.violationOf(view.partnerId(), view.target()).ifPresent(reason -> {
            throw answer.refusal("decision", "decision.not-now", texts.get("tier.refused." + reason));
        });
        var unmet = decisions.unmet(caseNumber);
        if (!unmet.isEmpty()) {
            var names = unmet.stream()
                    .map(requirement -> texts.get(TierUpgradeSteps.subject(requirement)))
                    .collect(Collectors.joining(", "));
            throw answer.refusal("decision", "decision.unmet", names);
        }
    }

    private List<Requirement> returnedParts(String caseNumber, TaskAnswer answer) {
        var ticked = answer.ticked("returnedParts");
        var parts = checks(caseNumber).stream()
                .map(CheckView::requirement)
                .filter(requirement -> ticked.contains(requirement.name()))
                .toList();
        if (parts.isEmpty()) {
            throw answer.refusal("returnedParts", "decision.parts.missing");
        }
        return parts;
    }

    private List<CheckView> checks(String caseNumber) {
        return applications.withChecks(caseNumber).orElseThrow().view().checks();
    }
}
