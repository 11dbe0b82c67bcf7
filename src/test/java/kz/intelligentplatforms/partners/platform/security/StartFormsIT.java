package kz.intelligentplatforms.partners.platform.security;

import static kz.intelligentplatforms.partners.platform.identity.Group.CAMUNDA_ADMIN;
import static kz.intelligentplatforms.partners.platform.identity.Group.FINANCE;
import static kz.intelligentplatforms.partners.platform.identity.Group.MONITORS;
import static kz.intelligentplatforms.partners.platform.identity.Group.PROGRAM_MANAGERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Visitor;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Starting a process from Tasklist, over HTTP, by people who may start it and by people who may not. */
class StartFormsIT extends IntegrationTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String KEY = "test-start";
    private static final String BY_KEY = ENGINE + "/process-definition/key/" + KEY;
    private static final String VALID = "{\"variables\":{\"quarter\":{\"value\":\"2026-Q3\"}}}";

    private String deployment;
    private String definition;
    private Authorization right;

    @BeforeEach
    void aProcessThatFinanceMayStart() {
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("start/test-start.bpmn")
                .deploy()
                .getId();
        definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .singleResult()
                .getId();
        right = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setGroupId(FINANCE.id());
        right.setResource(Resources.PROCESS_DEFINITION);
        right.setResourceId(KEY);
        right.addPermission(Permissions.READ);
        right.addPermission(Permissions.CREATE_INSTANCE);
        engine.getAuthorizationService().saveAuthorization(right);
    }

    @AfterEach
    void removeIt() {
        engine.getAuthorizationService().deleteAuthorization(right.getId());
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    @Test
    void whoMayStartsItWithItsFormByKeyAndById() {
        var finance = signedIn(FINANCE);
        assertThat(finance.get(ENGINE + "/process-definition/" + definition + "/startForm")
                        .body())
                .contains("embedded:/staff/task-forms/test-start");
        assertThat(finance.postJson(BY_KEY + "/submit-form", VALID).statusCode())
                .isEqualTo(200);
        var noted = "{\"variables\":{\"quarter\":{\"value\":\"2026-Q3\"},\"note\":{\"value\":\"costs ${x}\"}},"
                + "\"businessKey\":null}";
        var byId = finance.postJson(ENGINE + "/process-definition/" + definition + "/submit-form", noted);
        assertThat(byId.statusCode()).describedAs(byId.body()).isEqualTo(200);
        assertThat(instances()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"variables\":{}}",
                "{\"variables\":{\"quarter\":{\"value\":null}}}",
                "{\"variables\":{\"quarter\":{\"value\":\"2026-Q1\"}}}",
                "{\"variables\":{\"quarter\":{\"value\":[\"2026-Q3\"]}}}",
                "{\"variables\":{\"quarter\":{\"value\":\"2026-Q3\"},\"startedBy\":{\"value\":\"somebody\"}}}",
                "{\"variables\":{\"quarter\":{\"value\":\"2026-Q3\"},\"note\":{\"value\":\"longer than twenty characters\"}}}",
                "{\"variables\":{\"quarter\":{\"value\":\"2026-Q3\"}},\"businessKey\":\"ACR-2026-000001\"}",
                "{\"variables\":{\"quarter\":{\"value\":\"2026-Q3\"}},\"businessKey\":\"\"}",
                "{\"variables\":{\"quarter\":{\"value\":\"2026-Q3\"}},\"businessKey\":5}",
                "{ not json"
            })
    void whatTheFormDoesNotDeclareOrAllowStartsNothing(String body) {
        for (var door : doors()) {
            var answer = signedIn(FINANCE).postJson(door, body);
            assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("message");
        }
        assertThat(instances()).isZero();
    }

    private List<String> doors() {
        return List.of(BY_KEY + "/submit-form", ENGINE + "/process-definition/" + definition + "/submit-form");
    }

    @Test
    void aProcessThatRefusesToStartSaysWhy() {
        var answer = signedIn(FINANCE)
                .postJson(BY_KEY + "/submit-form", "{\"variables\":{\"quarter\":{\"value\":\"2026-Q4\"}}}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(RefusingStart.REASON);
        assertThat(instances()).isZero();
    }

    @Test
    void aProcessWithoutAFormIsStartedByNobodyThroughOne() {
        for (var group : List.of(FINANCE, CAMUNDA_ADMIN)) {
            for (var key : List.of(
                    "partner-registration",
                    "notification",
                    "points-adjustment",
                    "purchase-correction",
                    "no-such-process")) {
                assertThat(signedIn(group)
                                .postJson(ENGINE + "/process-definition/key/" + key + "/submit-form", "{}")
                                .statusCode())
                        .describedAs(key)
                        .isEqualTo(403);
            }
        }
    }

    static Stream<Group> othersThanFinanceAndAdministrators() {
        return Group.STAFF.stream().filter(group -> group != FINANCE && group != CAMUNDA_ADMIN);
    }

    @ParameterizedTest
    @MethodSource("othersThanFinanceAndAdministrators")
    void whoMayNotStartsNothing(Group group) {
        var somebody = signedIn(group);
        for (var door : doors()) {
            assertThat(somebody.postJson(door, VALID).statusCode()).isEqualTo(403);
        }
        assertThat(instances()).isZero();
    }

    /** With all rights that starting takes, and so stopped by the guard alone. */
    @Test
    void thereIsNoWayPastTheForm() {
        var finance = signedIn(FINANCE);
        assertThat(finance.postJson(BY_KEY + "/submit-form", VALID).statusCode())
                .isEqualTo(200);
        var instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(KEY)
                .singleResult()
                .getId();
        var byId = ENGINE + "/process-definition/" + definition;
        for (var door : List.of(
                BY_KEY + "/start",
                BY_KEY + "/start/",
                BY_KEY + ";x=1/start",
                BY_KEY + "//start",
                "/camunda/api/engine/process-definition/key/" + KEY + "/start",
                byId + "/start",
                byId + "/restart",
                byId + "/restart-async",
                BY_KEY + "/tenant-id/none/submit-form",
                ENGINE + "/message",
                ENGINE + "/message/",
                ENGINE + "/signal",
                ENGINE + "/condition",
                ENGINE + "/execution/" + instance + "/signal",
                ENGINE + "/execution/" + instance + "/messageSubscriptions/test-go-on/trigger",
                ENGINE + "/execution/" + instance + "/localVariables",
                ENGINE + "/execution/" + instance + "/create-incident",
                ENGINE + "/process-instance/" + instance + "/modification",
                ENGINE + "/process-instance/" + instance + "/modification-async",
                ENGINE + "/process-instance/" + instance + "/variables",
                ENGINE + "/process-instance/message-async",
                ENGINE + "/process-instance/variables-async",
                ENGINE + "/modification/execute",
                ENGINE + "/migration/execute",
                ENGINE + "/case-definition/key/none/create")) {
            var answer = finance.postJson(door, "{\"messageName\":\"test-begin\",\"name\":\"test-begin\"}");
            assertThat(answer.statusCode()).describedAs(door + answer.body()).isIn(400, 403);
        }
        assertThat(finance.json("PUT", byId + "/suspended", "{\"suspended\":true}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(finance.json("DELETE", byId, "").statusCode()).isEqualTo(403);
        assertThat(instances()).isOne();
    }

    @Test
    void administratorsMessageAndStartAndOthersStillQuery() {
        assertThat(signedIn(CAMUNDA_ADMIN)
                        .postJson(ENGINE + "/message", "{\"messageName\":\"test-begin\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(signedIn(CAMUNDA_ADMIN).postJson(BY_KEY + "/start", "{}").statusCode())
                .isEqualTo(200);
        for (var visitor : List.of(signedIn(MONITORS), signedIn(PROGRAM_MANAGERS))) {
            for (var query :
                    List.of("/execution", "/execution/count", "/process-instance", "/process-instance/count")) {
                assertThat(visitor.postJson(ENGINE + query, "{}").statusCode())
                        .describedAs(query)
                        .isEqualTo(200);
            }
        }
    }

    /** As Tasklist asks for what to offer. */
    @Test
    void tasklistOffersWhatOneMayStartOnly() {
        var offered =
                "/process-definition?latest=true&active=true&startableInTasklist=true&startablePermissionCheck=true";
        assertThat(signedIn(FINANCE).get(ENGINE + offered).body()).contains(KEY);
        assertThat(signedIn(PROGRAM_MANAGERS).get(ENGINE + offered).body()).isEqualTo("[]");
    }

    private long instances() {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(KEY)
                .count();
    }

    private Visitor signedIn(Group group) {
        var visitor = member(group);
        visitor.get("/camunda/app/" + (group == MONITORS ? "cockpit" : "tasklist") + "/default/");
        return visitor;
    }
}
