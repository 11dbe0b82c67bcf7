package kz.intelligentplatforms.partners.points.correction;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Optional;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.partner.TaxIdentity;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import kz.intelligentplatforms.partners.platform.web.Figures;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.points.purchases.CorrectionRefused;
import kz.intelligentplatforms.partners.points.purchases.PurchaseCorrections.Placed;
import kz.intelligentplatforms.partners.points.purchases.PurchaseKind;
import kz.intelligentplatforms.partners.points.purchases.PurchasesRefused;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** What the task's form shows of a correction, in Russian, fresh from the database. */
@Component
class CorrectionFacts {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Corrections corrections;
    private final Partners partners;
    private final Accounts accounts;
    private final Texts texts;
    private final Clock clock;

    CorrectionFacts(Corrections corrections, Partners partners, Accounts accounts, Texts texts, Clock clock) {
        this.corrections = corrections;
        this.partners = partners;
        this.accounts = accounts;
        this.texts = texts;
        this.clock = clock;
    }

    /** Puts the facts on the task; company and number are its own variables too, which Tasklist shows on its cards. */
    void show(DelegateTask task, String number) {
        var correction = corrections.view(number).orElseThrow();
        var purchase = correction.purchase();
        var right = correction.right();
        var facts = new LinkedHashMap<String, Object>();
        facts.put("caseNumber", number);
        facts.put("caseLink", "/staff/cases/" + number);
        facts.put("purchaseLink", "/staff/points/purchases/" + purchase.id());
        facts.put("companyName", purchase.partnerName());
        facts.put(
                "requestedAt", correction.requestedAt().atZone(clock.getZone()).format(MINUTE));
        facts.put("requestedBy", accounts.nameOf(correction.requestedBy()));
        facts.put("action", texts.russian("correction.action." + correction.action()));
        facts.put(
                "recorded",
                inWords(
                        purchase.documentNumber(),
                        purchase.kind(),
                        purchase.date(),
                        purchase.amount().abs(),
                        purchase.buyer()));
        facts.put(
                "right",
                right == null
                        ? texts.russian("correction.right.void")
                        : inWords(right.documentNumber(), right.kind(), right.date(), right.amount(), right.buyer()));
        facts.put("reason", correction.reason());
        facts.putAll(outcome(number));
        task.setVariableLocal("companyName", purchase.partnerName());
        task.setVariableLocal("bin", purchase.buyer().taxNumber());
        task.setVariableLocal("facts", Spin.JSON(facts));
    }

    /** Whom it would count for; or that it cannot be confirmed any more. */
    private LinkedHashMap<String, Object> outcome(String number) {
        var outcome = new LinkedHashMap<String, Object>();
        outcome.put("changed", false);
        outcome.put("counts", "");
        try {
            corrections.outcome(number).ifPresent(placed -> outcome.put("counts", owner(placed)));
        } catch (CorrectionRefused | PurchasesRefused changed) {
            outcome.put("changed", true);
        }
        return outcome;
    }

    private String owner(Placed placed) {
        return placed.partnerId()
                .flatMap(partners::byId)
                .map(partner -> partner.company().name())
                .or(() -> Optional.of(texts.russian("correction.counts.nobody")))
                .orElseThrow();
    }

    private String inWords(String document, PurchaseKind kind, LocalDate date, BigDecimal amount, TaxIdentity buyer) {
        return texts.russian(
                "correction.purchase",
                document,
                DAY.format(date),
                texts.russian("purchases.kind." + kind),
                Figures.sum(amount),
                buyer.inWords());
    }
}
