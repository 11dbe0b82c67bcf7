package kz.intelligentplatforms.partners.points;

import kz.intelligentplatforms.partners.program.Quarter;
import org.jspecify.annotations.Nullable;

/**
 * An entry that is to be posted.
 *
 * @param points whole points, not 0
 * @param quarter the quarter it counts for
 * @param reference unique, so that nothing is posted twice: without {@code |}
 * @param postedBy user id of whoever decided on it
 * @param reason as typed; empty where the kind says it all
 */
public record NewEntry(
        long partnerId,
        EntryKind kind,
        long points,
        Quarter quarter,
        String reference,
        String postedBy,
        @Nullable String caseNumber,
        String reason) {}
