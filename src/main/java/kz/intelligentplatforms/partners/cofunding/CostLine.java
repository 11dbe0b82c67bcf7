package kz.intelligentplatforms.partners.cofunding;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import kz.intelligentplatforms.partners.cofunding.CostLineView.Verdict;
import kz.intelligentplatforms.partners.platform.validation.DocumentNumbers;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import org.jspecify.annotations.Nullable;

/** A line of a request's budget, from its plan to what was paid of it. */
@Embeddable
class CostLine {

    private String title;
    private BigDecimal cost;
    private @Nullable BigDecimal approved;
    private @Nullable BigDecimal spent;
    private @Nullable String invoiceNumber;
    private @Nullable String invoiceKey;
    private @Nullable LocalDate invoicedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable Verdict verdict;

    private @Nullable BigDecimal accepted;
    private @Nullable String reason;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected CostLine() {}

    CostLine(String title, BigDecimal cost) {
        this.title = title;
        this.cost = cost;
    }

    BigDecimal cost() {
        return cost;
    }

    void approve(BigDecimal costs) {
        if (costs.signum() < 0 || costs.compareTo(cost) > 0) {
            throw new IllegalArgumentException("Of " + cost + " planned, " + costs + " cannot be approved");
        }
        approved = costs;
    }

    void claim(ClaimForm.Cost claimed) {
        spent = claimed.amount();
        boolean invoiced = !claimed.invoiceNumber().isEmpty();
        invoiceNumber = invoiced ? claimed.invoiceNumber() : null;
        // What stands where nothing was spent is no invoice.
        invoiceKey = invoiced && spent.signum() > 0 ? DocumentNumbers.looseKey(claimed.invoiceNumber()) : null;
        invoicedOn = InputText.day(claimed.invoicedOn()).orElse(null);
        verdict = null;
        accepted = null;
        reason = null;
    }

    void decide(LineDecision decision) {
        verdict = decision.verdict();
        accepted = decision.accepted();
        reason = decision.reason().isEmpty() ? null : decision.reason();
    }

    CostLineView view(int number) {
        return new CostLineView(
                number, title, cost, approved, spent, invoiceNumber, invoicedOn, verdict, accepted, reason);
    }

    /**
     * What is made of one line of a claim.
     *
     * @param accepted in KZT
     * @param reason why it is less than was spent; empty where it is not
     */
    record LineDecision(Verdict verdict, BigDecimal accepted, String reason) {}
}
