package kz.intelligentplatforms.partners.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Who may go through which door: all {@link AccessRules}, for the doors themselves and for pages that lead to them. */
@Component
public class Access {

    private final List<Door> doors;

    private record Door(PathPattern path, AccessRule rule) {

        private boolean isAt(HttpMethod method, PathContainer asked) {
            return (rule.method() == null || rule.method().equals(method)) && path.matches(asked);
        }

        private boolean admits(Collection<String> groups) {
            return rule.groups() == null || rule.groups().stream().anyMatch(group -> groups.contains(group.id()));
        }
    }

    /** @throws IllegalStateException when two rules speak of the same */
    public Access(List<AccessRules> modules) {
        var seen = new HashSet<String>();
        this.doors = modules.stream()
                .flatMap(module -> module.rules().stream())
                .map(rule -> new Door(PathPatternParser.defaultInstance.parse(rule.path()), rule))
                .sorted(Comparator.comparing(Door::path).thenComparing(door -> door.rule.method() == null))
                .toList();
        for (var door : doors) {
            if (!seen.add(door.rule.method() + " " + door.rule.path())) {
                throw new IllegalStateException("Two rules for " + door.rule.path());
            }
        }
    }

    /** @param groups ids of those of whoever asks; none of a stranger */
    public boolean admits(HttpServletRequest request, Collection<String> groups) {
        return doorAt(request).map(door -> door.admits(groups)).orElse(false);
    }

    /** Nobody gets in at this address by any method, because there is nothing. */
    public boolean isNowhere(HttpServletRequest request) {
        var path = pathOf(request);
        return doors.stream().noneMatch(door -> door.path.matches(path));
    }

    /** @param path of this application, without a query */
    public boolean admits(HttpMethod method, String path, Collection<String> groups) {
        return doorAt(method, PathContainer.parsePath(path))
                .map(door -> door.admits(groups))
                .orElse(false);
    }

    private Optional<Door> doorAt(HttpServletRequest request) {
        return doorAt(HttpMethod.valueOf(request.getMethod()), pathOf(request));
    }

    private static PathContainer pathOf(HttpServletRequest request) {
        var path = ServletRequestPathUtils.hasParsedRequestPath(request)
                ? ServletRequestPathUtils.getParsedRequestPath(request)
                : ServletRequestPathUtils.parse(request);
        return path.pathWithinApplication();
    }

    private Optional<Door> doorAt(HttpMethod method, PathContainer path) {
        return doors.stream().filter(door -> door.isAt(method, path)).findFirst();
    }
}
