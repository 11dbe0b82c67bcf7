package kz.intelligentplatforms.partners.cofunding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.intelligentplatforms.partners.testing.Migrations;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The claims that release 1 kept with their requests, at every stage at which there are any. */
class ClaimsMigrationIT {

    private static final String SHORT = "Одобрено 900 ₸, а в бюджете 2026 года свободно 1 ₸.";
    private static final String QUEUE_OVER =
            "Очередь до этого запроса не дошла, а ждать дальше нельзя. Решите, как быть.";
    private static final String QUESTION = "Почему так дорого?";

    private static JdbcClient jdbc;

    @BeforeAll
    static void migrate() {
        var database = new Migrations("claims");
        jdbc = database.jdbc();
        database.to("21");
        jdbc.sql("""
                insert into partner (country, tax_number, name, name_key, search_text, city, address, phone, contact_name,
                    contact_position, contact_email, contact_phone, mail_domain, language, tier, service_status, registered_at, version)
                values ('KZ', '1', 'Partner', '', '', '', '', '', '', '', '', '', '', 'ru', 'CORPORATE_RESELLER', false,
                    current_timestamp, 0)""").update();
        asked("REVIEW", SHORT, "finance");
        asked("REVIEW", QUEUE_OVER, "finance");
        asked("REVIEW", QUESTION, null);
        asked("APPROVED", "", "finance");
        for (var stage :
                List.of("PROOF", "CLAIM", "APPEAL", "APPEAL_REVIEW", "REFUSED", "EXPIRED", "WITHDRAWN", "CANCELLED")) {
            claimed(stage, "", null, null);
        }
        claimed("CLAIM", QUESTION, 500, null);
        claimed("CLAIM_AUTHORIZATION", "", 500, null);
        claimed("SETTLEMENT", "", 500, null);
        claimed("PAID", "", 500, 500);
        database.to("22");
    }

    private static String asked(String stage, String earlier, @Nullable String authorizedBy) {
        var number = stage
                + jdbc.sql("select count(*) from program_case")
                        .query(Integer.class)
                        .single();
        jdbc.sql("insert into program_case (case_number, kind, title, identity, stage, turn, opened_at, version)"
                        + " values (?, 'CO_FUNDING', '', '', ?, 'VENDOR', current_timestamp, 0)")
                .params(number, stage)
                .update();
        jdbc.sql("""
                insert into co_request (case_number, partner_id, activity, title, description, city, starts_on, ends_on, audience,
                    expected_leads, asked, approved, finance_above, claim_days, proofs, extended, earlier, authorized_by, submitted_at,
                    submitted_by, version)
                select ?, id, 'EVENT', '', '', '', current_date, current_date, '', 0, 900, 900, 100, 30, '', false, ?, ?,
                    current_timestamp, 'partner', 0 from partner""").params(number, earlier, authorizedBy).update();
        jdbc.sql("insert into co_cost_line (case_number, line_no, title, cost) values (?, 1, 'Hall', 1000)")
                .param(number)
                .update();
        return number;
    }

    private static void claimed(String stage, String earlier, @Nullable Integer payable, @Nullable Integer paid) {
        var number = asked(stage, earlier, "finance");
        jdbc.sql("""
                update co_request set claimed = 800, payable = ?, paid = ?, claim_report = 'Report', claim_due_on = current_date,
                    decision_reason = 'Reason' where case_number = ?""").params(payable, paid, number).update();
        jdbc.sql("update co_cost_line set spent = 900, invoice_number = '17', invoice_key = '17' where case_number = ?")
                .param(number)
                .update();
    }

    @Test
    void theStateOfAClaimIsThatOfItsCase() {
        assertThat(answers("select case_number, state from co_claim"))
                .containsOnly(
                        entry("PROOF4", "RETURNED"),
                        entry("CLAIM5", "SUBMITTED"),
                        entry("APPEAL6", "REFUSED"),
                        entry("APPEAL_REVIEW7", "APPEALED"),
                        entry("REFUSED8", "REFUSED"),
                        entry("EXPIRED9", "RETURNED"),
                        entry("WITHDRAWN10", "GIVEN_UP"),
                        entry("CANCELLED11", "GIVEN_UP"),
                        entry("CLAIM12", "SUBMITTED"),
                        entry("CLAIM_AUTHORIZATION13", "ACCEPTED"),
                        entry("SETTLEMENT14", "PAYABLE"),
                        entry("PAID15", "PAID"));
    }

    @Test
    void whatWasSpentIsKeptWithTheClaim() {
        assertThat(answers("select case_number, invoice_number || ' ' || invoice_key from co_claim_line"))
                .hasSize(12)
                .allSatisfy((number, invoice) -> assertThat(invoice).isEqualTo("17 17"));
        assertThat(answers("select case_number, report || ' ' || decision_reason from co_claim"))
                .allSatisfy((number, words) -> assertThat(words).isEqualTo("Report Reason"));
    }

    @Test
    void whyMarketingHasACaseAgainIsStillKnown() {
        assertThat(answers("select case_number, return_cause || ': ' || coalesce(return_note, '-') from co_request"
                        + " where return_cause is not null"))
                .containsOnly(
                        entry("REVIEW0", "SHORT: " + SHORT),
                        entry("REVIEW1", "QUEUE_OVER: -"),
                        entry("REVIEW2", "FINANCE: " + QUESTION));
        assertThat(answers("select case_number, return_cause || ': ' || return_note from co_claim"
                        + " where return_cause is not null"))
                .containsOnly(entry("CLAIM12", "FINANCE: " + QUESTION));
    }

    private static Map<String, String> answers(String sql) {
        var answers = new HashMap<String, String>();
        jdbc.sql(sql).query(row -> {
            answers.put(row.getString(1), row.getString(2));
        });
        return answers;
    }
}
