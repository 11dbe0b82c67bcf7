package kz.intelligentplatforms.partners.registration;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.CaseStep;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.platform.ProgramSettings;
import kz.intelligentplatforms.partners.platform.engine.Decision;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.engine.TaskRefusal;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** {@code Task_ReviewRegistration}: puts the facts on the form, and takes the reviewer's answer into the application. */
@Component
class ReviewRegistrationTask implements TaskListener {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private final Applications applications;
    private final LookalikeSearch lookalikes;
    private final Cases cases;
    private final TaskAnswers answers;
    private final ProgramSettings settings;
    private final Texts texts;

    ReviewRegistrationTask(
            Applications applications,
            LookalikeSearch lookalikes,
            Cases cases,
            TaskAnswers answers,
            ProgramSettings settings,
            Texts texts) {
        this.applications = applications;
        this.lookalikes = lookalikes;
        this.cases = cases;
        this.answers = answers;
        this.settings = settings;
        this.texts = texts;
    }

    @Override
    public void notify(DelegateTask task) {
        var number = task.getExecution().getProcessBusinessKey();
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            cases.moveTo(
                    number,
                    new CaseStep("REVIEW", Turn.VENDOR, task.getDueDate().toInstant()));
            showFacts(task, applications.findById(number).orElseThrow().view());
            answers.askAnew(task, "decision", "comment");
            answers.askListAnew(task, "returnedFields");
        } else {
            // A withdrawal at the same moment waits for the answer, or the answer for it.
            take(task, applications.lock(number).orElseThrow());
        }
    }

    /** One variable for the form; the company's name and number are shown on the task's card as well, where they need their own. */
    private void showFacts(DelegateTask task, RegistrationView view) {
        var company = view.details().company();
        task.setVariableLocal("companyName", company.name());
        task.setVariableLocal("bin", company.identity().taxNumber());
        task.setVariableLocal("facts", Spin.JSON(factsOf(view)));
    }

    private ReviewFacts factsOf(RegistrationView view) {
        var details = view.details();
        var identity = details.company().identity();
        return new ReviewFacts(
                view.caseNumber(),
                "/staff/cases/" + view.caseNumber(),
                ZonedDateTime.ofInstant(view.submittedAt(), settings.timeZone()).format(MINUTE),
                texts.russian(
                        identity.isKazakh() ? "identity.bin" : "identity.foreign",
                        identity.taxNumber(),
                        identity.country()),
                details.company(),
                details.contact().shown(),
                texts.russian("tier." + details.wishedTier()),
                texts.russian("language." + details.language()),
                Objects.requireNonNullElse(view.reviewReason(), ""),
                lookalikes.of(view));
    }

    private void take(DelegateTask task, RegistrationApplication application) {
        var decision = answers.decision(task);
        var comment = answers.comment(task, decision != Decision.APPROVE);
        var reviewer = Actor.staff(answers.user(task));
        var number = application.getId();
        switch (decision) {
            case APPROVE -> cases.moveTo(number, new CaseStep("REGISTERING", Turn.SYSTEM, null));
            case RETURN -> application.returnForCorrection(comment, returnedFieldsOf(task));
            case REJECT -> {
                application.refuse(comment);
                cases.moveTo(number, new CaseStep("REGISTERING", Turn.SYSTEM, null));
            }
        }
        var event = switch (decision) {
            case APPROVE -> "APPROVED";
            case RETURN -> "RETURNED";
            case REJECT -> "REJECTED";
        };
        cases.record(number, reviewer, event, comment.isEmpty() ? null : comment);
        task.getExecution().setVariable("reviewDecision", decision.name());
    }

    private List<ReturnedField> returnedFieldsOf(DelegateTask task) {
        var fields = answers.ticked(task, "returnedFields").stream()
                .flatMap(field -> ReturnedField.of(field).stream())
                .toList();
        if (fields.isEmpty()) {
            throw TaskRefusal.because(texts.get("review.fields-required"));
        }
        return fields;
    }
}
