package kz.intelligentplatforms.partners.points.purchases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import kz.intelligentplatforms.partners.partner.Partners;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where purchases come in. Files come by {@link PurchaseImports}, through the same {@link Intake}. */
@Service
public class Purchases {

    private final PurchaseStore store;
    private final Partners partners;
    private final Clock clock;

    Purchases(PurchaseStore store, Partners partners, Clock clock) {
        this.store = store;
        this.partners = partners;
        this.clock = clock;
    }

    /** What became of the purchase with this document number. */
    public record Received(String documentNumber, Outcome status) {}

    /**
     * Records purchases, all of them or none. What is there already stays as it is, so the same may be sent again and again.
     *
     * @param receivedBy user id of whoever sent them
     * @return in the order of the lines
     * @throws PurchasesRefused when one of them is not right; a flaw of the kind {@link Flaw.Kind#CONFLICT} means that another
     *     purchase has this document number
     */
    @Transactional
    public List<Received> record(List<PurchaseLine> lines, PurchaseSource source, String receivedBy) {
        store.lock();
        var intake = intake();
        var sorted = intake.sort(lines);
        if (!intake.isFlawless()) {
            throw new PurchasesRefused(intake.flaws());
        }
        store.add(sorted, new PurchaseStore.Received(source, clock.instant(), receivedBy, null));
        return sorted.stream()
                .map(each -> new Received(each.purchase().document().number(), each.outcome()))
                .toList();
    }

    Intake intake() {
        return new Intake(store, partners, LocalDate.now(clock));
    }
}
