package kz.intelligentplatforms.partners.platform.engine;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/**
 * Reads the cron expressions of timers in the program's time zone. The engine would read them in the machine's, which is another one on
 * most servers. Other cycles are the engine's own.
 */
final class ProgramCycle extends CycleBusinessCalendar {

    private final ZoneId zone;

    ProgramCycle(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public Date resolveDuedate(String cycle, @Nullable Date after, long repeatOffset) {
        if (cycle.startsWith("R")) {
            return super.resolveDuedate(cycle, after, repeatOffset);
        }
        var from = after == null ? ClockUtil.getCurrentTime() : after;
        var next = CronExpression.parse(cycle).next(ZonedDateTime.ofInstant(from.toInstant(), zone));
        if (next == null) {
            throw new IllegalArgumentException("The cycle \"" + cycle + "\" has no end and no next time");
        }
        return Date.from(next.toInstant());
    }
}
