package kz.intelligentplatforms.partners.cofunding;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import kz.intelligentplatforms.partners.cofunding.CostLineView.Verdict;
import kz.intelligentplatforms.partners.platform.validation.DocumentNumbers;
import org.jspecify.annotations.Nullable;

/** What a line of the request's budget cost in the end, and what was made of that. */
@Embeddable
class ClaimLine {

    private BigDecimal spent;
    private @Nullable String invoiceNumber;
    private @Nullable String invoiceKey;
    private @Nullable LocalDate invoicedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable Verdict verdict;

    private @Nullable BigDecimal accepted;
    private @Nullable String reason;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected ClaimLine() {}

    /**
     * @param spent in KZT
     * @param invoiceNumber empty where there is no invoice
     */
    ClaimLine(BigDecimal spent, String invoiceNumber, @Nullable LocalDate invoicedOn) {
        boolean invoiced = !invoiceNumber.isEmpty();
        this.spent = spent;
        this.invoiceNumber = invoiced ? invoiceNumber : null;
        // What stands where nothing was spent is no invoice.
        this.invoiceKey = invoiced && spent.signum() > 0 ? DocumentNumbers.looseKey(invoiceNumber) : null;
        this.invoicedOn = invoicedOn;
    }

    BigDecimal spent() {
        return spent;
    }

    @Nullable
    LocalDate invoicedOn() {
        return invoicedOn;
    }

    void decide(LineDecision decision) {
        verdict = decision.verdict();
        accepted = decision.accepted();
        reason = decision.reason().isEmpty() ? null : decision.reason();
    }

    CostLineView view(CostLineView planned) {
        return new CostLineView(
                planned.number(),
                planned.title(),
                planned.cost(),
                planned.approved(),
                spent,
                invoiceNumber,
                invoicedOn,
                verdict,
                accepted,
                reason);
    }

    /**
     * What is made of one line of a claim.
     *
     * @param accepted in KZT
     * @param reason why it is less than was spent; empty where it is not
     */
    record LineDecision(Verdict verdict, BigDecimal accepted, String reason) {}
}
