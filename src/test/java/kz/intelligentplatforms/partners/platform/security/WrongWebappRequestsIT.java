package kz.intelligentplatforms.partners.platform.security;

import static kz.intelligentplatforms.partners.platform.identity.Group.ACCOUNT_MANAGERS;
import static kz.intelligentplatforms.partners.platform.identity.Group.CAMUNDA_ADMIN;
import static kz.intelligentplatforms.partners.platform.identity.Group.MONITORS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.registration.PartnerRegistrationProcess;
import kz.intelligentplatforms.partners.testing.Companies;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.People;
import kz.intelligentplatforms.partners.testing.Visitor;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.beans.factory.annotation.Autowired;

/** What people send wrongly to the webapps' REST interface is their mistake to put right: an answer of 4xx, never an internal error. */
class WrongWebappRequestsIT extends IntegrationTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @Autowired
    private PartnerRegistrationProcess process;

    @Autowired
    private Accounts accounts;

    private record Wrong(String method, String path, String body) {}

    /** TASK is an open task, GONE no task at all. */
    private static final List<Wrong> WRONG = List.of(
            new Wrong("DELETE", "/task/TASK", ""),
            new Wrong("PUT", "/task/TASK", "{\"priority\":\"high\"}"),
            new Wrong("PUT", "/task/TASK", "[]"),
            new Wrong("PUT", "/task/TASK", ""),
            new Wrong("PUT", "/task/TASK", "{\"due\":\"tomorrow\"}"),
            new Wrong("PUT", "/task/TASK", "{\"assignee\":\"nobody-here\"}"),
            new Wrong("PUT", "/task/TASK", "{\"delegationState\":\"LOST\"}"),
            new Wrong("POST", "/task/TASK/claim", ""),
            new Wrong("POST", "/task/TASK/claim", "[]"),
            new Wrong("POST", "/task/TASK/claim", "{\"userId\":{}}"),
            new Wrong("POST", "/task/TASK/assignee", "{\"userId\":\"\"}"),
            new Wrong("POST", "/task/TASK/assignee", "{\"userId\":\"nobody-here\"}"),
            new Wrong("POST", "/task/TASK/assignee", "{\"userId\":[]}"),
            new Wrong("POST", "/task/TASK/delegate", "{\"userId\":\"nobody-here\"}"),
            new Wrong("POST", "/task/TASK/delegate", "{}"),
            new Wrong("POST", "/task/TASK/delegate", ""),
            new Wrong("POST", "/task/TASK/identity-links", "{}"),
            new Wrong("POST", "/task/TASK/identity-links", ""),
            new Wrong("POST", "/task/TASK/identity-links", "{\"userId\":\"nobody-here\",\"type\":\"assignee\"}"),
            new Wrong(
                    "POST", "/task/TASK/identity-links", "{\"userId\":\"a\",\"groupId\":\"b\",\"type\":\"candidate\"}"),
            new Wrong("POST", "/task/TASK/identity-links/delete", "{}"),
            new Wrong("POST", "/task/TASK/comment/create", "{}"),
            new Wrong("POST", "/task/TASK/comment/create", ""),
            new Wrong("POST", "/task/TASK/comment/create", "{"),
            new Wrong("POST", "/task/TASK/claim", "{"),
            new Wrong("POST", "/task/TASK/assignee", "{"),
            new Wrong("PUT", "/task/TASK/comment", "{}"),
            new Wrong("DELETE", "/task/TASK/comment/none", ""),
            new Wrong("POST", "/task/TASK/complete", "{}"),
            new Wrong("POST", "/task/TASK/resolve", "{}"),
            new Wrong("POST", "/task/TASK/bpmnError", "{}"),
            new Wrong("POST", "/task/TASK/bpmnEscalation", "{}"),
            new Wrong("POST", "/task/TASK/submit-form", ""),
            new Wrong("POST", "/task/TASK/submit-form", "{\"variables\":[]}"),
            new Wrong("POST", "/task/TASK/submit-form", "{\"variables\":{\"decision\":\"APPROVE\"}}"),
            new Wrong("POST", "/task/TASK/nothing-known", "{}"),
            new Wrong("POST", "/task/GONE/claim", "{\"userId\":\"ME\"}"),
            new Wrong("POST", "/task/GONE/unclaim", ""),
            new Wrong("POST", "/task/GONE/assignee", "{\"userId\":\"ME\"}"),
            new Wrong("POST", "/task/GONE/delegate", "{\"userId\":\"ME\"}"),
            new Wrong("POST", "/task/GONE/submit-form", "{\"variables\":{}}"),
            new Wrong("POST", "/task/GONE/comment/create", "{\"message\":\"x\"}"),
            new Wrong("POST", "/task/GONE/identity-links", "{\"userId\":\"ME\",\"type\":\"candidate\"}"),
            new Wrong("PUT", "/task/GONE", "{\"name\":\"x\"}"),
            new Wrong("DELETE", "/task/GONE", ""),
            new Wrong("GET", "/task/GONE", ""),
            new Wrong("GET", "/task/GONE/form", ""),
            new Wrong("GET", "/task/GONE/deployed-form", ""),
            new Wrong("GET", "/task/GONE/form-variables", ""),
            new Wrong("GET", "/task/GONE/comment", ""),
            new Wrong("GET", "/task/GONE/identity-links", ""),
            new Wrong("GET", "/task?sortBy=x", ""),
            new Wrong("GET", "/task?sortBy=name", ""),
            new Wrong("GET", "/task?maxResults=x", ""),
            new Wrong("GET", "/task?dueBefore=x", ""),
            new Wrong("GET", "/task?candidateGroup=x&candidateUser=y", ""),
            new Wrong("POST", "/task", "{\"sorting\":[{\"sortBy\":\"x\",\"sortOrder\":\"asc\"}]}"),
            new Wrong("POST", "/task", "{\"assignee\":{}}"),
            new Wrong("POST", "/task", "[]"),
            new Wrong("POST", "/task", ""),
            new Wrong("POST", "/task/create", "{\"delegationState\":\"LOST\"}"),
            new Wrong("GET", "/filter/none", ""),
            new Wrong("GET", "/filter/none/list", ""),
            new Wrong("POST", "/filter/none/list", "{}"),
            new Wrong("POST", "/filter/create", "{}"),
            new Wrong("POST", "/filter/create", ""),
            new Wrong("PUT", "/filter/none", "{}"),
            new Wrong("DELETE", "/filter/none", ""),
            new Wrong("GET", "/process-instance/none", ""),
            new Wrong("DELETE", "/process-instance/none", ""),
            new Wrong("PUT", "/process-instance/none/suspended", "{\"suspended\":true}"),
            new Wrong("GET", "/history/task?sortBy=x", ""),
            new Wrong("GET", "/history/user-operation?sortBy=x", ""),
            new Wrong("POST", "/process-definition/key/none/submit-form", "{}"),
            new Wrong("POST", "/process-definition/none/start", "{}"),
            new Wrong("PUT", "/job/none/retries", "{\"retries\":1}"),
            new Wrong("PUT", "/job/none/retries", "{\"retries\":-1}"),
            new Wrong("POST", "/job/retries", "{}"),
            new Wrong("POST", "/user/create", "{}"),
            new Wrong("POST", "/user/create", ""),
            new Wrong(
                    "POST",
                    "/user/create",
                    "{\"profile\":{\"id\":\"x y\"},\"credentials\":{\"password\":\"a quiet long password\"}}"),
            new Wrong(
                    "POST",
                    "/user/create",
                    "{\"profile\":{\"id\":\"shorty\"},\"credentials\":{\"password\":\"short\"}}"),
            new Wrong("PUT", "/user/ME/profile", ""),
            new Wrong("PUT", "/user/nobody-here/profile", "{\"id\":\"nobody-here\"}"),
            new Wrong("PUT", "/user/ME/credentials", ""),
            new Wrong("PUT", "/user/ME/credentials", "{}"),
            new Wrong("PUT", "/user/ME/credentials", "{\"password\":\"a quiet long password\"}"),
            new Wrong("PUT", "/user/ME/credentials", "{\"authenticatedUserPassword\":\"PASSWORD\"}"),
            new Wrong(
                    "PUT",
                    "/user/ME/credentials",
                    "{\"password\":\"short\",\"authenticatedUserPassword\":\"PASSWORD\"}"),
            new Wrong(
                    "PUT",
                    "/user/nobody-here/credentials",
                    "{\"password\":\"short\",\"authenticatedUserPassword\":\"PASSWORD\"}"),
            new Wrong("POST", "/group/create", "{}"),
            new Wrong("POST", "/group/create", "{\"id\":\"x y\"}"),
            new Wrong("PUT", "/group/none", "{\"id\":\"none\"}"),
            new Wrong("PUT", "/group/none/members/ME", ""),
            new Wrong("PUT", "/group/finance/members/nobody-here", ""),
            new Wrong("POST", "/authorization/create", "{}"),
            new Wrong("POST", "/authorization/create", "{\"type\":9}"),
            new Wrong("PUT", "/authorization/none", "{}"),
            new Wrong("DELETE", "/authorization/none", ""),
            new Wrong("POST", "/deployment/create", "{}"),
            new Wrong("DELETE", "/deployment/none", ""),
            new Wrong("POST", "/message", "{}"),
            new Wrong("POST", "/message", "{\"messageName\":\"none\"}"),
            new Wrong("POST", "/nothing-known", "{}"));

    @ParameterizedTest
    @EnumSource(
            value = Group.class,
            names = {"ACCOUNT_MANAGERS", "MONITORS", "CAMUNDA_ADMIN"})
    void noWrongRequestIsCalledAnInternalError(Group group) {
        var submitted =
                process.submit(Companies.application(), UUID.randomUUID().toString());
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(submitted.caseNumber())
                .singleResult()
                .getId();
        var somebody = at(group);
        var softly = new SoftAssertions();
        for (var wrong : WRONG) {
            var path = ENGINE + wrong.path().replace("TASK", task).replace("ME", people.of(group));
            var body = wrong.body().replace("ME", people.of(group)).replace("PASSWORD", People.PASSWORD);
            var answer = wrong.method().equals("GET") ? somebody.get(path) : somebody.json(wrong.method(), path, body);
            softly.assertThat(answer.statusCode())
                    .describedAs("%s answers %s %s", wrong, answer.statusCode(), answer.body())
                    .isLessThan(500);
        }
        softly.assertAll();
        assertThat(engine.getTaskService().createTaskQuery().taskId(task).count())
                .isOne();
    }

    @ParameterizedTest
    @EnumSource(
            value = Group.class,
            mode = Mode.EXCLUDE,
            names = {"PARTNERS", "ERP", "CAMUNDA_ADMIN"})
    void ownNameAndAccountAreNotOnesOwnToChange(Group group) {
        var user = people.of(group);
        var somebody = at(group);
        var profile =
                "{\"id\":\"" + user + "\",\"firstName\":\"Main Administrator\",\"lastName\":\"\",\"email\":\"x@y.kz\"}";
        for (var path : List.of("/user/" + user + "/profile", "/user/" + user + "/profile/")) {
            assertThat(somebody.json("PUT", ENGINE + path, profile).statusCode())
                    .isEqualTo(403);
        }
        assertThat(somebody.json("DELETE", ENGINE + "/user/" + user, "").statusCode())
                .isEqualTo(403);
        assertThat(accounts.nameOf(user)).isEqualTo("Member of " + group.id() + " (" + user + ")");
    }

    @Test
    void anAdministratorRenamesPeople() {
        var user = people.another(MONITORS);
        var profile =
                "{\"id\":\"" + user + "\",\"firstName\":\"Renamed\",\"lastName\":\"\",\"email\":\"x@vendor.example\"}";
        assertThat(at(CAMUNDA_ADMIN)
                        .json("PUT", ENGINE + "/user/" + user + "/profile", profile)
                        .statusCode())
                .isEqualTo(204);
        assertThat(accounts.nameOf(user)).isEqualTo("Renamed (" + user + ")");
    }

    @Test
    void ownPasswordIsChangedOnlyWithThePresentOne() {
        var user = people.another(ACCOUNT_MANAGERS);
        var somebody = visitor().signIn(user, People.PASSWORD);
        somebody.get("/camunda/app/tasklist/default/");
        var path = ENGINE + "/user/" + user + "/credentials";
        assertThat(somebody.json("PUT", path, passwords(People.PASSWORD, People.PASSWORD))
                        .statusCode())
                .isEqualTo(204);
        assertThat(somebody.json("PUT", path, passwords("not this one", "another quiet password"))
                        .statusCode())
                .isEqualTo(400);
    }

    private static String passwords(String present, String wished) {
        return "{\"password\":\"" + wished + "\",\"authenticatedUserPassword\":\"" + present + "\"}";
    }

    private Visitor at(Group group) {
        var visitor = member(group);
        visitor.get("/camunda/app/" + (group == MONITORS ? "cockpit" : "tasklist") + "/default/");
        return visitor;
    }
}
