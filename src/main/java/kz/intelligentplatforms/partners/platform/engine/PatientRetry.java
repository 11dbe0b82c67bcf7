package kz.intelligentplatforms.partners.platform.engine;

import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * Lets a failed job without a retry cycle wait before it is tried again. The engine takes no cycle for a task's timeout, neither from
 * the model nor from its settings: it would try again at once, and give up within a second.
 */
final class PatientRetry extends DefaultJobRetryCmd {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    PatientRetry(String jobId, Throwable failure) {
        super(jobId, failure);
    }

    @Override
    protected void executeStandardStrategy(CommandContext context) {
        super.executeStandardStrategy(context);
        var job = getJob();
        if (job != null) {
            job.setDuedate(Date.from(ClockUtil.getCurrentTime().toInstant().plus(PAUSE)));
        }
    }
}
