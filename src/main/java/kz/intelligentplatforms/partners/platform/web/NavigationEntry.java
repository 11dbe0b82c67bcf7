package kz.intelligentplatforms.partners.platform.web;

import java.util.List;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.platform.identity.Group;

/**
 * A section of the site, for the bar on every page: a bean of the module that has its pages. Who may not open it does not see it.
 *
 * @param order among the others, from the left
 * @param path where it begins
 * @param text its name's message key
 * @param alsoAt what else belongs to it, beside what lies below {@code path}
 * @param onlyFor the only groups that are led there; empty for whoever may open it
 * @param notFor groups that are not led there though they may open it
 */
public record NavigationEntry(
        int order, String path, String text, List<String> alsoAt, List<Group> onlyFor, List<Group> notFor) {

    public NavigationEntry(int order, String path, String text) {
        this(order, path, text, List.of(), List.of(), List.of());
    }

    public NavigationEntry alsoAt(String other) {
        return new NavigationEntry(order, path, text, List.of(other), onlyFor, notFor);
    }

    public NavigationEntry onlyFor(List<Group> groups) {
        return new NavigationEntry(order, path, text, alsoAt, groups, notFor);
    }

    public NavigationEntry notFor(List<Group> groups) {
        return new NavigationEntry(order, path, text, alsoAt, onlyFor, groups);
    }

    /** How much of {@code page}'s path is this section's; 0 where the page is not in it. */
    int covers(String page) {
        return Stream.concat(Stream.of(path), alsoAt.stream())
                .filter(section -> page.equals(section) || (section.length() > 1 && page.startsWith(section + "/")))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
