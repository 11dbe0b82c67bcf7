package kz.intelligentplatforms.partners.notification;

import static kz.intelligentplatforms.partners.platform.identity.Group.MONITORS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.registration.PartnerRegistrationProcess;
import kz.intelligentplatforms.partners.registration.RegistrationRequest;
import kz.intelligentplatforms.partners.testing.Companies;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Mails;
import kz.intelligentplatforms.partners.testing.ReviewDesk;
import kz.intelligentplatforms.partners.testing.TestClock;
import kz.intelligentplatforms.partners.testing.Visitor;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The mail server is away, or does not answer, and comes back. */
class MailOutageIT extends IntegrationTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private PartnerRegistrationProcess process;

    @Autowired
    private Cases cases;

    @Autowired
    private JavaMailSenderImpl sender;

    @Autowired
    private MailRuns mails;

    @Autowired
    private MailDelivery delivery;

    @Autowired
    private DataSource dataSource;

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
        var number = submit(request);
        approve(number);
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
    void aMailServerThatTakesTheCallAndSaysNothingHoldsUpNobodyElse() throws Exception {
        assertThat(sender.getJavaMailProperties())
                .containsEntry("mail.smtp.connectiontimeout", "5000")
                .containsEntry("mail.smtp.timeout", "10000")
                .containsEntry("mail.smtp.writetimeout", "10000");
        var request = Companies.application();
        var number = submit(request);
        var mail = jobs.mails(number);
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            sender.setPort(silent.getLocalPort());
            var sending = CompletableFuture.runAsync(() -> mails.deliver(mail));
            try (var call = silent.accept()) {
                assertThat(call.isConnected()).isTrue();
                // Whatever else works for a moment lets go of its connection; a mail under way would keep it.
                await().atMost(Duration.ofSeconds(5)).until(() -> pool().getActiveConnections() == 0);
                // No job of the engine runs a mail, so none waits for one.
                assertThat(engine.getManagementService()
                                .createJobQuery()
                                .processDefinitionKey("notification")
                                .count())
                        .isZero();
                approve(number);
                assertThat(sending).isNotDone();
            }
            sending.get(10, TimeUnit.SECONDS);
        }
        assertThat(taskOf(mail.get(0)).getRetries()).isEqualTo(MailDelivery.ATTEMPTS - 1);

        mailServerIsBack();
        TestClock.forward(MailDelivery.PAUSE.plusSeconds(1));
        jobs.runDue(number);
        assertThat(Mails.to(request.contact().email())).hasSize(2);
    }

    @Test
    void aMailThatCannotBeSentBecomesAnIncidentWhichARetryOfTheMonitorEnds() {
        sender.setPort(closedPort());
        var request = Companies.application();
        var number = submit(request);
        var mail = jobs.mails(number).get(0);
        var instance = mail.getProcessInstanceId();
        for (int attempt = 1; attempt <= MailDelivery.ATTEMPTS; attempt++) {
            assertThat(incidentsOf(instance))
                    .describedAs("before attempt %d", attempt)
                    .isEmpty();
            jobs.runDue(number);
            assertThat(taskOf(mail).getRetries()).isEqualTo(MailDelivery.ATTEMPTS - attempt);
            // Once more at once: it is not due before its pause is over.
            jobs.runDue(number);
            assertThat(taskOf(mail).getRetries()).isEqualTo(MailDelivery.ATTEMPTS - attempt);
            TestClock.forward(MailDelivery.PAUSE.plusSeconds(1));
        }
        var monitor = monitor();
        var incidents = read(monitor, ENGINE + "/incident?processInstanceId=" + instance);
        assertThat(incidents).hasSize(1);
        var incident = incidents.get(0);
        var task = taskOf(mail).getId();
        assertThat(incident.path("incidentType").asText()).isEqualTo("failedExternalTask");
        assertThat(incident.path("activityId").asText()).isEqualTo("Task_SendMail");
        assertThat(incident.path("configuration").asText()).isEqualTo(task);
        assertThat(incident.path("incidentMessage").asText()).isNotBlank();
        assertThat(monitor.get(ENGINE + "/external-task/" + task + "/errorDetails")
                        .body())
                .contains("MailConnectException");
        assertThat(cases.byNumber(number).orElseThrow().stage()).isEqualTo("REVIEW");
        assertThat(Mails.to(request.contact().email())).isEmpty();

        mailServerIsBack();
        assertThat(monitor.json("PUT", ENGINE + "/external-task/" + task + "/retries", "{\"retries\":1}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(read(monitor, ENGINE + "/incident?processInstanceId=" + instance))
                .isEmpty();
        jobs.runDue(number);
        assertThat(jobs.mails(number)).isEmpty();
        var sent = Mails.to(request.contact().email());
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).text()).contains(number);
        assertThat(sent.get(0).id()).isEqualTo("<" + notificationTo(request) + "@localhost>");
        assertLinkShows(sent.get(0), number);
    }

    @Test
    void aMailThatGoesOutTwiceIsTheSameMailAndBothItsLinksWork() {
        var request = Companies.application();
        var number = submit(request);
        var mail = jobs.mails(number).get(0);
        var taken = mails.take(mail).get(0);
        assertThat(mails.take(mail)).as("what one node sends, no other does").isEmpty();
        // As when a node dies after it took the mail: another one takes it over. Here the first is only slow.
        TestClock.forward(Duration.ofMinutes(6));
        var takenOver = mails.take(mail).get(0);
        assertThatThrownBy(() -> delivery.deliver(taken)).isInstanceOf(BadUserRequestException.class);
        assertThat(jobs.mails(number)).hasSize(1);
        delivery.deliver(takenOver);

        assertThat(jobs.mails(number)).isEmpty();
        var sent = Mails.to(request.contact().email());
        assertThat(sent).hasSize(2);
        assertThat(sent.get(0).id()).isEqualTo(sent.get(1).id());
        assertLinkShows(sent.get(0), number);
        assertLinkShows(sent.get(1), number);
    }

    /** They wait at a job that calls a delegate. */
    @Test
    void theMailsThatReleaseOneLeftAreSent() {
        var request = Companies.application();
        var number = submit(request);
        var id = notificationTo(request);
        engine.getRuntimeService()
                .deleteProcessInstance(jobs.mails(number).get(0).getId(), "the test puts another in its place");
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "release-1.bpmn",
                        Bpmn.createExecutableProcess("notification-of-release-1")
                                .camundaHistoryTimeToLiveString("P90D")
                                .startEvent()
                                .serviceTask("Task_SendMail")
                                .camundaAsyncBefore()
                                .camundaDelegateExpression("${sendMailDelegate}")
                                .endEvent()
                                .done())
                .deploy();
        engine.getRuntimeService()
                .startProcessInstanceByKey("notification-of-release-1", id, Map.of("caseNumber", number));
        jobs.runCase(id);
        jobs.runDue(number);

        assertThat(jobs.mails(number)).isEmpty();
        assertThat(Mails.to(request.contact().email()))
                .extracting(Mails.Received::id)
                .containsExactly("<" + id + "@localhost>");
    }

    @Test
    void aMailThatIsOnRecordAsSentIsNotSentAgain() {
        var request = Companies.application();
        var number = submit(request);
        jdbc.sql("update notification set sent_at = created_at where recipient = ?")
                .param(request.contact().email())
                .update();
        jobs.runDue(number);
        assertThat(jobs.mails(number)).isEmpty();
        assertThat(Mails.to(request.contact().email())).isEmpty();
    }

    /** Its mail of receipt waits. */
    private String submit(RegistrationRequest request) {
        var number = process.submit(request, UUID.randomUUID().toString()).caseNumber();
        jobs.runCase(number);
        return number;
    }

    private void approve(String number) {
        new ReviewDesk(engine, people).approve(number);
        jobs.runCase(number);
        assertThat(cases.byNumber(number).orElseThrow().stage()).isEqualTo("REGISTERED");
    }

    private void assertLinkShows(Mails.Received mail, String number) {
        var tracker = visitor().get(mail.link());
        assertThat(tracker.statusCode()).describedAs(mail.link()).isEqualTo(200);
        assertThat(tracker.body()).contains(number);
    }

    private ExternalTask taskOf(ProcessInstance mail) {
        return engine.getExternalTaskService()
                .createExternalTaskQuery()
                .processInstanceId(mail.getId())
                .singleResult();
    }

    private HikariPoolMXBean pool() throws SQLException {
        return dataSource.unwrap(HikariDataSource.class).getHikariPoolMXBean();
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
