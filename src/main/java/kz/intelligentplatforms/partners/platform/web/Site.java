package kz.intelligentplatforms.partners.platform.web;

import java.util.List;
import java.util.Set;
import kz.intelligentplatforms.partners.platform.identity.Access;
import kz.intelligentplatforms.partners.platform.identity.Group;
import org.springframework.http.HttpMethod;

/**
 * What every page knows, for {@code layout.html}.
 *
 * @param userName who is signed in; empty when nobody is
 * @param groups theirs
 * @param path of the page, without the query
 * @param styles addresses of the style sheets of all modules, the platform's first
 * @param sections of all modules, whoever may open them, from the left
 */
public record Site(
        String vendorName,
        List<Language> languages,
        String userName,
        Set<String> groups,
        String path,
        List<String> styles,
        List<NavigationEntry> sections,
        Access access) {

    /**
     * A language to switch to.
     *
     * @param link this page in that language: a query only, so that it cannot lead elsewhere
     */
    public record Language(String code, String link, boolean current) {}

    public boolean isSignedIn() {
        return !userName.isEmpty();
    }

    /** Whether whoever is signed in may ask for an address of this application. */
    public boolean mayOpen(String address) {
        return access.admits(HttpMethod.GET, address, groups);
    }

    /** Whether whoever is signed in may send a form to an address of this application. */
    public boolean maySend(String address) {
        return access.admits(HttpMethod.POST, address, groups);
    }

    /** The sections that this reader is led to, from the left. */
    public List<NavigationEntry> navigation() {
        return sections.stream()
                .filter(entry -> !isIn(entry.notFor())
                        && (entry.onlyFor().isEmpty() ? mayOpen(entry.path()) : isIn(entry.onlyFor())))
                .toList();
    }

    /** Whether this page belongs to {@code entry}: to no other one more than to it. */
    public boolean isAt(NavigationEntry entry) {
        int covered = entry.covers(path);
        return covered > 0 && navigation().stream().noneMatch(other -> other.covers(path) > covered);
    }

    private boolean isIn(List<Group> some) {
        return some.stream().anyMatch(group -> groups.contains(group.id()));
    }
}
