package kz.intelligentplatforms.partners.notification;

import static kz.intelligentplatforms.partners.platform.identity.Group.MONITORS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.registration.PartnerRegistrationProcess;
import kz.intelligentplatforms.partners.registration.RegistrationRequest;
import kz.intelligentplatforms.partners.testing.Companies;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Mails;
import kz.intelligentplatforms.partners.testing.ReviewDesk;
import kz.intelligentplatforms.partners.testing.TestClock;
import kz.intelligentplatforms.partners.testing.Visitor;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** The mail server is away, and comes back: nobody on a closed port instead of it. */
class MailOutageIT extends IntegrationTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final int ATTEMPTS = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private PartnerRegistrationProcess process;

    @Autowired
    private Cases cases;

    @Autowired
    private JavaMailSenderImpl sender;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private int mailPort;

    @BeforeEach
    void knowTheMailServer() {
        mailPort = sender.getPort();
    }

    @AfterEach
    void mailServerIsBack() {
        sender.setPort(mailPort);
    }

    @Test
    void theCaseGoesOnWhileItsMailsWait() {
        sender.setPort(closedPort());
        var request = Companies.application();
        var number = process.submit(request, UUID.randomUUID().toString()).caseNumber();
        new ReviewDesk(engine, people).approve(number);
        runCase(number);
        assertThat(cases.byNumber(number).orElseThrow().stage()).isEqualTo("REGISTERED");
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .count())
                .isZero();
        assertThat(jobs.mails(number)).hasSize(2);

        mailServerIsBack();
        jobs.runDue(number);
        assertThat(Mails.to(request.contact().email())).hasSize(2);
    }

    @Test
    void aMailThatCannotBeSentBecomesAnIncidentWhichARetryOfTheMonitorEnds() {
        sender.setPort(closedPort());
        var request = Companies.application();
        var number = process.submit(request, UUID.randomUUID().toString()).caseNumber();
        runCase(number);
        var instance = jobs.mails(number).get(0).getProcessInstanceId();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            assertThat(incidentsOf(instance))
                    .describedAs("before attempt %d", attempt)
                    .isEmpty();
            fail(instance);
            assertThat(jobOf(instance).getRetries()).isEqualTo(ATTEMPTS - attempt);
            TestClock.forward(Duration.ofMinutes(1).plusSeconds(1));
        }
        var monitor = monitor();
        var incidents = read(monitor, ENGINE + "/incident?processInstanceId=" + instance);
        assertThat(incidents).hasSize(1);
        var incident = incidents.get(0);
        assertThat(incident.path("incidentType").asText()).isEqualTo("failedJob");
        assertThat(incident.path("activityId").asText()).isEqualTo("Task_SendMail");
        assertThat(incident.path("configuration").asText())
                .isEqualTo(jobOf(instance).getId());
        assertThat(incident.path("incidentMessage").asText()).isNotBlank();
        assertThat(cases.byNumber(number).orElseThrow().stage()).isEqualTo("REVIEW");
        assertThat(Mails.to(request.contact().email())).isEmpty();

        mailServerIsBack();
        var job = jobOf(instance).getId();
        assertThat(monitor.json("PUT", ENGINE + "/job/" + job + "/retries", "{\"retries\":1}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(read(monitor, ENGINE + "/incident?processInstanceId=" + instance))
                .isEmpty();
        jobs.runDue(number);
        assertThat(jobs.mails(number)).isEmpty();
        var mails = Mails.to(request.contact().email());
        assertThat(mails).hasSize(1);
        assertThat(mails.get(0).text()).contains(number);
        assertThat(mails.get(0).id()).isEqualTo("<" + notificationTo(request) + "@localhost>");
        assertLinkShows(mails.get(0), number);
    }

    @Test
    void aMailThatGoesOutTwiceIsTheSameMailAndBothItsLinksWork() {
        var request = Companies.application();
        var number = process.submit(request, UUID.randomUUID().toString()).caseNumber();
        runCase(number);
        var job = jobOf(jobs.mails(number).get(0).getProcessInstanceId()).getId();
        // As when the node dies after the mail server took the mail and before the database knows.
        transaction.executeWithoutResult(status -> {
            engine.getManagementService().executeJob(job);
            status.setRollbackOnly();
        });
        assertThat(jobs.mails(number)).hasSize(1);
        jobs.runDue(number);
        var mails = Mails.to(request.contact().email());
        assertThat(mails).hasSize(2);
        assertThat(mails.get(0).id()).isEqualTo(mails.get(1).id());
        assertLinkShows(mails.get(0), number);
        assertLinkShows(mails.get(1), number);
    }

    @Test
    void aMailThatIsOnRecordAsSentIsNotSentAgain() {
        var request = Companies.application();
        var number = process.submit(request, UUID.randomUUID().toString()).caseNumber();
        runCase(number);
        jdbc.sql("update notification set sent_at = created_at where recipient = ?")
                .param(request.contact().email())
                .update();
        jobs.runDue(number);
        assertThat(jobs.mails(number)).isEmpty();
        assertThat(Mails.to(request.contact().email())).isEmpty();
    }

    private void assertLinkShows(Mails.Received mail, String number) {
        var tracker = visitor().get(mail.link());
        assertThat(tracker.statusCode()).describedAs(mail.link()).isEqualTo(200);
        assertThat(tracker.body()).contains(number);
    }

    private void fail(String instance) {
        var job = jobOf(instance).getId();
        assertThatThrownBy(() -> engine.getManagementService().executeJob(job)).isInstanceOf(RuntimeException.class);
    }

    /** Runs the case's own jobs until none is due, and none of its mails'. */
    private void runCase(String number) {
        for (var due = dueOfCase(number); !due.isEmpty(); due = dueOfCase(number)) {
            due.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        }
    }

    private List<Job> dueOfCase(String number) {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .list()
                .stream()
                .flatMap(instance -> engine
                        .getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getProcessInstanceId())
                        .executable()
                        .list()
                        .stream())
                .toList();
    }

    private Job jobOf(String instance) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult();
    }

    private JsonNode incidentsOf(String instance) {
        return read(monitor(), ENGINE + "/incident?processInstanceId=" + instance);
    }

    private Visitor monitor() {
        var monitor = member(MONITORS);
        monitor.get("/camunda/app/cockpit/default/");
        return monitor;
    }

    private static JsonNode read(Visitor visitor, String path) {
        var answer = visitor.get(path);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private String notificationTo(RegistrationRequest request) {
        return jdbc.sql("select id from notification where recipient = ?")
                .param(request.contact().email())
                .query(String.class)
                .single();
    }

    private static int closedPort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
