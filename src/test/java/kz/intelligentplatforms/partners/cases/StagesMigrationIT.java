package kz.intelligentplatforms.partners.cases;

import static org.assertj.core.api.Assertions.assertThat;

import kz.intelligentplatforms.partners.testing.Migrations;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What said only that it was open stands, after the upgrade, where its case stands. */
class StagesMigrationIT {

    private static JdbcClient jdbc;

    @BeforeAll
    static void migrate() {
        var database = new Migrations("stages");
        jdbc = database.jdbc();
        database.to("22");
        jdbc.sql("""
                insert into partner (country, tax_number, name, name_key, search_text, city, address, phone, contact_name,
                    contact_position, contact_email, contact_phone, mail_domain, language, tier, service_status, registered_at, version)
                values ('KZ', '1', 'Partner', '', '', '', '', '', '', '', '', '', '', 'ru', 'CORPORATE_RESELLER', false,
                    current_timestamp, 0)""").update();
        level("OPEN", "CHECKS");
        level("OPEN", "DECISION");
        level("OPEN", "CHANGING");
        level("APPROVED", "CHANGED");
        level("EXPIRED", "EXPIRED");
        listing("IN_REVIEW", "REVIEW");
        listing("IN_CORRECTION", "CORRECTION");
        listing("PUBLISHED", "PUBLISHED");
        adjustment("APPROVAL", "APPROVAL");
        adjustment("CORRECTION", "CORRECTION");
        adjustment("APPROVED", "ADJUSTED");
        database.to("23");
    }

    private static void level(String status, String stage) {
        var number = opened("TIER_UPGRADE", stage);
        jdbc.sql("insert into tier_application (case_number, partner_id, target, status, submitted_at, version)"
                        + " select ?, id, 'SERVICE', ?, current_timestamp, 0 from partner")
                .params(number, status)
                .update();
    }

    private static void listing(String status, String stage) {
        var number = opened("DIRECTORY_LISTING", stage);
        jdbc.sql(
                        "insert into listing_change (case_number, partner_id, about_ru, about_kk, about_en, status, submitted_by,"
                                + " submitted_at, version) select ?, id, '', '', '', ?, 'partner', current_timestamp, 0 from partner")
                .params(number, status)
                .update();
    }

    private static void adjustment(String status, String stage) {
        var number = opened("POINTS_ADJUSTMENT", stage);
        jdbc.sql(
                        "insert into points_adjustment (case_number, partner_id, points, reason, status, requested_by, requested_at,"
                                + " version) select ?, id, 1, '', ?, 'manager', current_timestamp, 0 from partner")
                .params(number, status)
                .update();
    }

    private static String opened(String kind, String stage) {
        var number = kind.charAt(0)
                + jdbc.sql("select count(*) from program_case")
                        .query(String.class)
                        .single();
        jdbc.sql("insert into program_case (case_number, kind, title, identity, stage, turn, opened_at, version)"
                        + " values (?, ?, '', '', ?, 'VENDOR', current_timestamp, 0)")
                .params(number, kind, stage)
                .update();
        return number;
    }

    @Test
    void everyOneStandsWhereItsCaseStands() {
        for (var table : new String[] {"tier_application", "listing_change", "points_adjustment"}) {
            assertThat(jdbc.sql("select a.status || ' ' || c.stage from " + table
                                    + " a join program_case c on c.case_number = a.case_number")
                            .query(String.class)
                            .list())
                    .hasSizeGreaterThan(2)
                    .allSatisfy(both -> assertThat(both.split(" ")[0]).isEqualTo(both.split(" ")[1]));
        }
    }
}
