package kz.intelligentplatforms.partners.tierupgrade;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.platform.engine.Decision;
import kz.intelligentplatforms.partners.platform.engine.FourEyes;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.engine.TaskRefusal;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.program.Requirement;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** {@code Task_DecideTierChange}: puts all verdicts on the form and takes the decision. Nobody who made one of the checks may decide. */
@Component
class DecideTierChangeTask implements TaskListener, FourEyes {

    private final TierApplications applications;
    private final TierUpgrades upgrades;
    private final TaskFacts facts;
    private final TaskAnswers answers;
    private final Texts texts;

    DecideTierChangeTask(
            TierApplications applications, TierUpgrades upgrades, TaskFacts facts, TaskAnswers answers, Texts texts) {
        this.applications = applications;
        this.upgrades = upgrades;
        this.facts = facts;
        this.answers = answers;
        this.texts = texts;
    }

    @Override
    public void notify(DelegateTask task) {
        var number = task.getExecution().getProcessBusinessKey();
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> {
                upgrades.decisionBegan(number, task.getDueDate().toInstant());
                facts.show(task, facts.ofDecision(number));
                answers.askAnew(task, "decision", "comment");
                answers.askListAnew(task, "returnedParts");
            }
            case EVENTNAME_COMPLETE -> take(task, number);
            default -> {
                // Models of release 1 tell of assignments, too.
            }
        }
    }

    @Override
    public String taskKey() {
        return "Task_DecideTierChange";
    }

    /** The application is held from here on, as the decision changes it. */
    @Override
    public Set<String> excludedUsers(String caseNumber) {
        upgrades.lockOpen(caseNumber);
        return applications.withChecks(caseNumber).orElseThrow().view().checks().stream()
                .map(CheckView::checkedBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    @Override
    public String refusal() {
        return "decision.own-check";
    }

    private void take(DelegateTask task, String number) {
        if (!upgrades.lockOpen(number)) {
            throw TaskRefusal.because(texts.get("webapp.done"));
        }
        var user = answers.user(task);
        var decision = answers.decision(task);
        var comment = answers.comment(task, decision != Decision.APPROVE);
        switch (decision) {
            case APPROVE -> {
                refuseUnmet(number);
                upgrades.approve(number, user, comment);
            }
            case RETURN -> upgrades.sendBack(number, returnedParts(task, number), user, comment);
            case REJECT -> upgrades.refuse(number, user, comment);
        }
        task.getExecution().setVariable("tierDecision", decision.name());
    }

    /** What counts is today: the requirements, the membership, and the level under a service status. */
    private void refuseUnmet(String number) {
        var view = applications.findById(number).orElseThrow().view();
        upgrades.flawOf(view.partnerId(), view.target()).ifPresent(reason -> {
            throw TaskRefusal.because(texts.get("decision.not-now", texts.get("tier.refused." + reason)));
        });
        var unmet = upgrades.unmet(number);
        if (!unmet.isEmpty()) {
            var names = unmet.stream()
                    .map(requirement -> texts.get(TierUpgrades.subject(requirement)))
                    .collect(Collectors.joining(", "));
            throw TaskRefusal.because(texts.get("decision.unmet", names));
        }
    }

    private List<Requirement> returnedParts(DelegateTask task, String number) {
        var ticked = answers.ticked(task, "returnedParts");
        var checked = applications.withChecks(number).orElseThrow().view().checks().stream()
                .map(CheckView::requirement)
                .toList();
        var parts = Arrays.stream(Requirement.values())
                .filter(requirement -> ticked.contains(requirement.name()))
                .toList();
        if (parts.isEmpty()) {
            throw TaskRefusal.because(texts.get("decision.parts-required"));
        }
        if (!checked.containsAll(parts)) {
            throw TaskRefusal.because(texts.get("decision.parts-unknown"));
        }
        return parts;
    }
}
