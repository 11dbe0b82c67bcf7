package kz.intelligentplatforms.partners.platform.web;

import static kz.intelligentplatforms.partners.platform.identity.Group.ACCOUNT_MANAGERS;
import static kz.intelligentplatforms.partners.platform.identity.Group.ERP;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import javax.sql.DataSource;
import kz.intelligentplatforms.partners.testing.AtOnce;
import kz.intelligentplatforms.partners.testing.Doors;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Members.Member;
import kz.intelligentplatforms.partners.testing.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No connection to the database is to be had, and a crowd that wants one. One whose database is gone: {@code PostgresNodesIT}. */
class PostgresOutageIT extends IntegrationTest {

    private static final int CROWD = 100;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whereNoConnectionIsToBeHadEveryDoorSaysSoInItsOwnForm() throws SQLException {
        var partner = visitor().signIn(members.achieving().email(), People.PASSWORD);
        var manager = member(ACCOUNT_MANAGERS);
        manager.get("/camunda/app/tasklist/default/");
        var doors = new Doors(this::visitor, partner, manager, Doors.basic(people.of(ERP), People.PASSWORD));

        withoutConnections(doors::assertClosed);
        doors.assertOpen();
    }

    @Test
    void aHundredMachinesWithPasswordsAtOnceAreRecordedOnceOrToldToComeAgain() {
        var member = members.achieving();
        var erp = Doors.basic(people.of(ERP), People.PASSWORD);
        var machine = visitor();
        var reader = visitor();

        var said = AtOnce.run(CROWD + 1, number -> {
            var begin = System.nanoTime();
            var document = UUID.randomUUID().toString();
            var answer = number == CROWD
                    ? reader.get("/partners")
                    : machine.postJson("/api/v1/purchases", sale(document, member), "Authorization", erp);
            return new Said(document, answer, Duration.ofNanos(System.nanoTime() - begin));
        });

        var page = said.get(CROWD);
        assertThat(page.answer().statusCode()).isEqualTo(200);
        assertThat(page.after()).as("a page meanwhile").isLessThan(Doors.PATIENCE);
        var posts = said.subList(0, CROWD);
        assertThat(posts).allSatisfy(post -> {
            var answer = post.answer();
            assertThat(answer.statusCode()).as(answer.body()).isIn(201, 503);
            assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(answer.statusCode() == 503);
        });
        var recorded = posts.stream()
                .filter(post -> post.answer().statusCode() == 201)
                .map(Said::document)
                .toList();
        assertThat(recorded).isNotEmpty();
        assertThat(jdbc.sql("select document_number from purchase where partner_id = ?")
                        .param(member.id())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(recorded);
    }

    private record Said(String document, HttpResponse<String> answer, Duration after) {}

    private static String sale(String document, Member member) {
        return """
                {"documentNumber":"%s","partnerBin":"%s","date":"%s","amount":1,"kind":"SALE","currency":"KZT"}""".formatted(document, member.partner().company().identity().taxNumber(), LocalDate.now());
    }

    private void withoutConnections(Runnable step) throws SQLException {
        var taken = new ArrayList<Connection>();
        try {
            for (int i = 0; i < dataSource.unwrap(HikariDataSource.class).getMaximumPoolSize(); i++) {
                taken.add(dataSource.getConnection());
            }
            step.run();
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
    }
}
