package kz.intelligentplatforms.partners.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.platform.engine.TaskGroups;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose turn it is in words, the vendor's roles by name, and whether that side is late. Templates call it {@code @turns}. */
@Component("turns")
public class Turns {

    private final TaskGroups holders;
    private final Texts texts;
    private final Clock clock;

    Turns(TaskGroups holders, Texts texts, Clock clock) {
        this.holders = holders;
        this.texts = texts;
        this.clock = clock;
    }

    /** @param outside whether the company itself reads it */
    public String of(CaseView view, boolean outside) {
        return outside && view.turn() == Turn.COMPANY ? texts.get("case.turn.you") : of(view.turn(), view.holders());
    }

    /** @param groups who holds the case, where it is the vendor's turn; nobody between two tasks */
    public String of(Turn turn, @Nullable Set<Group> groups) {
        if (turn != Turn.VENDOR || groups == null || groups.isEmpty()) {
            return texts.get("case.turn." + turn);
        }
        var roles = groups.stream().map(group -> texts.get("role." + group)).collect(Collectors.joining(", "));
        return roles.substring(0, 1).toUpperCase(Locale.ROOT) + roles.substring(1);
    }

    /** Who of the vendor's people hold these cases, in one query. */
    public Map<String, Set<Group>> holdersOf(Collection<String> numbers) {
        return holders.of(numbers);
    }

    /** @param dueAt until when it is somebody's turn */
    public boolean isLate(@Nullable Instant dueAt) {
        return dueAt != null && dueAt.isBefore(clock.instant());
    }
}
