package kz.intelligentplatforms.partners.points;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import kz.intelligentplatforms.partners.points.Statement.Calculated;
import kz.intelligentplatforms.partners.program.Quarter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The partners' statements. */
@Service
@Transactional(readOnly = true)
public class Statements {

    private final JdbcClient jdbc;
    private final PointsLedger ledger;
    private final PurchaseHistory purchases;
    private final Clock clock;

    Statements(JdbcClient jdbc, PointsLedger ledger, PurchaseHistory purchases, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.purchases = purchases;
        this.clock = clock;
    }

    /**
     * A partner's statement; nothing for a quarter that has not begun.
     *
     * @param maxPurchases how many purchases it lists
     */
    public Optional<Statement> of(long partnerId, Quarter quarter, int maxPurchases) {
        if (quarter.firstDay().isAfter(LocalDate.now(clock))) {
            return Optional.empty();
        }
        var run = run(partnerId, quarter);
        return Optional.of(new Statement(
                quarter,
                opening(partnerId, quarter),
                ledger.entriesOf(partnerId, quarter),
                purchases.countedIn(partnerId, quarter, maxPurchases),
                run.map(Run::postedAt),
                run.flatMap(Run::calculated)));
    }

    private long opening(long partnerId, Quarter quarter) {
        return jdbc.sql("select coalesce(sum(points), 0) from points_entry where partner_id = ? and quarter < ?")
                .params(partnerId, quarter.toString())
                .query(Long.class)
                .single();
    }

    private record Run(Instant postedAt, Optional<Calculated> calculated) {}

    private Optional<Run> run(long partnerId, Quarter quarter) {
        return jdbc.sql("select r.posted_at, l.term_total, l.entitlement, l.posted_before, l.points from accrual_run r"
                        + " left join accrual_line l on l.case_number = r.case_number and l.partner_id = ?"
                        + " where r.quarter = ? and r.posted_at is not null"
                        + " order by case when l.partner_id is null then 1 else 0 end, r.posted_at desc limit 1")
                .params(partnerId, quarter.toString())
                .query(Statements::run)
                .optional();
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        var total = row.getBigDecimal("term_total");
        return new Run(
                row.getTimestamp("posted_at").toInstant(),
                total == null
                        ? Optional.empty()
                        : Optional.of(new Calculated(
                                total,
                                row.getLong("entitlement"),
                                row.getLong("posted_before"),
                                row.getLong("points"))));
    }
}
