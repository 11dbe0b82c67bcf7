package kz.intelligentplatforms.partners.points.web;

import static kz.intelligentplatforms.partners.platform.identity.Group.ACCOUNT_MANAGERS;
import static kz.intelligentplatforms.partners.platform.identity.Group.FINANCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import kz.intelligentplatforms.partners.points.accrual.PointsAccrualProcess;
import kz.intelligentplatforms.partners.program.Quarter;
import kz.intelligentplatforms.partners.testing.Desk;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Members.Member;
import kz.intelligentplatforms.partners.testing.People;
import kz.intelligentplatforms.partners.testing.Purchasing;
import kz.intelligentplatforms.partners.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of a run over HTTP; each test has a year of its own, in which no other partner buys anything. */
class AccrualControllerIT extends IntegrationTest {

    private static int lastYear = 2016;

    @Autowired
    private PointsAccrualProcess process;

    @Autowired
    private Purchasing purchases;

    private Quarter quarter;
    private Member member;
    private String number;

    @BeforeEach
    void aRunInReview() {
        quarter = new Quarter(++lastYear, 1);
        member = members.achieving();
        var returning = members.achieving();
        purchases.buy(member.id(), quarter, "3500000.00");
        purchases.buy(returning.id(), quarter, "-100.50");
        number = process.start(quarter, people.of(FINANCE));
        jobs.runDue(number);
    }

    @AfterEach
    void noRunIsLeftOpen() {
        new Desk(engine, people)
                .answer(number, "Task_ReviewAccrual", Map.of("decision", "REJECT", "comment", "The test is over"));
    }

    @Test
    void staffSeeTheRunsAndWhatEachHasCalculated() {
        var manager = member(ACCOUNT_MANAGERS);
        assertThat(manager.get("/staff/points/runs").body())
                .contains(number)
                .contains(quarter.toString())
                .contains("На проверке");
        var page = manager.get("/staff/points/runs/" + number).body();
        assertThat(page)
                .contains(member.partner().company().name())
                .contains("3\u00a0500\u00a0000,00")
                .contains("+140\u00a0000");
        var remarkable = manager.get("/staff/points/runs/" + number + "?only=remarkable&page=x");
        assertThat(remarkable.statusCode()).isEqualTo(200);
        assertThat(remarkable.body())
                .doesNotContain(member.partner().company().name())
                .contains("отрицательное");
    }

    @Test
    void theWholeRunIsAFileForASpreadsheet() {
        var file = member(FINANCE).download("/staff/points/runs/" + number + ".csv");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
        var text = new String(file.body(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFПартнёр;БИН/ИИН;");
        assertThat(text.lines()).hasSize(3);
        assertThat(text)
                .contains(member.partner().company().identity().taxNumber()
                        + ";1;3500000,00;3500000,00;0,00;140000;0;140000;")
                .contains(";1;-100,50;-100,50;0,00;-3;0;-3;отрицательное");
    }

    @Test
    void nobodyElseSeesThem() {
        var partner = visitor().signIn(member.email(), People.PASSWORD);
        for (var path : new String[] {
            "/staff/points/runs", "/staff/points/runs/" + number, "/staff/points/runs/" + number + ".csv"
        }) {
            assertThat(partner.get(path).statusCode()).as(path).isEqualTo(403);
            assertThat(Visitor.location(visitor().get(path))).as(path).endsWith("/login");
        }
        assertThat(member(FINANCE).get("/staff/points/runs/ACR-2026-999999").statusCode())
                .isEqualTo(404);
    }
}
