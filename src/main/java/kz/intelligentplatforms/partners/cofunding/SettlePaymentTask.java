package kz.intelligentplatforms.partners.cofunding;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import kz.intelligentplatforms.partners.casework.ReviewTask;
import kz.intelligentplatforms.partners.cofunding.CoFundingFacts.Facts;
import kz.intelligentplatforms.partners.cofunding.Payments.Payment;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswer;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.forms.FormField;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** {@code Task_SettlePayment}: finance has paid, and says with which payment order and when. An order pays one claim. */
@Component
class SettlePaymentTask extends ReviewTask {

    private static final String REFERENCE = "paymentReference";
    private static final String DAY = "paidOn";
    private static final int MAX_REFERENCE = 60;

    private final CoFundingSteps steps;
    private final CoFundingFacts facts;
    private final Payments payments;
    private final Clock clock;

    SettlePaymentTask(CoFundingSteps steps, CoFundingFacts facts, Payments payments, TaskAnswers answers, Clock clock) {
        super("Task_SettlePayment", answers);
        this.steps = steps;
        this.facts = facts;
        this.payments = payments;
        this.clock = clock;
    }

    @Override
    public List<FormField> fields(String caseNumber) {
        return List.of(
                FormField.line(REFERENCE, MAX_REFERENCE)
                        .labelled("cofunding.payment.reference")
                        .mandatory(),
                FormField.day(DAY).labelled("cofunding.payment.day").mandatory());
    }

    @Override
    public Facts facts(String caseNumber) {
        return facts.of(caseNumber);
    }

    @Override
    protected void opened(String caseNumber, Instant dueAt) {
        steps.openTask(caseNumber, Stage.SETTLEMENT, dueAt);
    }

    @Override
    protected void answered(String caseNumber, TaskAnswer answer) {
        var view = steps.lock(caseNumber).view();
        var reference = answer.line(REFERENCE);
        if (!reference.matches(".*[\\p{L}\\p{N}].*") || InputText.hasControls(reference)) {
            throw answer.refusal(REFERENCE, "cofunding.payment.reference.missing");
        }
        if (reference.length() > MAX_REFERENCE) {
            throw answer.refusal(REFERENCE, "cofunding.payment.reference-too-long", MAX_REFERENCE);
        }
        var paidOn = answer.day(DAY).orElseThrow(() -> answer.refusal(DAY, "cofunding.payment.day.missing"));
        if (paidOn.isAfter(LocalDate.now(clock)) || paidOn.isBefore(view.endsOn())) {
            throw answer.refusal(DAY, "cofunding.payment.day-out-of-range");
        }
        payments.paidBy(reference, paidOn).ifPresent(other -> {
            throw answer.refusal(REFERENCE, "cofunding.payment.used", reference, other);
        });
        try {
            payments.record(
                    new Payment(caseNumber, reference, paidOn, Objects.requireNonNull(view.payable()), answer.user()));
        } catch (DuplicateKeyException e) {
            throw answer.refusal(REFERENCE, "cofunding.payment.used-just-now", reference);
        }
    }
}
