package kz.intelligentplatforms.partners.demo;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.platform.time.DemoClock;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * What is done on which day of the year before today, by the real processes: the one clock goes through those days, timers fire when
 * they are due, and forms are answered as Tasklist does it. All of it happens in one transaction, so that nobody sees half of a year.
 */
@Component
@ConditionalOnProperty("program.demo")
class DemoAgenda {

    private static final LocalTime MORNING = LocalTime.of(9, 20);
    private static final Duration BETWEEN = Duration.ofMinutes(17);
    private static final String PROCESS = "co-funding";

    private final FormService forms;
    private final HistoryService history;
    private final IdentityService identities;
    private final ManagementService management;
    private final EntityManager entities;
    private final DemoClock days;
    private final Clock clock;

    DemoAgenda(
            FormService forms,
            HistoryService history,
            IdentityService identities,
            ManagementService management,
            EntityManager entities,
            DemoClock days,
            Clock clock) {
        this.forms = forms;
        this.history = history;
        this.identities = identities;
        this.management = management;
        this.entities = entities;
        this.days = days;
        this.clock = clock;
    }

    /** Something that is done in the morning of a day. */
    record Step(LocalDate day, Runnable action) {}

    /** Lives through the days of these steps, one after the other, up to this moment. Steps of today and later do not come to pass. */
    void live(List<Step> steps) {
        var now = clock.instant();
        var today = LocalDate.now(clock);
        days.during(() -> {
            var last = Instant.MIN;
            for (var step : inOrder(steps, today)) {
                var morning = step.day().atTime(MORNING).atZone(clock.getZone()).toInstant();
                var moment = morning.isAfter(last) ? morning : last.plus(BETWEEN);
                runDue(last, moment);
                days.show(moment);
                step.action().run();
                settle();
                runDue(moment, moment);
                last = moment;
            }
            runDue(last, now);
        });
    }

    private static List<Step> inOrder(List<Step> steps, LocalDate today) {
        return steps.stream()
                .filter(step -> step.day().isBefore(today))
                .sorted(Comparator.comparing(Step::day))
                .toList();
    }

    /** The last working day up to this one, by the week alone. */
    static LocalDate workday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.with(DayOfWeek.FRIDAY);
            default -> day;
        };
    }

    /** One of the demo accounts answers the form of a task. */
    void answer(String user, Group group, String caseNumber, String taskKey, Map<String, Object> answers) {
        var task = Objects.requireNonNull(
                history.createHistoricTaskInstanceQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .taskDefinitionKey(taskKey)
                        .unfinished()
                        .singleResult(),
                () -> caseNumber + " has no " + taskKey);
        identities.setAuthentication(user, List.of(group.id()));
        try {
            forms.submitTaskForm(task.getId(), answers);
        } finally {
            identities.clearAuthentication();
        }
    }

    /** Runs what falls due until a moment, each at its own time, and what follows from it. */
    private void runDue(Instant from, Instant until) {
        var at = from;
        for (var job = next(until); job.isPresent(); job = next(until)) {
            at = Stream.of(at, days.dueOf(job.get()))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            days.show(at);
            management.executeJob(job.get().getId());
            settle();
        }
    }

    private Optional<Job> next(Instant until) {
        days.show(until);
        return management.createJobQuery().processDefinitionKey(PROCESS).executable().list().stream()
                .min(Comparator.comparing(days::dueOf));
    }

    /** Each step finds what the one before has written, as if it had been committed. */
    private void settle() {
        entities.flush();
        entities.clear();
    }
}
