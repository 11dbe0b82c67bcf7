package kz.intelligentplatforms.partners.platform.security;

import static kz.intelligentplatforms.partners.platform.identity.Group.ACCOUNT_MANAGERS;
import static kz.intelligentplatforms.partners.platform.identity.Group.CAMUNDA_ADMIN;
import static kz.intelligentplatforms.partners.platform.identity.Group.ERP;
import static kz.intelligentplatforms.partners.platform.identity.Group.FINANCE;
import static kz.intelligentplatforms.partners.platform.identity.Group.MONITORS;
import static kz.intelligentplatforms.partners.platform.identity.Group.PARTNERS;
import static kz.intelligentplatforms.partners.platform.identity.Group.PROGRAM_MANAGERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.registration.PartnerRegistrationProcess;
import kz.intelligentplatforms.partners.testing.Companies;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.People;
import kz.intelligentplatforms.partners.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The engine's webapps, attacked over HTTP by people who are signed in and by people who are not. */
class WebappSecurityIT extends IntegrationTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String COCKPIT = "/camunda/app/cockpit/default/";

    @Autowired
    private PartnerRegistrationProcess process;

    @Autowired
    private Accounts accounts;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"assigneeExpression\":\"${1+1}\"}",
                "{\"orQueries\":[{\"assigneeExpression\":\"${1+1}\"}]}",
                "{\"orQueries\":[{\"orQueries\":[{\"dueBeforeExpression\":\"#{now()}\"}]}]}",
                "{\"orQueries\":[],\"orQueries\":[{\"candidateGroupExpression\":\"x\"}]}",
                "{\"orQueries\":[{\"\\u0061ssigneeExpression\":\"x\"}]}",
                "{\"name\":\"${1+1}\"}",
                "{\"processVariables\":[{\"name\":\"a\",\"operator\":\"eq\",\"value\":\"#{1+1}\"}]}",
                "{ not json"
            })
    void expressionsInQueriesAreRefusedAtAnyDepth(String query) {
        var manager = inTasklist(ACCOUNT_MANAGERS);
        assertThat(manager.postJson(ENGINE + "/task", query).statusCode()).isEqualTo(400);
        assertThat(manager.postJson(ENGINE + "/task/count", query).statusCode()).isEqualTo(400);
        assertThat(manager.postJson(ENGINE + "/process-instance", query).statusCode())
                .isEqualTo(400);
        assertThat(manager.postJson(ENGINE + "/history/task", query).statusCode())
                .isEqualTo(400);
    }

    @Test
    void expressionsInParametersAreRefused() {
        var manager = inTasklist(ACCOUNT_MANAGERS);
        assertThat(manager.get(ENGINE + "/task?assigneeExpression=%24%7B1%2B1%7D")
                        .statusCode())
                .isEqualTo(400);
        assertThat(manager.get(ENGINE + "/task?name=%24%7B1%2B1%7D").statusCode())
                .isEqualTo(400);
        assertThat(manager.get(ENGINE + "/task?name=Review").statusCode()).isEqualTo(200);
    }

    @Test
    void anExpressionDoesNotReachTheEngineByAFilterEither() {
        var manager = inTasklist(ACCOUNT_MANAGERS);
        var filter = "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{\"assigneeExpression\":\"${1+1}\"}}";
        assertThat(manager.postJson(ENGINE + "/filter/create", filter).statusCode())
                .isEqualTo(400);
        var plain = "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{\"name\":\"y\"}}";
        assertThat(manager.postJson(ENGINE + "/filter/create", plain).statusCode())
                .isEqualTo(403);
        assertThat(inTasklist(CAMUNDA_ADMIN)
                        .postJson(ENGINE + "/filter/create", filter)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void setUpAndSignInOfTheWebappsAreClosed() {
        var user = "{\"profile\":{\"id\":\"intruder\"},\"credentials\":{\"password\":\"a quiet long password\"}}";
        assertThat(visitor()
                        .postJson("/camunda/api/admin/setup/default/user/create", user)
                        .statusCode())
                .isIn(401, 404);
        assertThat(inTasklist(CAMUNDA_ADMIN)
                        .postJson("/camunda/api/admin/setup/default/user/create", user)
                        .statusCode())
                .isEqualTo(404);
        assertThat(inTasklist(ACCOUNT_MANAGERS)
                        .postJson("/camunda/api/admin/auth/user/default/login/tasklist", "{}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(accounts.exists("intruder")).isFalse();
    }

    @Test
    void theEnginesRestInterfaceIsNotShipped() {
        assertThat(visitor().get("/engine-rest/engine").statusCode()).isEqualTo(404);
        assertThat(member(CAMUNDA_ADMIN).get("/engine-rest/engine").statusCode())
                .isIn(403, 404);
    }

    @Test
    void whoIsNotSignedInIsSentToOurSignInPage() {
        var answer = visitor().get(TASKLIST);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Visitor.location(answer)).endsWith("/login");
        assertThat(visitor().get(ENGINE + "/task").statusCode()).isEqualTo(401);
        assertThat(visitor().get("/staff/partners").statusCode()).isEqualTo(302);
        assertThat(visitor().get("/portal").statusCode()).isEqualTo(302);
    }

    @Test
    void everyRoleSeesItsOwnRoomsOnly() {
        var partner = member(PARTNERS);
        assertThat(partner.get("/portal").statusCode()).isEqualTo(200);
        assertThat(partner.get("/staff/partners").statusCode()).isEqualTo(403);
        assertThat(partner.get(TASKLIST).statusCode()).isEqualTo(403);
        assertThat(partner.get(ENGINE + "/task").statusCode()).isEqualTo(403);

        var erp = member(ERP);
        assertThat(erp.get("/staff/partners").statusCode()).isEqualTo(403);
        assertThat(erp.get(TASKLIST).statusCode()).isEqualTo(403);

        var manager = member(ACCOUNT_MANAGERS);
        assertThat(manager.get("/staff/partners").statusCode()).isEqualTo(200);
        assertThat(manager.get("/portal").statusCode()).isEqualTo(403);
        assertThat(manager.get(TASKLIST).statusCode()).isEqualTo(200);
    }

    @Test
    void onlyTheGroupSeesAndWorksATask() {
        var taskId = openTask();
        var finance = inTasklist(FINANCE);
        assertThat(finance.get(ENGINE + "/task/" + taskId).statusCode()).isIn(403, 404);
        assertThat(finance.get(ENGINE + "/task/" + taskId + "/form-variables").statusCode())
                .isIn(403, 404);
        assertThat(claim(finance, taskId).statusCode()).isEqualTo(403);
        assertThat(finance.postJson(ENGINE + "/task/" + taskId + "/submit-form", answer("REJECT", "no"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(engine.getTaskService().createTaskQuery().taskId(taskId).count())
                .isOne();
    }

    @Test
    void aTaskIsCompletedThroughItsFormOnlyAndWithWhatTheFormDeclares() {
        var taskId = openTask();
        var manager = inTasklist(ACCOUNT_MANAGERS);
        var path = ENGINE + "/task/" + taskId;
        assertThat(claim(manager, taskId).statusCode()).isEqualTo(204);
        for (var door : new String[] {"/complete", "/resolve", "/bpmnError", "/localVariables", "/variables"}) {
            assertThat(manager.postJson(path + door, answer("APPROVE", "")).statusCode())
                    .describedAs(door)
                    .isEqualTo(403);
        }
        var undeclared =
                "{\"variables\":{\"decision\":{\"value\":\"APPROVE\"},\"reviewDecision\":{\"value\":\"APPROVE\"}}}";
        assertThat(manager.postJson(path + "/submit-form", undeclared).body()).contains("reviewDecision");
        assertRefused(manager.postJson(path + "/submit-form", undeclared));
        assertRefused(manager.postJson(path + "/submit-form", "{\"variables\":{}}"));
        assertRefused(manager.postJson(path + "/submit-form", answer("MAYBE", "")));
        assertRefused(manager.postJson(path + "/submit-form", answer("REJECT", "")));
        assertRefused(manager.postJson(path + "/submit-form", answer("REJECT", "x".repeat(2001))));
        // An object of a class that the sender names.
        assertRefused(
                manager.postJson(
                        path + "/submit-form",
                        "{\"variables\":{\"decision\":{\"value\":\"REJECT\"},\"comment\":{\"value\":\"{}\",\"type\":\"Object\","
                                + "\"valueInfo\":{\"objectTypeName\":\"java.io.File\",\"serializationDataFormat\":\"application/json\"}}}}"));
        assertThat(engine.getTaskService().createTaskQuery().taskId(taskId).count())
                .isOne();

        assertThat(manager.postJson(path + "/submit-form", answer("REJECT", "costs ${price} <b>too</b> much"))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void notEvenAnAdministratorDoesWhatIsDoneOnThePortal() {
        var review = openTask();
        var manager = inTasklist(ACCOUNT_MANAGERS);
        claim(manager, review);
        var returned = "{\"variables\":{\"decision\":{\"value\":\"RETURN\"},\"comment\":{\"value\":\"Which street?\"},"
                + "\"returnedFields\":{\"value\":\"[\\\"company.address\\\"]\",\"type\":\"Json\"}}}";
        var number = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(review)
                        .singleResult()
                        .getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
        assertThat(manager.postJson(ENGINE + "/task/" + review + "/submit-form", returned)
                        .statusCode())
                .isEqualTo(204);
        jobs.runDue(number);
        var correction = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .singleResult();
        assertThat(correction.getTaskDefinitionKey()).isEqualTo("Task_CorrectRegistration");

        var admin = inTasklist(CAMUNDA_ADMIN);
        assertRefused(admin.postJson(ENGINE + "/task/" + correction.getId() + "/submit-form", "{\"variables\":{}}"));
    }

    @Test
    void theSecondOfTwoPeopleOnOneTaskReadsWhoWasFirst() {
        var taskId = openTask();
        var manager = inTasklist(ACCOUNT_MANAGERS);
        claim(manager, taskId);
        var colleague = secondManager();
        var refused = colleague.postJson(ENGINE + "/task/" + taskId + "/submit-form", answer("REJECT", "no"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Member of account-managers");

        manager.postJson(ENGINE + "/task/" + taskId + "/submit-form", answer("APPROVE", ""));
        var late = colleague.postJson(ENGINE + "/task/" + taskId + "/submit-form", answer("REJECT", "no"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Member of account-managers");
    }

    @Test
    void ofManyWhoCompleteATaskAtOnceOneWinsAndTheOthersReadIt() throws Exception {
        var taskId = openTask();
        var managers = IntStream.range(0, 6)
                .mapToObj(i -> inTasklist(ACCOUNT_MANAGERS))
                .toList();
        var barrier = new CyclicBarrier(managers.size());
        var pool = Executors.newFixedThreadPool(managers.size());
        try {
            var answers = managers.stream()
                    .map(manager -> pool.submit(() -> {
                        barrier.await();
                        return manager.postJson(
                                ENGINE + "/task/" + taskId + "/submit-form", answer("REJECT", "too late"));
                    }))
                    .toList();
            var statuses = answers.stream()
                    .map(answer -> {
                        try {
                            return answer.get().statusCode();
                        } catch (InterruptedException | ExecutionException e) {
                            throw new AssertionError(e);
                        }
                    })
                    .toList();
            assertThat(statuses).containsOnly(204, 409).containsOnlyOnce(204);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void withoutTheWebappsCsrfTokenNothingIsDone() {
        var taskId = openTask();
        var manager = inTasklist(ACCOUNT_MANAGERS);
        assertThat(claim(manager, taskId).statusCode()).isEqualTo(204);
        for (var door : new String[] {"/unclaim", "/assignee", "/comment/create"}) {
            assertThat(manager.postJson(
                                    ENGINE + "/task/" + taskId + door, "{\"message\":\"x\"}", "X-XSRF-TOKEN", "forged")
                            .statusCode())
                    .describedAs(door)
                    .isEqualTo(403);
        }
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(taskId)
                        .taskAssigned()
                        .count())
                .isOne();
        assertThat(member(PARTNERS).post("/logout", Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void monitorsSeeEveryCaseAndRetryJobsButDoNotWorkTasks() {
        var taskId = openTask();
        var monitor = inCockpit();
        assertThat(monitor.get(ENGINE + "/process-instance").body()).contains("partner-registration");
        assertThat(claim(monitor, taskId).statusCode()).isEqualTo(403);
        assertThat(monitor.postJson(ENGINE + "/task/" + taskId + "/submit-form", answer("APPROVE", ""))
                        .statusCode())
                .isEqualTo(403);
        var job = engine.getManagementService()
                .createJobQuery()
                .processDefinitionKey("partner-registration")
                .listPage(0, 1)
                .get(0);
        assertThat(monitor.json("PUT", ENGINE + "/job/" + job.getId() + "/retries", "{\"retries\":5}")
                        .statusCode())
                .isEqualTo(204);
        var mail = engine.getExternalTaskService()
                .createExternalTaskQuery()
                .processDefinitionKey("notification")
                .listPage(0, 1)
                .get(0);
        assertThat(monitor.json("PUT", ENGINE + "/external-task/" + mail.getId() + "/retries", "{\"retries\":5}")
                        .statusCode())
                .isEqualTo(204);
        for (var step : List.of("complete", "failure", "bpmnError", "lock", "unlock", "priority")) {
            assertThat(monitor.postJson(ENGINE + "/external-task/" + mail.getId() + "/" + step, "{}")
                            .statusCode())
                    .as(step)
                    .isEqualTo(403);
        }
        assertThat(monitor.postJson(ENGINE + "/external-task/fetchAndLock", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(monitor.json(
                                "PUT",
                                ENGINE + "/process-instance/" + mail.getProcessInstanceId() + "/suspended",
                                "{\"suspended\":true}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(monitor.get(TASKLIST).statusCode()).isIn(302, 403);
    }

    @Test
    void onlyAdministratorsDeploy() {
        var form = "--b\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nx\r\n--b--\r\n";
        var answer = inTasklist(PROGRAM_MANAGERS).json("POST", ENGINE + "/deployment/create", form, "X-Ignored", "x");
        assertThat(answer.statusCode()).isIn(400, 403, 415);
        assertThat(engine.getRepositoryService()
                        .createDeploymentQuery()
                        .deploymentName("x")
                        .count())
                .isZero();
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        var page = visitor().get("/login").headers();
        assertThat(page.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.firstValue("Referrer-Policy")).hasValue("same-origin");
        var tasklist = member(ACCOUNT_MANAGERS).get(TASKLIST).headers();
        assertThat(tasklist.firstValue("Content-Security-Policy")).isPresent();
        assertThat(tasklist.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    private String openTask() {
        var submitted =
                process.submit(Companies.application(), UUID.randomUUID().toString());
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(submitted.caseNumber())
                .singleResult()
                .getId();
    }

    private Visitor inTasklist(Group group) {
        var visitor = member(group);
        visitor.get(TASKLIST);
        return visitor;
    }

    private Visitor inCockpit() {
        var visitor = member(MONITORS);
        visitor.get(COCKPIT);
        return visitor;
    }

    private Visitor secondManager() {
        if (!accounts.exists("second-manager")) {
            accounts.create("second-manager", "Second", "second@vendor.example", People.PASSWORD, ACCOUNT_MANAGERS);
        }
        var visitor = visitor().signIn("second-manager", People.PASSWORD);
        visitor.get(TASKLIST);
        return visitor;
    }

    private static HttpResponse<String> claim(Visitor visitor, String taskId) {
        var user = visitor.get("/camunda/api/admin/auth/user/default").body();
        var id = user.replaceAll(".*\"userId\":\"([^\"]+)\".*", "$1");
        return visitor.postJson(ENGINE + "/task/" + taskId + "/claim", "{\"userId\":\"" + id + "\"}");
    }

    private static String answer(String decision, String comment) {
        return "{\"variables\":{\"decision\":{\"value\":\"" + decision + "\"},\"comment\":{\"value\":\"" + comment
                + "\"}}}";
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("message");
    }
}
