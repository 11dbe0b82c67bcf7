package kz.intelligentplatforms.partners.funds;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kz.intelligentplatforms.partners.platform.submission.Submission;
import kz.intelligentplatforms.partners.platform.submission.Submissions;
import kz.intelligentplatforms.partners.program.Activity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** A year's budget for people: what finance puts into its funds, and what became of it. */
@Service
public class Budgets {

    private static final String FUND = "select id, budget_year, purpose, allocated, reserved, paid from co_fund";

    private final FundLedger ledger;
    private final JdbcClient jdbc;
    private final Submissions submissions;

    Budgets(FundLedger ledger, JdbcClient jdbc, Submissions submissions) {
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.submissions = submissions;
    }

    /**
     * Adds money to a fund, which begins to exist with its first money.
     *
     * @param activity null for the fund of all that have none of their own
     * @param amount in KZT, positive
     * @param submissionKey of the form: posted once however often it is sent
     * @return the fund's id
     * @throws kz.intelligentplatforms.partners.platform.submission.SubmissionReused when it was sent with other content; names the fund
     */
    public long allocate(
            int year,
            @Nullable Activity activity,
            BigDecimal amount,
            String reason,
            String submissionKey,
            String user) {
        var form = Submission.of(submissionKey, Arrays.asList(year, activity, plain(amount), reason));
        return Long.parseLong(
                submissions.once(form, () -> String.valueOf(ledger.allocate(year, activity, amount, reason, user))));
    }

    /**
     * Corrects what is allocated to a fund.
     *
     * @param change in KZT, up or down, not zero
     * @param submissionKey of the form: posted once however often it is sent
     * @throws FundTooSmall when more than the new sum is reserved or paid already
     * @throws kz.intelligentplatforms.partners.platform.submission.SubmissionReused when it was sent with other content; names the fund
     */
    public void adjust(long fundId, BigDecimal change, String reason, String submissionKey, String user) {
        submissions.once(Submission.of(submissionKey, List.of(fundId, plain(change), reason)), () -> {
            ledger.adjust(fundId, change, reason, user);
            return String.valueOf(fundId);
        });
    }

    /** However many zeros were typed. */
    private static String plain(BigDecimal sum) {
        return sum.stripTrailingZeros().toPlainString();
    }

    /** The years that have a budget, the latest first. */
    public List<Integer> years() {
        return jdbc.sql("select distinct budget_year from co_fund order by budget_year desc")
                .query(Integer.class)
                .list();
    }

    /** The funds of a year, the general one first. */
    public List<FundView> ofYear(int year) {
        return jdbc.sql(FUND + " where budget_year = ? order by case when purpose = 'GENERAL' then 0 else 1 end, id")
                .param(year)
                .query(FundLedger::fund)
                .list();
    }

    public Optional<FundView> byId(long id) {
        return jdbc.sql(FUND + " where id = ?")
                .param(id)
                .query(FundLedger::fund)
                .optional();
    }

    /** Several funds in one query, in no order. */
    public List<FundView> byIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(FUND + " where id in (:ids)")
                        .param("ids", ids)
                        .query(FundLedger::fund)
                        .list();
    }

    /**
     * What a partner has of a year's budget, in KZT.
     *
     * @param reserved set aside now
     */
    public record Holding(long partnerId, BigDecimal reserved, BigDecimal paid) {}

    /** Who has what of a year's budget, those with most first; partners with nothing now are left out. */
    public List<Holding> holdersOf(int year) {
        return jdbc.sql(HOLDINGS
                        + " group by e.partner_id having sum(case when e.kind = 'PAID' then e.amount else 0 end) <> 0"
                        + " or " + RESERVED + " <> 0 order by " + RESERVED
                        + " + sum(case when e.kind = 'PAID' then e.amount else 0 end) desc, e.partner_id")
                .param(year)
                .query(Budgets::holding)
                .list();
    }

    /** What one partner has of a year's budget. */
    public Holding holdingOf(long partnerId, int year) {
        return jdbc.sql(HOLDINGS + " and e.partner_id = ? group by e.partner_id")
                .params(year, partnerId)
                .query(Budgets::holding)
                .optional()
                .orElse(new Holding(partnerId, BigDecimal.ZERO, BigDecimal.ZERO));
    }

    private static final String RESERVED =
            "sum(case e.kind when 'RESERVED' then e.amount when 'RELEASED' then -e.amount when 'PAID' then -e.amount else 0 end)";
    private static final String HOLDINGS = "select e.partner_id, " + RESERVED
            + " as reserved, sum(case when e.kind = 'PAID' then e.amount else 0 end) as paid from co_fund_entry e"
            + " join co_fund f on f.id = e.fund_id where f.budget_year = ? and e.partner_id is not null";

    private static Holding holding(ResultSet row, int number) throws SQLException {
        return new Holding(row.getLong("partner_id"), row.getBigDecimal("reserved"), row.getBigDecimal("paid"));
    }
}
