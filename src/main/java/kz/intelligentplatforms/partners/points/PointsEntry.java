package kz.intelligentplatforms.partners.points;

import java.time.Instant;
import kz.intelligentplatforms.partners.program.Quarter;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger; see {@link NewEntry}.
 *
 * @param seq counts the partner's entries from 1
 * @param balance of the partner after this entry
 * @param previousHash of the partner's entry before; empty for the first
 */
public record PointsEntry(
        long id,
        long partnerId,
        int seq,
        EntryKind kind,
        long points,
        Quarter quarter,
        String reference,
        Instant postedAt,
        String postedBy,
        @Nullable String caseNumber,
        String reason,
        long balance,
        String previousHash,
        String hash) {}
