package kz.intelligentplatforms.partners.points;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The hash that chains a partner's entries: of the entry before, and of all that this one says. Public because H2 calls it, as the
 * function {@code points_entry_hash}; PostgreSQL has the same in SQL.
 */
public final class EntryHash {

    private EntryHash() {}

    /**
     * @param previous the hash of the partner's entry before; empty for the first
     * @param postedMillis when it was posted, in milliseconds since 1970
     * @return SHA-256 in hexadecimal digits
     */
    @SuppressWarnings("TooManyParameters") // the columns of an entry
    public static String of(
            String previous,
            long partnerId,
            int seq,
            String kind,
            long points,
            String quarter,
            String reference,
            long postedMillis,
            String postedBy,
            @Nullable String caseNumber,
            String reason) {
        // The reason comes last: it alone may hold the separator.
        var said = previous
                + '|'
                + partnerId
                + '|'
                + seq
                + '|'
                + kind
                + '|'
                + points
                + '|'
                + quarter
                + '|'
                + reference
                + '|'
                + postedMillis
                + '|'
                + postedBy
                + '|'
                + (caseNumber == null ? "" : caseNumber)
                + '|'
                + reason;
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
