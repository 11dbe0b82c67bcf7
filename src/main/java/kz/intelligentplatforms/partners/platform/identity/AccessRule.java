package kz.intelligentplatforms.partners.platform.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * Who may ask for an address. Of several that fit, the one that says most counts.
 *
 * @param path with all that lies below it where it ends with {@code /**}
 * @param method the only one it speaks of, where it speaks of one
 * @param groups whoever is in one of them; null is everybody, signed in or not
 */
public record AccessRule(
        String path, @Nullable HttpMethod method, @Nullable List<Group> groups) {

    public static AccessRule everybody(String path) {
        return new AccessRule(path, null, null);
    }

    public static AccessRule only(List<Group> groups, String path) {
        return new AccessRule(path, null, groups);
    }

    /** The same, of one method. */
    public AccessRule to(HttpMethod single) {
        return new AccessRule(path, single, groups);
    }
}
