package kz.intelligentplatforms.partners.purchases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of purchases that somebody handed in.
 *
 * @param id as in its address
 * @param uploadedBy user id
 * @param recordedAt nothing until its purchases are recorded
 */
public record ImportView(
        String id,
        String fileName,
        PurchaseSource format,
        Status status,
        int rows,
        String uploadedBy,
        Instant uploadedAt,
        @Nullable Instant recordedAt) {

    /** Where it stands; the messages {@code purchases.status.<NAME>}. */
    public enum Status {
        /** Nothing is wrong: it can be recorded or discarded. */
        CHECKED,
        /** It cannot be recorded. */
        FLAWED,
        RECORDED
    }
}
