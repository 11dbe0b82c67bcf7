package kz.intelligentplatforms.partners.notification;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sends the mails that wait, on two threads of its own: a mail server that does not answer holds up mails, not cases. The nodes share
 * the work; what a node has taken and not finished is another's after five minutes. Works where the engine's own jobs do.
 */
@Component
class MailWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MailWorker.class);

    private static final int THREADS = 2;

    /** Longer than the mail server may take for one mail, all its timeouts together. */
    private static final Duration LOCK = Duration.ofMinutes(5);

    /** For mails of other nodes, and those to be tried again; those of this node are announced. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private static final Duration STOPPING = Duration.ofSeconds(15);

    private final ExternalTaskService tasks;
    private final MailDelivery delivery;
    private final boolean enabled;
    private final String name = "mail-" + UUID.randomUUID();
    private final Semaphore announced = new Semaphore(0);
    private final AtomicBoolean running = new AtomicBoolean();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    MailWorker(
            ExternalTaskService tasks,
            MailDelivery delivery,
            @Value("${camunda.bpm.job-execution.enabled:true}") boolean enabled) {
        this.tasks = tasks;
        this.delivery = delivery;
        this.enabled = enabled;
    }

    /** There is a mail to send, and its transaction is through. */
    record Queued() {}

    @TransactionalEventListener(Queued.class)
    void lookNow() {
        announced.release();
    }

    private void work() {
        while (running.get()) {
            try {
                announced.drainPermits();
                var task = next();
                if (task.isPresent()) {
                    // Where one was there may be more, for the other thread.
                    announced.release();
                    delivery.deliver(task.get());
                } else {
                    await();
                }
            } catch (RuntimeException e) {
                LOG.warn("A mail has to wait: {}", e.getMessage());
                await();
            }
        }
    }

    /** One at a time, so that the two threads do not take the same. */
    private synchronized Optional<LockedExternalTask> next() {
        return tasks.fetchAndLock(1, name).topic(MailDelivery.TOPIC, LOCK.toMillis()).execute().stream()
                .findFirst();
    }

    private void await() {
        try {
            announced.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            running.set(false);
        }
    }

    @Override
    public void start() {
        running.set(true);
        for (int i = 0; i < THREADS; i++) {
            var thread = new Thread(this::work, "mail");
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    /** Lets what is being sent arrive. Not by an interrupt, which the embedded database does not survive. */
    @Override
    public void stop() {
        running.set(false);
        announced.release(THREADS);
        var end = System.nanoTime() + STOPPING.toNanos();
        for (var thread : threads) {
            try {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    @Override
    public boolean isAutoStartup() {
        return enabled;
    }
}
