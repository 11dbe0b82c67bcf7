package kz.intelligentplatforms.partners.casework;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.CaseEventView;
import kz.intelligentplatforms.partners.cases.CaseView;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Histories of cases with the names of who acted, in two queries however many cases there are. */
@Component
public class CaseHistories {

    private final Cases cases;
    private final Accounts accounts;

    CaseHistories(Cases cases, Accounts accounts) {
        this.cases = cases;
        this.accounts = accounts;
    }

    /** A line of a history; see {@link CaseEventView}. */
    public record Line(
            Instant happenedAt,
            Actor.Kind actorKind,
            @Nullable String name,
            String type,
            @Nullable String subject,
            @Nullable String reason) {}

    /** By case number, oldest line first. */
    public Map<String, List<Line>> of(List<CaseView> views) {
        var histories = cases.histories(views.stream().map(CaseView::number).toList());
        var names = accounts.namesOf(histories.values().stream()
                .flatMap(List::stream)
                .map(CaseEventView::actor)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var lines = new LinkedHashMap<String, List<Line>>();
        histories.forEach((number, events) -> lines.put(
                number, events.stream().map(event -> line(event, names)).toList()));
        return lines;
    }

    private static Line line(CaseEventView event, Map<String, String> names) {
        var name = event.actor() == null ? null : names.getOrDefault(event.actor(), event.actor());
        return new Line(event.happenedAt(), event.actorKind(), name, event.type(), event.subject(), event.reason());
    }
}
