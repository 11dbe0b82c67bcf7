package kz.intelligentplatforms.partners.cofunding;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a request's budget; sums in KZT.
 *
 * @param number counts the lines from 1
 * @param cost as the partner planned it
 * @param approved the part of it that marketing accepted for co-funding, once it has decided
 * @param spent what it cost in the end, once claimed
 * @param accepted the part of that which is paid for, once the claim is decided
 * @param reason why less was accepted than claimed
 */
public record CostLineView(
        int number,
        String title,
        BigDecimal cost,
        @Nullable BigDecimal approved,
        @Nullable BigDecimal spent,
        @Nullable String invoiceNumber,
        @Nullable LocalDate invoicedOn,
        @Nullable Verdict verdict,
        @Nullable BigDecimal accepted,
        @Nullable String reason) {

    /** What was made of a line of a claim; the texts are the messages {@code cofunding.verdict.<VERDICT>}. */
    public enum Verdict {
        ACCEPTED,
        /** Less than was spent. */
        CHANGED,
        DENIED
    }
}
