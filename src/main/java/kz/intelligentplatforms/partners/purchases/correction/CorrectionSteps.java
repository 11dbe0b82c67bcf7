package kz.intelligentplatforms.partners.purchases.correction;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.CommonEvent;
import kz.intelligentplatforms.partners.purchases.CorrectionRefused;
import kz.intelligentplatforms.partners.purchases.PurchaseCorrections;
import kz.intelligentplatforms.partners.purchases.PurchaseCorrections.Placed;
import kz.intelligentplatforms.partners.purchases.PurchaseSearch;
import kz.intelligentplatforms.partners.purchases.PurchasesRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the steps of {@code purchase-correction} do to the world, each in the engine's transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class CorrectionSteps {

    private static final Logger LOG = LoggerFactory.getLogger(CorrectionSteps.class);

    private final CorrectionRecords corrections;
    private final PurchaseCorrections purchases;
    private final PurchaseSearch search;
    private final Cases cases;
    private final Clock clock;

    CorrectionSteps(
            CorrectionRecords corrections,
            PurchaseCorrections purchases,
            PurchaseSearch search,
            Cases cases,
            Clock clock) {
        this.corrections = corrections;
        this.purchases = purchases;
        this.search = search;
        this.cases = cases;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Optional<CorrectionView> view(String number) {
        return corrections.findById(number).map(this::viewOf);
    }

    List<CorrectionView> viewsOf(Collection<Long> purchaseIds) {
        return corrections.findByPurchaseIdInOrderByRequestedAt(purchaseIds).stream()
                .map(this::viewOf)
                .toList();
    }

    /** Takes the correction for this transaction, so that of two who decide at once the second sees what the first has done. */
    CorrectionView lock(String number) {
        return viewOf(corrections.lock(number).orElseThrow());
    }

    private CorrectionView viewOf(PurchaseCorrection correction) {
        return correction.view(search.byId(correction.purchaseId()).orElseThrow());
    }

    /**
     * What would become of the purchase.
     *
     * @return what it would be; nothing where it would be voided
     * @throws CorrectionRefused when it was changed since the correction was asked for
     * @throws PurchasesRefused when what was right then is not any more
     */
    @Transactional(
            readOnly = true,
            noRollbackFor = {CorrectionRefused.class, PurchasesRefused.class})
    Optional<Placed> outcome(String number) {
        var correction = find(number);
        var id = correction.purchaseId();
        if (!fits(id, correction.action())) {
            throw new CorrectionRefused(CorrectionRefused.Reason.CHANGED);
        }
        return correction.right().map(right -> purchases.check(id, right.fields()));
    }

    /** Whether something of this kind can be asked for the purchase as it stands: what was voided can only be restored. */
    boolean fits(long purchaseId, CorrectionAction action) {
        return purchases
                .latest(purchaseId)
                .filter(latest -> latest.inForce() == (action != CorrectionAction.RESTORE))
                .isPresent();
    }

    /** Somebody's task to confirm it has begun. */
    void approvalBegan(String number, Instant due) {
        cases.moveTo(number, find(number).awaitApproval(due));
    }

    /** The second person's answer; what is confirmed is recorded by the next step, in the same transaction. */
    void decide(String number, boolean confirmed, String user, String comment) {
        var correction = find(number);
        if (confirmed) {
            correction.confirm(user, clock.instant(), comment);
        } else {
            correction.reject(user, clock.instant(), comment);
        }
        cases.record(number, Actor.staff(user), confirmed ? CommonEvent.APPROVED : CommonEvent.REJECTED, comment);
    }

    /** Records it. Points follow with the next accrual, which counts purchases and posts the difference. */
    void apply(String number) {
        var correction = find(number);
        var by = correction.confirmedBy();
        correction
                .right()
                .ifPresentOrElse(
                        right -> purchases.correct(correction.purchaseId(), right, by, number),
                        () -> purchases.takeBack(correction.purchaseId(), by, number));
        cases.moveTo(number, correction.done());
        LOG.info("{}: purchase {}: {}", number, correction.purchaseId(), correction.action());
    }

    void closeRejected(String number) {
        cases.moveTo(number, find(number).done());
    }

    private PurchaseCorrection find(String number) {
        return corrections.findById(number).orElseThrow();
    }
}
