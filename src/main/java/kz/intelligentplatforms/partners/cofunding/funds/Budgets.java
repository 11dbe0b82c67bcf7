package kz.intelligentplatforms.partners.cofunding.funds;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import kz.intelligentplatforms.partners.program.Activity;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** A year's budget for people: what finance puts into its funds, and what became of it. */
@Service
public class Budgets {

    private static final String FUND = "select id, budget_year, purpose, allocated, reserved, paid from co_fund";
    private static final String ENTRY =
            "select id, fund_id, seq, kind, amount, case_number, partner_id, posted_at, posted_by, reason, allocated, reserved,"
                    + " paid from co_fund_entry";

    private final FundLedger ledger;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Budgets(FundLedger ledger, JdbcClient jdbc, TransactionTemplate transaction) {
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Adds money to a fund, which begins to exist with its first money.
     *
     * @param activity null for the fund of all that have none of their own
     * @param amount in KZT, positive
     * @param submissionKey of the form: posted once however often it is sent
     * @return the fund's id
     */
    public long allocate(
            int year,
            @Nullable Activity activity,
            BigDecimal amount,
            String reason,
            String submissionKey,
            String user) {
        return once(() -> ledger.allocate(year, activity, amount, reason, submissionKey, user));
    }

    /**
     * Corrects what is allocated to a fund.
     *
     * @param change in KZT, up or down, not zero
     * @param submissionKey of the form: posted once however often it is sent
     * @throws FundTooSmall when more than the new sum is reserved or paid already
     */
    public void adjust(long fundId, BigDecimal change, String reason, String submissionKey, String user) {
        once(() -> {
            ledger.adjust(fundId, change, reason, submissionKey, user);
            return fundId;
        });
    }

    private long once(Supplier<Long> step) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> step.get()));
        } catch (DataIntegrityViolationException e) {
            // Somebody else was faster with the same form, or opened the same fund: now we see it.
            return Objects.requireNonNull(transaction.execute(status -> step.get()));
        }
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

    /**
     * Which entries of a fund to list.
     *
     * @param kind only these, where there is one
     * @param partnerId only this partner's, where there is one
     */
    public record Filter(@Nullable EntryKind kind, @Nullable Long partnerId) {}

    /** A fund's entries, newest first; {@code page} counts from 0. */
    public List<FundEntry> entriesOf(long fundId, Filter filter, int page, int size) {
        return jdbc.sql(ENTRY + " where fund_id = :fund" + conditions(filter)
                        + " order by seq desc limit :size offset :offset")
                .param("fund", fundId)
                .params(values(filter))
                .param("size", size)
                .param("offset", (long) page * size)
                .query(Budgets::entry)
                .list();
    }

    /** How many entries of a fund a filter lets through. */
    public int entryCountOf(long fundId, Filter filter) {
        return jdbc.sql("select count(*) from co_fund_entry where fund_id = :fund" + conditions(filter))
                .param("fund", fundId)
                .params(values(filter))
                .query(Integer.class)
                .single();
    }

    private static String conditions(Filter filter) {
        return (filter.kind() == null ? "" : " and kind = :kind")
                + (filter.partnerId() == null ? "" : " and partner_id = :partner");
    }

    private static Map<String, Object> values(Filter filter) {
        var values = new HashMap<String, Object>();
        if (filter.kind() != null) {
            values.put("kind", filter.kind().name());
        }
        if (filter.partnerId() != null) {
            values.put("partner", filter.partnerId());
        }
        return values;
    }

    /** All that happened to a case's money, oldest first. */
    public List<FundEntry> entriesOf(String caseNumber) {
        return jdbc.sql(ENTRY + " where case_number = ? order by id")
                .param(caseNumber)
                .query(Budgets::entry)
                .list();
    }

    private static Holding holding(ResultSet row, int number) throws SQLException {
        return new Holding(row.getLong("partner_id"), row.getBigDecimal("reserved"), row.getBigDecimal("paid"));
    }

    private static FundEntry entry(ResultSet row, int number) throws SQLException {
        return new FundEntry(
                row.getLong("id"),
                row.getLong("fund_id"),
                row.getInt("seq"),
                EntryKind.valueOf(row.getString("kind")),
                row.getBigDecimal("amount"),
                row.getString("case_number"),
                row.getObject("partner_id", Long.class),
                row.getTimestamp("posted_at").toInstant(),
                row.getString("posted_by"),
                row.getString("reason"),
                row.getBigDecimal("allocated"),
                row.getBigDecimal("reserved"),
                row.getBigDecimal("paid"));
    }
}
