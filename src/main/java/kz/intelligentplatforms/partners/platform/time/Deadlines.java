package kz.intelligentplatforms.partners.platform.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.platform.ProgramSettings;
import org.springframework.stereotype.Component;

/** The deadlines of {@code program.deadlines}, counted from now. The models name them: {@code ${deadlines.at('...')}}. */
@Component
public class Deadlines {

    /** A deadline in working days ends with the working day. */
    private static final LocalTime CLOSE_OF_BUSINESS = LocalTime.of(18, 0);

    private final Map<String, Span> spans;
    private final ProgramSettings settings;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Deadlines(ProgramSettings settings, WorkingCalendar calendar, Clock clock) {
        this.settings = settings;
        this.calendar = calendar;
        this.clock = clock;
        this.spans = settings.deadlines().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> Span.parse(entry.getKey(), entry.getValue())));
    }

    /**
     * When the named deadline is over, if it starts now: a {@link Date}, as the engine's timers and due dates take it.
     *
     * @throws IllegalArgumentException when the settings know no such deadline
     */
    public Date at(String name) {
        return Date.from(instantAt(name));
    }

    /** As {@link #at}. */
    public Instant instantAt(String name) {
        var span = spans.get(name);
        if (span == null) {
            throw new IllegalArgumentException("program.deadlines has no \"" + name + "\"");
        }
        var now = ZonedDateTime.now(clock).withZoneSameInstant(settings.timeZone());
        return span.working()
                ? calendar.plusWorkingDays(now.toLocalDate(), span.days())
                        .atTime(CLOSE_OF_BUSINESS)
                        .atZone(settings.timeZone())
                        .toInstant()
                : now.plus(Period.ofDays(span.days())).toInstant();
    }

    private record Span(int days, boolean working) {

        private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,3})(wd|d)");

        static Span parse(String name, String text) {
            var match = FORM.matcher(text);
            if (!match.matches()) {
                throw new IllegalArgumentException(
                        "program.deadlines." + name + " is \"" + text + "\": write 2wd (working days) or 7d (days)");
            }
            return new Span(Integer.parseInt(match.group(1)), match.group(2).equals("wd"));
        }
    }
}
