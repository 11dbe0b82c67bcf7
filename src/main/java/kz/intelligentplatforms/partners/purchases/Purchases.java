package kz.intelligentplatforms.partners.purchases;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static kz.intelligentplatforms.partners.purchases.PurchaseField.DOCUMENT_NUMBER;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where purchases come in. Files come by {@link PurchaseImports}, through the same {@link PurchaseClassifier}. */
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

    /**
     * What became of the purchase with this document number.
     *
     * @param note why it counts for nobody, where its own fields tell
     */
    public record Received(
            String documentNumber, Outcome status, @Nullable Violation note) {}

    /**
     * Records purchases, all of them that count for anybody or none. What is there already stays as it is, so the same may be sent again
     * and again.
     *
     * @param receivedBy user id of whoever sent them
     * @return in the order of the lines
     * @throws PurchasesRefused when one of them cannot be read, or all of them count for nothing; a flaw of the kind
     *     {@link Violation.Kind#CONFLICT} means that another purchase has this document number
     */
    @Transactional
    public List<Received> record(List<PurchaseLine> lines, PurchaseSource source, String receivedBy) {
        store.lock();
        var intake = intake();
        var sorted = intake.sort(lines);
        if (!intake.isFlawless()) {
            throw new PurchasesRefused(intake.flaws());
        }
        if (intake.skipped() == lines.size()) {
            throw new PurchasesRefused(intake.notes());
        }
        store.add(sorted, new PurchaseStore.Received(source, clock.instant(), receivedBy, null));
        return received(lines, sorted, intake.notes());
    }

    private static List<Received> received(
            List<PurchaseLine> lines, List<ClassifiedPurchase> sorted, List<Violation> notes) {
        var outcomes = sorted.stream()
                .collect(toMap(ClassifiedPurchase::line, ClassifiedPurchase::outcome, (first, second) -> first));
        var reasons = notes.stream().collect(toMap(Violation::line, identity(), (first, second) -> first));
        return lines.stream()
                .map(line -> new Received(
                        InputText.clean(line.cell(DOCUMENT_NUMBER).text()),
                        outcomes.getOrDefault(line.line(), Outcome.SKIPPED),
                        reasons.get(line.line())))
                .toList();
    }

    PurchaseClassifier intake() {
        return new PurchaseClassifier(store, partners, LocalDate.now(clock), clock.getZone());
    }
}
