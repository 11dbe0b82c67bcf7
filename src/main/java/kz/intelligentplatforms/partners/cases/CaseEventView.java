package kz.intelligentplatforms.partners.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a case's history.
 *
 * @param type what happened; its text is the message {@code case.event.<type>}
 * @param subject the part of the case it is about, as a message key
 * @param actor the user id where staff or a partner's user acted; not for the eyes of people outside
 * @param reason the words of whoever acted, as typed
 * @param reasonInternal whether the reason is not for the company's eyes
 */
public record CaseEventView(
        Instant happenedAt,
        Actor.Kind actorKind,
        @Nullable String actor,
        String type,
        @Nullable String subject,
        @Nullable String reason,
        boolean reasonInternal) {}
