package kz.intelligentplatforms.partners.registration;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.CommonEvent;
import kz.intelligentplatforms.partners.casework.ReviewTask;
import kz.intelligentplatforms.partners.platform.engine.Decision;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswer;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.forms.FormField;
import org.springframework.stereotype.Component;

/** {@code Task_ReviewRegistration}: a manager sees the application with whom it looks like, and decides. */
@Component
class ReviewRegistrationTask extends ReviewTask {

    private final Applications applications;
    private final LookalikeSearch lookalikes;
    private final Cases cases;

    ReviewRegistrationTask(Applications applications, LookalikeSearch lookalikes, Cases cases, TaskAnswers answers) {
        super("Task_ReviewRegistration", answers);
        this.applications = applications;
        this.lookalikes = lookalikes;
        this.cases = cases;
    }

    /** What the form shows. */
    record Facts(RegistrationView application, List<LookalikeSearch.Hint> hints) {}

    @Override
    public List<FormField> fields(String caseNumber) {
        var returnable =
                Arrays.stream(ReturnedField.values()).map(ReturnedField::value).toList();
        return List.of(
                FormField.choice("decision", Decision.class).labelled("registration.review.decision"),
                FormField.ticks("returnedFields", returnable)
                        .labelled("registration.review.returned")
                        .shownIf("decision", "RETURN"),
                FormField.comment("decision", "RETURN", "REJECT").labelled("registration.review.comment"));
    }

    @Override
    public Facts facts(String caseNumber) {
        var application = applications.findById(caseNumber).orElseThrow().view();
        return new Facts(application, lookalikes.of(application));
    }

    @Override
    protected void opened(String caseNumber, Instant dueAt) {
        cases.moveTo(caseNumber, applications.findById(caseNumber).orElseThrow().review(dueAt));
    }

    @Override
    protected void answered(String caseNumber, TaskAnswer answer) {
        // A withdrawal at the same moment waits for the answer, or the answer for it.
        var application = applications.lock(caseNumber).orElseThrow();
        var decision = answer.decision();
        var comment = answer.comment(decision != Decision.APPROVE);
        switch (decision) {
            case APPROVE -> cases.moveTo(caseNumber, application.approve());
            case RETURN -> application.returnForCorrection(comment, returnedFields(answer));
            case REJECT -> cases.moveTo(caseNumber, application.refuse(comment));
        }
        var event = switch (decision) {
            case APPROVE -> CommonEvent.APPROVED;
            case RETURN -> CommonEvent.RETURNED;
            case REJECT -> CommonEvent.REJECTED;
        };
        cases.record(caseNumber, Actor.staff(answer.user()), event, comment);
        answer.result("reviewDecision", decision.name());
    }

    private static List<ReturnedField> returnedFields(TaskAnswer answer) {
        var fields = answer.ticked("returnedFields").stream()
                .flatMap(field -> ReturnedField.of(field).stream())
                .toList();
        if (fields.isEmpty()) {
            throw answer.refusal("returnedFields", "review.fields-required");
        }
        return fields;
    }
}
