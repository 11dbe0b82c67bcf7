package kz.intelligentplatforms.partners.tierupgrade;

import java.time.Instant;
import java.time.LocalDate;
import kz.intelligentplatforms.partners.program.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * The check of one requirement as it stands.
 *
 * @param reused confirmed by an earlier check that still held when the application came in
 * @param reason why it was returned or refused, or the checker's comment
 * @param checkedBy the user id of whoever judged
 * @param validUntil the last day on which the confirmation holds; nothing where it does not expire
 * @param dueAt until when whoever's turn it is should act
 */
public record CheckView(
        Requirement requirement,
        CheckStatus status,
        boolean reused,
        @Nullable String reason,
        @Nullable String checkedBy,
        @Nullable Instant checkedAt,
        @Nullable LocalDate validUntil,
        @Nullable Instant dueAt) {

    /** Whether the requirement is met on {@code day}. */
    public boolean isMetOn(LocalDate day) {
        return status == CheckStatus.CONFIRMED && (validUntil == null || !validUntil.isBefore(day));
    }
}
