package kz.intelligentplatforms.partners.cases;

import org.jspecify.annotations.Nullable;

/**
 * Who did something in a case.
 *
 * @param userId the engine's user id of staff and partners who are signed in
 */
public record Actor(Kind kind, @Nullable String userId) {

    /** The company itself, through the tracker. */
    public static final Actor APPLICANT = new Actor(Kind.APPLICANT, null);

    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null);

    /** A partner's user, on the portal. */
    public static Actor partner(String userId) {
        return new Actor(Kind.PARTNER, userId);
    }

    public static Actor staff(String userId) {
        return new Actor(Kind.STAFF, userId);
    }

    /** What people outside may know of who acted. */
    public enum Kind {
        APPLICANT,
        PARTNER,
        STAFF,
        SYSTEM
    }
}
