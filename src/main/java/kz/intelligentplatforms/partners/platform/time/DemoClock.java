package kz.intelligentplatforms.partners.platform.time;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.joda.time.DateTimeUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Lets the one clock show other days for a while to whoever makes demo data, so that it has a past. Everybody else goes on seeing the
 * true time.
 */
@Component
@ConditionalOnProperty("program.demo")
public class DemoClock {

    /** What the clock shows to this thread, where it is not the true time. */
    private final ThreadLocal<Instant> shown = new ThreadLocal<>();

    /** Runs something that may {@link #show} any moment; afterwards the clock goes on as if nothing had been. */
    public void during(Runnable journey) {
        long before = ClockUtil.getCurrentTime().getTime();
        ClockUtil.reset();
        long ahead = before - ClockUtil.getCurrentTime().getTime();
        // The engine's clock is this library's, which asks one provider for all threads.
        DateTimeUtils.setCurrentMillisProvider(() -> {
            var moment = shown.get();
            return moment == null ? InstantSource.system().millis() + ahead : moment.toEpochMilli();
        });
        try {
            journey.run();
        } finally {
            shown.remove();
            ClockUtil.offset(ahead);
        }
    }

    /** The clock stands at this moment, for this thread. */
    public void show(Instant moment) {
        shown.set(moment);
    }

    /** When a job falls due; one without a timer as soon as it is there. */
    public Instant dueOf(Job job) {
        return Optional.ofNullable(job.getDuedate())
                .orElseGet(job::getCreateTime)
                .toInstant();
    }
}
