package kz.intelligentplatforms.partners.cofunding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.cofunding.Payments.Payment;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.engine.TaskRefusal;
import kz.intelligentplatforms.partners.platform.validation.TypedText;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** {@code Task_SettlePayment}: finance has paid, and says with which payment order and when. An order pays one claim. */
@Component
class SettlePaymentTask implements TaskListener {

    private static final int MAX_REFERENCE = 60;

    private final CoFundings steps;
    private final CoFundingFacts facts;
    private final Payments payments;
    private final TaskAnswers answers;
    private final Texts texts;
    private final Clock clock;

    SettlePaymentTask(
            CoFundings steps, CoFundingFacts facts, Payments payments, TaskAnswers answers, Texts texts, Clock clock) {
        this.steps = steps;
        this.facts = facts;
        this.payments = payments;
        this.answers = answers;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        var number = task.getExecution().getProcessBusinessKey();
        var request = steps.lock(number);
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            steps.moveTo(
                    number, Stage.SETTLEMENT, Turn.VENDOR, task.getDueDate().toInstant());
            facts.show(task, facts.ofClaim(request.view()));
            answers.askAnew(task, "paymentReference", "paidOn");
        } else {
            take(task, request.view());
        }
    }

    private void take(DelegateTask task, CoFundingView view) {
        var reference = answers.line(task, "paymentReference");
        if (!reference.matches(".*[\\p{L}\\p{N}].*") || TypedText.hasControls(reference)) {
            throw TaskRefusal.because(texts.get("cofunding.payment.reference-required"));
        }
        if (reference.length() > MAX_REFERENCE) {
            throw TaskRefusal.because(texts.get("cofunding.payment.reference-too-long", MAX_REFERENCE));
        }
        var paidOn = answers.day(task, "paidOn")
                .orElseThrow(() -> TaskRefusal.because(texts.get("cofunding.payment.day-required")));
        if (paidOn.isAfter(LocalDate.now(clock)) || paidOn.isBefore(view.endsOn())) {
            throw TaskRefusal.because(texts.get("cofunding.payment.day-out-of-range"));
        }
        payments.paidBy(reference, paidOn).ifPresent(other -> {
            throw TaskRefusal.because(texts.get("cofunding.payment.used", reference, other));
        });
        try {
            payments.record(new Payment(
                    view.caseNumber(), reference, paidOn, Objects.requireNonNull(view.payable()), answers.user(task)));
        } catch (DuplicateKeyException e) {
            throw TaskRefusal.because(texts.get("cofunding.payment.used-just-now", reference));
        }
    }
}
