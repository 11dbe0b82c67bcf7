package kz.intelligentplatforms.partners.purchases.correction;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.CaseKind;
import kz.intelligentplatforms.partners.cases.CaseStep;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.casework.CaseProcess;
import kz.intelligentplatforms.partners.casework.CaseProcesses;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.purchases.CorrectionRefused;
import kz.intelligentplatforms.partners.purchases.CorrectionRefused.Reason;
import kz.intelligentplatforms.partners.purchases.PurchaseCorrections;
import kz.intelligentplatforms.partners.purchases.PurchaseCorrections.Placed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The process {@code purchase-correction}: its key, its variables, and how it begins. Two people take part in it: one asks, another confirms. */
@Service
public class PurchaseCorrectionProcess {

    public static final CaseKind CASES =
            CaseKind.of("PURCHASE_CORRECTION", "PUR", CorrectionStage.values(), CorrectionEvent.values());

    static final String KEY = "purchase-correction";

    private static final Logger LOG = LoggerFactory.getLogger(PurchaseCorrectionProcess.class);

    private final CorrectionRecords corrections;
    private final CorrectionSteps steps;
    private final PurchaseCorrections purchases;
    private final Partners partners;
    private final CaseProcess process;
    private final Clock clock;

    PurchaseCorrectionProcess(
            CorrectionRecords corrections,
            CorrectionSteps steps,
            PurchaseCorrections purchases,
            Partners partners,
            CaseProcesses processes,
            Clock clock) {
        this.corrections = corrections;
        this.steps = steps;
        this.purchases = purchases;
        this.partners = partners;
        this.process = processes.of(CASES, KEY);
        this.clock = clock;
    }

    /**
     * Somebody asks to put a purchase right; it stays as it is before somebody else confirms.
     *
     * @param wished names an action, and its reason has passed its constraints
     * @param user who asks
     * @param submissionKey the form's own; the same again gives the same case
     * @return the case number
     * @throws kz.intelligentplatforms.partners.purchases.PurchasesRefused when what it would say is wrong
     * @throws CorrectionRefused when the purchase was changed meanwhile, would not change, or somebody has asked already
     * @throws kz.intelligentplatforms.partners.platform.submission.SubmissionReused when it came with other content; names the case
     */
    public String request(long purchaseId, CorrectionRequest wished, String user, String submissionKey) {
        return process.once(submissionKey, List.of(purchaseId, wished), () -> {
            purchases.lockForUpdate();
            return start(purchaseId, wished, check(purchaseId, wished), user);
        });
    }

    /**
     * What would become of the purchase.
     *
     * @return what it would be; nothing where it would be voided
     * @throws kz.intelligentplatforms.partners.purchases.PurchasesRefused as {@link #request} does
     * @throws CorrectionRefused as {@link #request} does
     */
    @Transactional(readOnly = true)
    public Optional<Placed> check(long purchaseId, CorrectionRequest wished) {
        var action = wished.chosen().orElseThrow();
        if (!steps.fits(purchaseId, action)) {
            throw new CorrectionRefused(Reason.CHANGED);
        }
        if (corrections.existsByOpenPurchase(purchaseId)) {
            throw new CorrectionRefused(Reason.OPEN);
        }
        return action == CorrectionAction.VOID
                ? Optional.empty()
                : Optional.of(purchases.check(purchaseId, wished.said()));
    }

    private String start(long purchaseId, CorrectionRequest wished, Optional<Placed> right, String user) {
        var partner = purchases.latest(purchaseId).orElseThrow().partnerId();
        var company = partners.byId(partner).orElseThrow().company();
        var step = new CaseStep(CorrectionStage.APPROVAL, Turn.VENDOR, null);
        var number = process.open(company, step, Actor.staff(user), CorrectionEvent.PURCHASE_CORRECTION_REQUESTED);
        corrections.saveAndFlush(new PurchaseCorrection(
                number,
                purchaseId,
                wished.chosen().orElseThrow(),
                right.map(Placed::values),
                wished.reason(),
                user,
                clock.instant()));
        process.start(number, company, Map.of());
        LOG.info("{}: correction of purchase {} requested", number, purchaseId);
        return number;
    }

    @Transactional(readOnly = true)
    public Optional<CorrectionView> byCaseNumber(String caseNumber) {
        return steps.view(caseNumber);
    }

    /** All that was ever asked for these purchases, the first first. */
    @Transactional(readOnly = true)
    public List<CorrectionView> ofPurchases(Collection<Long> purchaseIds) {
        return steps.viewsOf(purchaseIds);
    }
}
