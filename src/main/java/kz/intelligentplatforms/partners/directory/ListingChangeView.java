package kz.intelligentplatforms.partners.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change as it stands.
 *
 * @param wished what the partner wants to show
 * @param logo the id of the logo it wants to show; null for none
 * @param reviewReason the reviewer's words at the last return, or at the rejection
 * @param toCorrect whether it waits for the partner
 */
public record ListingChangeView(
        String caseNumber,
        long partnerId,
        ListingRequest wished,
        @Nullable String logo,
        @Nullable String reviewReason,
        boolean toCorrect,
        Instant submittedAt) {}
