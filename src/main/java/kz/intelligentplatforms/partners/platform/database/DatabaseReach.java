package kz.intelligentplatforms.partners.platform.database;

import org.jspecify.annotations.Nullable;

/**
 * What the request at hand has found out about the database: once it got no connection, or lost its own, it asks for no other. It
 * would wait as long again for each, for its session, for its page, for the page that says what went wrong.
 */
public final class DatabaseReach {

    /** Null outside of requests, where whoever waits has time. */
    private static final ThreadLocal<@Nullable Boolean> LOST = new ThreadLocal<>();

    private DatabaseReach() {}

    /** A request begins on this thread. */
    public static void begin() {
        LOST.set(false);
    }

    public static void end() {
        LOST.remove();
    }

    public static boolean isLost() {
        return Boolean.TRUE.equals(LOST.get());
    }

    static void lost() {
        if (LOST.get() != null) {
            LOST.set(true);
        }
    }
}
