package kz.intelligentplatforms.partners.points;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A check of the whole ledger.
 *
 * @param checkedBy user id of whoever asked for it; nobody for the nightly one
 * @param entries how many were read
 * @param findingCount how many things were wrong
 * @param findings the first of them
 */
public record LedgerCheck(
        Instant checkedAt, @Nullable String checkedBy, long entries, long findingCount, List<Finding> findings) {

    /** @param seq the partner's entry; the number of entries it should have, where the account is wrong */
    public record Finding(long partnerId, int seq, Violation flaw) {}

    /** What can be wrong. */
    public enum Violation {
        /** Entries are missing before this one. */
        GAP,
        /** It does not follow the entry before it. */
        CHAIN,
        /** It does not say what it said when it was posted. */
        CONTENT,
        /** Its balance is not the sum up to it. */
        BALANCE,
        /** The account does not say what its last entry says. */
        ACCOUNT
    }
}
