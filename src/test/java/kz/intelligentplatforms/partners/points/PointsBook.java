package kz.intelligentplatforms.partners.points;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.CaseStep;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.CommonEvent;
import kz.intelligentplatforms.partners.points.accrual.AccrualStage;
import kz.intelligentplatforms.partners.points.accrual.PointsAccrualProcess;
import kz.intelligentplatforms.partners.program.Quarter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Purchases, runs and entries written down without the way they take. */
public class PointsBook {

    private final JdbcClient jdbc;
    private final PointsLedger ledger;
    private final Cases cases;
    private final TransactionTemplate transaction;

    public PointsBook(JdbcClient jdbc, PointsLedger ledger, Cases cases, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.cases = cases;
        this.transaction = transaction;
    }

    /** A purchase of KZT, or a return; gives its document number. */
    public String buy(long partner, LocalDate day, String amount) {
        var document = "D-" + UUID.randomUUID();
        buy(partner, day, amount, document);
        return document;
    }

    public void buy(long partner, LocalDate day, String amount, String document) {
        jdbc.sql(
                        "insert into purchase (document_number, number_key, kind, document_year, partner_id, purchased_on, amount, source,"
                                + " received_at, received_by) values (?, ?, 'SALE', ?, ?, ?, ?, 'API', ?, 'erp')")
                .params(
                        document,
                        document,
                        day.getYear(),
                        partner,
                        day,
                        new BigDecimal(amount),
                        Timestamp.from(day.atStartOfDay().toInstant(ZoneOffset.UTC)))
                .update();
    }

    /** A run that counts what there is now, and posts these points for the partner; 0 are no entry. */
    public String accrue(long partner, Quarter quarter, String termTotal, long entitlement, long points) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var number = cases.open(
                    PointsAccrualProcess.CASES,
                    quarter.toString(),
                    "",
                    CaseStep.closed(AccrualStage.POSTED),
                    Actor.SYSTEM,
                    CommonEvent.APPLIED);
            jdbc.sql(
                            "insert into accrual_run (case_number, quarter, status, counted_to, calculation, progress, partner_count,"
                                    + " points, unmatched_count, unmatched_sum, posted_at, version)"
                                    + " select ?, ?, 'POSTED', coalesce(max(id), 0), 'WHOLE_SUM', 0, 1, ?, 0, 0, ?, 0 from purchase")
                    .params(number, quarter.toString(), points, Timestamp.from(Instant.parse("2026-01-12T06:00:00Z")))
                    .update();
            jdbc.sql(
                            "insert into accrual_line (case_number, partner_id, purchase_count, term_total, quarter_total,"
                                    + " previous_total, entitlement, posted_before, points, grown) values (?, ?, 1, ?, 0, 0, ?, ?, ?, false)")
                    .params(number, partner, new BigDecimal(termTotal), entitlement, entitlement - points, points)
                    .update();
            if (points != 0) {
                var one = new TreeMap<Long, Long>();
                one.put(partner, points);
                ledger.postAll(EntryKind.ACCRUAL, quarter, number, "the-finance", one);
            }
            return number;
        }));
    }

    public void adjust(long partner, Quarter quarter, long points, String reason) {
        transaction.executeWithoutResult(status -> ledger.post(new NewEntry(
                partner,
                EntryKind.ADJUSTMENT,
                points,
                quarter,
                UUID.randomUUID().toString(),
                "the-finance",
                null,
                reason)));
    }

    public void reserve(long partner, long points) {
        transaction.executeWithoutResult(status -> ledger.reserve(partner, points));
    }
}
