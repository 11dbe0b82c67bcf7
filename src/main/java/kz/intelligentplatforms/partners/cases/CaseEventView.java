package kz.intelligentplatforms.partners.cases;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of a case's history.
 *
 * @param type what happened; its text is the message {@code case.event.<type>}
 * @param subject the part of the case it is about, as a message key
 * @param actor the user id where staff or a partner's user acted; not for the eyes of people outside
 * @param reason the words of whoever acted, as typed
 */
public record CaseEventView(
        Instant happenedAt,
        Actor.Kind actorKind,
        @Nullable String actor,
        String type,
        @Nullable String subject,
        @Nullable String reason) {

    /** What the vendor's people say to each other, and comments on approvals, which are not promised to the company. */
    private static final Set<String> INTERNAL = Set.of(
            "APPROVED",
            "LISTING_APPROVED",
            "CHECK_CONFIRMED",
            "REWARD_HANDED_OVER",
            "CO_FUNDING_APPROVED_BY_MARKETING",
            "CO_FUNDING_QUEUED",
            "CO_FUNDING_AUTHORIZED",
            "CO_FUNDING_SENT_BACK",
            "CO_FUNDING_SHORT",
            "CO_FUNDING_CLAIM_ACCEPTED",
            "CO_FUNDING_CLAIM_AUTHORIZED",
            "CO_FUNDING_CLAIM_SENT_BACK");

    /** Whether the reason is not for the company's eyes. */
    public boolean isReasonInternal() {
        return INTERNAL.contains(type);
    }
}
