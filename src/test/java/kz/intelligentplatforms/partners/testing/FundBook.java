package kz.intelligentplatforms.partners.testing;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.CaseStep;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.CommonEvent;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.cofunding.CoFundingProcess;
import kz.intelligentplatforms.partners.cofunding.Stage;
import kz.intelligentplatforms.partners.funds.Budgets;
import kz.intelligentplatforms.partners.funds.FundLedger;
import kz.intelligentplatforms.partners.funds.FundView;
import kz.intelligentplatforms.partners.program.Activity;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Funds with money in them, and cases that take it, without the process that decides about them. */
public class FundBook {

    private static final AtomicInteger LAST_YEAR = new AtomicInteger(2100);

    private final Budgets budgets;
    private final FundLedger ledger;
    private final Cases cases;
    private final TransactionTemplate transaction;

    FundBook(Budgets budgets, FundLedger ledger, Cases cases, TransactionTemplate transaction) {
        this.budgets = budgets;
        this.ledger = ledger;
        this.cases = cases;
        this.transaction = transaction;
    }

    /** A case and its partner. */
    public record Holder(String caseNumber, long partnerId) {}

    /** A year in which nobody else has a fund. */
    public int newYear() {
        return LAST_YEAR.incrementAndGet();
    }

    /** Puts money into a fund, which may be new; gives its id. */
    public long allocate(int year, @Nullable Activity activity, String amount) {
        return budgets.allocate(
                year,
                activity,
                new BigDecimal(amount),
                "For tests",
                UUID.randomUUID().toString(),
                "the-finance");
    }

    public FundView fund(long id) {
        return budgets.byId(id).orElseThrow();
    }

    /** A new case of a partner, without a process. */
    public Holder holder(long partnerId) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var number = cases.open(
                    CoFundingProcess.CASES,
                    "Case",
                    "",
                    new CaseStep(Stage.RECEIVED, Turn.VENDOR, null),
                    Actor.SYSTEM,
                    CommonEvent.APPLIED);
            cases.assignTo(number, partnerId);
            return new Holder(number, partnerId);
        }));
    }

    public boolean reserve(Holder holder, int year, Activity activity, String amount) {
        return Objects.requireNonNull(transaction.execute(status -> ledger.reserve(
                holder.caseNumber(), holder.partnerId(), year, activity, new BigDecimal(amount), "the-finance")));
    }

    public BigDecimal release(Holder holder) {
        return Objects.requireNonNull(
                transaction.execute(status -> ledger.release(holder.caseNumber(), holder.partnerId(), "the-finance")));
    }

    public void pay(Holder holder, String amount) {
        transaction.executeWithoutResult(status ->
                ledger.pay(holder.caseNumber(), holder.partnerId(), new BigDecimal(amount), "Order 17", "the-finance"));
    }

    public BigDecimal heldBy(Holder holder) {
        return ledger.heldBy(holder.caseNumber());
    }
}
