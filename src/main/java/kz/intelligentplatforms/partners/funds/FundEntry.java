package kz.intelligentplatforms.partners.funds;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the fund ledger; it never changes.
 *
 * @param seq counts the fund's entries from 1
 * @param amount in KZT; negative only where an {@link FundEntryKind#ADJUSTED} takes money away
 * @param caseNumber the request it is about, where it is about one
 * @param postedBy user id
 * @param reason in the words of whoever posted it; empty where the case says it all
 * @param allocated of the fund after this entry, in KZT; so are {@code reserved} and {@code paid}
 */
public record FundEntry(
        long id,
        long fundId,
        int seq,
        FundEntryKind kind,
        BigDecimal amount,
        @Nullable String caseNumber,
        @Nullable Long partnerId,
        Instant postedAt,
        String postedBy,
        String reason,
        BigDecimal allocated,
        BigDecimal reserved,
        BigDecimal paid) {

    /** What could be reserved after this entry, in KZT. */
    public BigDecimal available() {
        return allocated.subtract(reserved).subtract(paid);
    }
}
