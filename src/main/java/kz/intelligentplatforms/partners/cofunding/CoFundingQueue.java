package kz.intelligentplatforms.partners.cofunding;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import kz.intelligentplatforms.partners.funds.FundLedger;
import kz.intelligentplatforms.partners.funds.FundReplenished;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The requests that wait for money, who came first first. They are looked at whenever there is more money, or one more who waits, and at
 * night for what a crash may have left.
 */
@Component
class CoFundingQueue {

    private static final Logger LOG = LoggerFactory.getLogger(CoFundingQueue.class);

    private final CoFundingRequests requests;
    private final CoFundingSteps steps;
    private final CoFundingProcess process;
    private final FundLedger ledger;
    private final TransactionTemplate transaction;
    private final ThreadPoolTaskScheduler scheduler;

    CoFundingQueue(
            CoFundingRequests requests,
            CoFundingSteps steps,
            CoFundingProcess process,
            FundLedger ledger,
            PlatformTransactionManager transactions,
            ThreadPoolTaskScheduler scheduler) {
        this.requests = requests;
        this.steps = steps;
        this.process = process;
        this.ledger = ledger;
        this.transaction = new TransactionTemplate(transactions);
        this.scheduler = scheduler;
    }

    /**
     * Once the change is there for all to see, and not by whoever brought it about: it has no rights on others' cases, and need not wait
     * for them.
     */
    @TransactionalEventListener({FundReplenished.class, QueueJoined.class})
    void wakeSoon() {
        scheduler.execute(this::wake);
    }

    /** Lets go on those whose money is there by now; where it is too little for one, those behind it wait, too. */
    @Scheduled(cron = "0 15 4 * * *", zone = "${program.time-zone}")
    void wake() {
        var left = new HashMap<Long, BigDecimal>();
        for (var number : requests.queued()) {
            try {
                transaction.executeWithoutResult(status -> wake(number, left));
            } catch (OptimisticLockingException
                    | ConcurrencyFailureException
                    | MismatchingMessageCorrelationException e) {
                // Somebody else was there at the same moment: it goes its own way.
                LOG.debug("{}: moved on by itself", number);
            }
        }
    }

    /** @param left how much each fund has, in KZT, less what those ahead in this round need */
    private void wake(String number, Map<Long, BigDecimal> left) {
        var request = steps.lock(number);
        var view = request.view();
        var fund = ledger.fundFor(view.startsOn().getYear(), view.activity());
        if (!request.isQueued() || fund.isEmpty()) {
            return;
        }
        var rest = left.getOrDefault(fund.get().id(), fund.get().available()).subtract(request.approved());
        left.put(fund.get().id(), rest);
        if (rest.signum() >= 0) {
            process.leaveQueue(request);
        }
    }
}
