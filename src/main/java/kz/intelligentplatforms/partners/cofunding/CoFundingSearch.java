package kz.intelligentplatforms.partners.cofunding;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.platform.text.SearchKey;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import kz.intelligentplatforms.partners.program.Activity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Requests of all partners, as the vendor's people look for them. */
@Service
public class CoFundingSearch {

    private static final String FROM =
            " from co_request r left join co_claim k on k.case_number = r.case_number join program_case c on c.case_number = r.case_number join partner p on p.id = r.partner_id where 1 = 1";

    private final JdbcClient jdbc;

    CoFundingSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In which order requests are listed. */
    public enum Order {
        NEWEST("r.case_number desc"),
        /** By the first day of the activity. */
        DAY("r.starts_on, r.case_number"),
        LATEST_DAY("r.starts_on desc, r.case_number desc");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }
    }

    /**
     * Which requests; what is null or empty says nothing.
     *
     * @param year in which the activity begins
     * @param text in the case number, the activity's title, or the partner's name, number or city
     */
    public record Query(
            String text,
            @Nullable Phase phase,
            @Nullable Activity activity,
            @Nullable Turn turn,
            @Nullable Integer year,
            @Nullable Long partnerId) {

        /** Every request of a partner. */
        public static Query ofPartner(long partnerId) {
            return new Query("", null, null, null, null, partnerId);
        }
    }

    /**
     * A request in a list; sums in KZT, null as long as there is none.
     *
     * @param dueAt until when it is that side's turn, where there is a deadline
     */
    public record Row(
            String caseNumber,
            long partnerId,
            String partnerName,
            String taxNumber,
            Activity activity,
            String title,
            LocalDate startsOn,
            LocalDate endsOn,
            BigDecimal asked,
            @Nullable BigDecimal approved,
            @Nullable BigDecimal claimed,
            @Nullable BigDecimal paid,
            Stage stage,
            Turn turn,
            @Nullable Instant dueAt) {}

    /** How many requests there are, and their sums in KZT. */
    public record Totals(int count, BigDecimal asked, BigDecimal approved, BigDecimal claimed, BigDecimal paid) {}

    /** @param page counts from 0 */
    public List<Row> list(Query query, Order order, int page, int size) {
        return jdbc.sql(
                        "select r.case_number, r.partner_id, p.name, p.tax_number, r.activity, r.title, r.starts_on, r.ends_on, r.asked,"
                                + " case when r.claim_due_on is not null then r.approved end as approved, k.claimed, case when k.state = 'PAID' then k.payable end as paid, c.stage, c.turn, c.due_at"
                                + FROM + conditions(query)
                                + " order by " + order.sql + " limit :size offset :offset")
                .params(values(query))
                .param("size", size)
                .param("offset", (long) page * size)
                .query(CoFundingSearch::row)
                .list();
    }

    public Totals totalsOf(Query query) {
        return jdbc.sql(
                        "select count(*) as requests, coalesce(sum(r.asked), 0) as asked, coalesce(sum(case when r.claim_due_on is not null then r.approved end), 0) as approved,"
                                + " coalesce(sum(k.claimed), 0) as claimed, coalesce(sum(case when k.state = 'PAID' then k.payable end), 0) as paid"
                                + FROM
                                + conditions(query))
                .params(values(query))
                .query((row, number) -> new Totals(
                        row.getInt("requests"),
                        row.getBigDecimal("asked"),
                        row.getBigDecimal("approved"),
                        row.getBigDecimal("claimed"),
                        row.getBigDecimal("paid")))
                .single();
    }

    private static String conditions(Query query) {
        return (query.text().isEmpty()
                        ? ""
                        : " and (lower(r.case_number) like :number escape '\\' or r.title_key like :text or p.search_text like :text)")
                + (query.phase() == null ? "" : " and c.stage in (:stages)")
                + (query.activity() == null ? "" : " and r.activity = :activity")
                + (query.turn() == null ? "" : " and c.turn = :turn")
                + (query.year() == null ? "" : " and r.starts_on between :first and :last")
                + (query.partnerId() == null ? "" : " and r.partner_id = :partner");
    }

    private static Map<String, Object> values(Query query) {
        var values = new HashMap<String, Object>();
        if (!query.text().isEmpty()) {
            var literal = InputText.cleanQuery(query.text()).toLowerCase(Locale.ROOT);
            values.put("text", SearchKey.pattern(query.text()));
            values.put("number", "%" + literal.replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        if (query.phase() != null) {
            values.put("stages", query.phase().stages().stream().map(Enum::name).toList());
        }
        if (query.activity() != null) {
            values.put("activity", query.activity().name());
        }
        if (query.turn() != null) {
            values.put("turn", query.turn().name());
        }
        if (query.year() != null) {
            values.put("first", LocalDate.of(query.year(), 1, 1));
            values.put("last", LocalDate.of(query.year(), 12, 31));
        }
        if (query.partnerId() != null) {
            values.put("partner", query.partnerId());
        }
        return values;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("case_number"),
                row.getLong("partner_id"),
                row.getString("name"),
                row.getString("tax_number"),
                Activity.valueOf(row.getString("activity")),
                row.getString("title"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getBigDecimal("asked"),
                row.getBigDecimal("approved"),
                row.getBigDecimal("claimed"),
                row.getBigDecimal("paid"),
                Stage.valueOf(row.getString("stage")),
                Turn.valueOf(row.getString("turn")),
                instant(row.getTimestamp("due_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }
}
