package kz.intelligentplatforms.partners.points;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.program.Quarter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Points at a glance, of one partner and of all. */
@Service
@Transactional(readOnly = true)
public class PointsSummaries {

    private final JdbcClient jdbc;
    private final PointsLedger ledger;
    private final PurchaseHistory purchases;
    private final PointsRules rules;
    private final Clock clock;

    PointsSummaries(JdbcClient jdbc, PointsLedger ledger, PurchaseHistory purchases, PointsRules rules, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.purchases = purchases;
        this.rules = rules;
        this.clock = clock;
    }

    public PointsSummary of(PartnerView partner) {
        var today = currentQuarter();
        return new PointsSummary(
                ledger.balanceOf(partner.id()),
                today.year(),
                purchases.total(partner.id(), today.year()),
                rules.rates(),
                rules.accruingTiers().contains(partner.tier()),
                accrued(partner.id(), today.year()));
    }

    private long accrued(long partnerId, int year) {
        return jdbc.sql("select coalesce(sum(points), 0) from points_entry"
                        + " where partner_id = ? and kind = 'ACCRUAL' and quarter between ? and ?")
                .params(partnerId, new Quarter(year, 1).toString(), new Quarter(year, 4).toString())
                .query(Long.class)
                .single();
    }

    /** The last quarters, the current one included, oldest first. */
    public List<QuarterFigures> lastQuarters(long partnerId, int count) {
        var last = currentQuarter();
        var first = Stream.iterate(last, Quarter::previous)
                .skip(count - 1L)
                .findFirst()
                .orElse(last);
        var bought = purchases.byQuarter(partnerId, first, last);
        var accrued = new HashMap<String, Long>();
        jdbc.sql("select quarter, sum(points) from points_entry"
                        + " where partner_id = ? and kind = 'ACCRUAL' and quarter between ? and ? group by quarter")
                .params(partnerId, first.toString(), last.toString())
                .query(row -> {
                    accrued.put(row.getString(1), row.getLong(2));
                });
        return Stream.iterate(first, Quarter::next)
                .limit(count)
                .map(quarter -> new QuarterFigures(
                        quarter,
                        bought.getOrDefault(quarter, BigDecimal.ZERO),
                        accrued.getOrDefault(quarter.toString(), 0L)))
                .toList();
    }

    public PointsTotals totals() {
        var quarter = currentQuarter();
        return jdbc.sql("select a.*, e.* from"
                        + " (select count(*), coalesce(sum(balance), 0), coalesce(sum(reserved), 0) from points_account) a(n, b, r),"
                        + " (select count(*), coalesce(sum(points), 0) from points_entry where quarter = ?) e(n, p)")
                .param(quarter.toString())
                .query((row, number) -> new PointsTotals(
                        row.getLong(1), row.getLong(2), row.getLong(3), quarter, row.getLong(4), row.getLong(5)))
                .single();
    }

    private Quarter currentQuarter() {
        return Quarter.of(LocalDate.now(clock));
    }
}
