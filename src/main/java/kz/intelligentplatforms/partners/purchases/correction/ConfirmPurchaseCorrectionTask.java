package kz.intelligentplatforms.partners.purchases.correction;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.casework.FourEyesTask;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswer;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.forms.FormField;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import kz.intelligentplatforms.partners.purchases.CorrectionRefused;
import kz.intelligentplatforms.partners.purchases.PurchaseCorrections;
import kz.intelligentplatforms.partners.purchases.PurchaseCorrections.Placed;
import kz.intelligentplatforms.partners.purchases.PurchasesRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** {@code Task_ConfirmPurchaseCorrection}: whoever asked for it may not decide. */
@Component
class ConfirmPurchaseCorrectionTask extends FourEyesTask {

    private enum Answer {
        APPROVE,
        REJECT
    }

    private final CorrectionSteps corrections;
    private final PurchaseCorrections purchases;
    private final Partners partners;
    private final Accounts accounts;
    private final Cases cases;

    ConfirmPurchaseCorrectionTask(
            CorrectionSteps corrections,
            PurchaseCorrections purchases,
            Partners partners,
            Accounts accounts,
            Cases cases,
            TaskAnswers answers) {
        super("Task_ConfirmPurchaseCorrection", "correction.own-request", answers);
        this.corrections = corrections;
        this.purchases = purchases;
        this.partners = partners;
        this.accounts = accounts;
        this.cases = cases;
    }

    /**
     * What the form shows.
     *
     * @param requester the name of whoever asked
     * @param changed it cannot be confirmed any more
     * @param owner the company whose purchase it would be; nothing for nobody's
     */
    record Facts(
            CorrectionView correction,
            String requester,
            boolean changed,
            @Nullable String owner) {}

    @Override
    public Set<String> excludedUsers(String caseNumber) {
        return corrections.view(caseNumber).stream()
                .map(CorrectionView::requestedBy)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<FormField> fields(String caseNumber) {
        return List.of(
                FormField.choice("decision", Answer.class).labelled("correction.decision"),
                FormField.comment("decision", "REJECT").labelled("correction.comment"));
    }

    @Override
    public Facts facts(String caseNumber) {
        var correction = corrections.view(caseNumber).orElseThrow();
        var requester = accounts.nameOf(correction.requestedBy());
        try {
            var owner = corrections
                    .outcome(caseNumber)
                    .flatMap(Placed::partnerId)
                    .flatMap(partners::byId)
                    .map(partner -> partner.company().name());
            return new Facts(correction, requester, false, owner.orElse(null));
        } catch (CorrectionRefused | PurchasesRefused changed) {
            return new Facts(correction, requester, true, null);
        }
    }

    @Override
    protected void opened(String caseNumber, Instant dueAt) {
        corrections.approvalBegan(caseNumber, dueAt);
    }

    @Override
    protected void answered(String caseNumber, TaskAnswer answer) {
        if (!corrections.lock(caseNumber).isOpen()) {
            throw answer.refusal("webapp.done");
        }
        var decision = answer.choice("decision", Answer.class, "correction.decision-required");
        var comment = answer.comment(decision == Answer.REJECT);
        if (decision == Answer.APPROVE) {
            refuseChanged(caseNumber, answer);
        }
        corrections.decide(caseNumber, decision == Answer.APPROVE, answer.user(), comment);
        answer.result("correctionDecision", decision.name());
    }

    /** The ERP may have been faster. What is found here holds until the next step has recorded the correction. */
    private void refuseChanged(String caseNumber, TaskAnswer answer) {
        try {
            purchases.lockForUpdate();
            corrections.outcome(caseNumber);
        } catch (CorrectionRefused | PurchasesRefused changed) {
            throw answer.refusal("correction.changed-meanwhile");
        } catch (PessimisticLockingFailureException busy) {
            throw answer.refusal("purchases.refused.BUSY");
        }
    }
}
