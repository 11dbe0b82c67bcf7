package kz.intelligentplatforms.partners.platform.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import kz.intelligentplatforms.partners.platform.ProgramSettings;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The one clock: the engine's, so that timers and the program's own dates can never disagree, and move together in tests. */
@Component
class EngineClock extends Clock {

    private final ZoneId zone;

    @Autowired
    EngineClock(ProgramSettings settings) {
        this(settings.timeZone());
    }

    private EngineClock(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new EngineClock(other);
    }

    @Override
    public Instant instant() {
        return ClockUtil.getCurrentTime().toInstant();
    }
}
