package kz.intelligentplatforms.partners.cofunding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
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

    /** Marketing approved less than was planned. */
    public boolean isCut() {
        return approved != null && approved.compareTo(cost) < 0;
    }

    /** Something was spent on it; of what was not there is nothing to decide. */
    public boolean isIncurred() {
        return spent != null && spent.signum() > 0;
    }

    /** What counts of costs on this line for a claim, in KZT: all, but where marketing cut the line no more than it approved. */
    public BigDecimal counted(BigDecimal costs) {
        return isCut() ? costs.min(Objects.requireNonNull(approved)) : costs;
    }

    /** What was made of a line of a claim; the texts are the messages {@code cofunding.verdict.<VERDICT>}. */
    public enum Verdict {
        ACCEPTED,
        /** Less than was spent. */
        CHANGED,
        DENIED
    }
}
