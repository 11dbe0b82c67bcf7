package kz.intelligentplatforms.partners.purchases;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.intelligentplatforms.partners.purchases.CorrectionRefused.Reason;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people put right in recorded purchases: by the same rules, and recorded in the same way, as what the ERP corrects. */
@Service
public class PurchaseCorrections {

    private final PurchaseStore store;
    private final Purchases purchases;
    private final Clock clock;

    PurchaseCorrections(PurchaseStore store, Purchases purchases, Clock clock) {
        this.store = store;
        this.purchases = purchases;
        this.clock = clock;
    }

    /**
     * A purchase in whose place nothing was recorded since.
     *
     * @param partnerId whom it counts, or counted, for
     * @param inForce whether it counts; if not, it was voided
     */
    public record Latest(PurchaseValues values, long partnerId, boolean inForce) {}

    /**
     * What a purchase would be.
     *
     * @param partnerId whom it would count for; nobody where it would be kept apart
     */
    public record Placed(PurchaseValues values, Optional<Long> partnerId) {}

    /** The purchase as it stands; nothing where something was recorded in its place, or it only takes another one back. */
    @Transactional(readOnly = true)
    public Optional<Latest> latest(long id) {
        return store.latest(id)
                .flatMap(stored -> Optional.ofNullable(stored.partnerId())
                        .map(partner -> new Latest(PurchaseValues.of(stored.purchase()), partner, stored.standing())));
    }

    /** Until the caller's transaction ends, nobody else changes purchases: what is checked stays true. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockForUpdate() {
        store.lock();
    }

    /**
     * What would become of a purchase. It only looks, so its refusal leaves the caller's transaction as it is.
     *
     * @param said as somebody types it
     * @throws PurchasesRefused when some of it is wrong, or another purchase has this document number
     * @throws CorrectionRefused when something else was recorded in its place, or nothing would change
     */
    @Transactional(
            readOnly = true,
            noRollbackFor = {PurchasesRefused.class, CorrectionRefused.class})
    public Placed check(long id, Map<PurchaseField, String> said) {
        var right = sort(find(id), said);
        return new Placed(PurchaseValues.of(right.purchase()), Optional.ofNullable(right.partnerId()));
    }

    /**
     * Records what is right in the place of a purchase; one that was voided counts again.
     *
     * @param by user id of whoever confirmed it
     * @throws PurchasesRefused as {@link #check} does
     * @throws CorrectionRefused as {@link #check} does
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void correct(long id, PurchaseValues right, String by, String caseNumber) {
        store.lock();
        store.add(List.of(sort(find(id), right.fields())), received(by, caseNumber));
    }

    /**
     * Takes a purchase back: it counts for nothing.
     *
     * @param by user id of whoever confirmed it
     * @throws CorrectionRefused when it does not count any more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(long id, String by, String caseNumber) {
        store.lock();
        var wrong = find(id);
        if (!wrong.standing()) {
            throw new CorrectionRefused(Reason.CHANGED);
        }
        store.reverse(wrong, received(by, caseNumber));
    }

    private StoredPurchase find(long id) {
        return store.latest(id).orElseThrow(() -> new CorrectionRefused(Reason.CHANGED));
    }

    private ClassifiedPurchase sort(StoredPurchase wrong, Map<PurchaseField, String> said) {
        var intake = purchases.intake();
        var right = intake.correct(wrong, line(wrong, said)).orElseThrow(() -> new PurchasesRefused(intake.flaws()));
        if (wrong.standing() && wrong.purchase().saysTheSameAs(right.purchase())) {
            throw new CorrectionRefused(Reason.NOTHING_CHANGED);
        }
        return right;
    }

    /** The document's own id is the ERP's: people do not change it. */
    private static PurchaseLine line(StoredPurchase wrong, Map<PurchaseField, String> said) {
        var texts = new EnumMap<PurchaseField, String>(PurchaseField.class);
        texts.putAll(said);
        texts.put(PurchaseField.DOCUMENT_ID, wrong.purchase().document().id());
        texts.put(PurchaseField.CURRENCY, "KZT");
        var cells = new EnumMap<PurchaseField, PurchaseLine.Cell>(PurchaseField.class);
        texts.forEach((field, text) -> cells.put(field, new PurchaseLine.Cell(0, 0, text)));
        return new PurchaseLine(0, 0, cells);
    }

    private PurchaseStore.Received received(String by, String caseNumber) {
        return new PurchaseStore.Received(PurchaseSource.STAFF, clock.instant(), by, caseNumber);
    }
}
