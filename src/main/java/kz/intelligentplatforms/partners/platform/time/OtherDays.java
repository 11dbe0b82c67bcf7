package kz.intelligentplatforms.partners.platform.time;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Lets the one clock show other days for a while, so that demo data has a past. It does so for everybody in this machine's process. */
@Component
@ConditionalOnProperty("program.demo")
public class OtherDays {

    /** Runs something that may {@link #show} any moment; afterwards the clock goes on as if nothing had been. */
    public void during(Runnable journey) {
        long shown = ClockUtil.getCurrentTime().getTime();
        ClockUtil.reset();
        long ahead = shown - ClockUtil.getCurrentTime().getTime();
        try {
            journey.run();
        } finally {
            ClockUtil.offset(ahead);
        }
    }

    /** The clock stands at this moment. */
    public void show(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    /** When a job falls due; one without a timer as soon as it is there. */
    public Instant dueOf(Job job) {
        return Optional.ofNullable(job.getDuedate())
                .orElseGet(job::getCreateTime)
                .toInstant();
    }
}
