package kz.intelligentplatforms.partners.platform.engine;

import static kz.intelligentplatforms.partners.platform.identity.Group.ACCOUNT_MANAGERS;
import static kz.intelligentplatforms.partners.platform.identity.Group.CAMUNDA_ADMIN;
import static kz.intelligentplatforms.partners.platform.identity.Group.FINANCE;
import static kz.intelligentplatforms.partners.platform.identity.Group.MONITORS;
import static kz.intelligentplatforms.partners.platform.identity.Group.PROGRAM_MANAGERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Visitor;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;

/** Groups, rights and filters as every start leaves them, and what people can do with them over HTTP. */
class EngineRightsIT extends IntegrationTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private List<ApplicationRunner> runners;

    static List<Group> taskWorkers() {
        return Group.TASK_WORKERS;
    }

    static Stream<Group> staffWithoutAdministrators() {
        return Group.STAFF.stream().filter(group -> group != CAMUNDA_ADMIN);
    }

    @Test
    void anotherStartChangesNothing() throws Exception {
        people.of(ACCOUNT_MANAGERS);
        var before = everythingThatIsSetUp();
        startAgain();
        startAgain();
        assertThat(everythingThatIsSetUp()).isEqualTo(before);
    }

    @Test
    void aStartGivesBackWhatSomebodyTookAwayAndTakesBackWhatSomebodyAdded() throws Exception {
        var before = everythingThatIsSetUp();
        var authorizations = engine.getAuthorizationService();
        var access = authorizations
                .createAuthorizationQuery()
                .groupIdIn(MONITORS.id())
                .resourceType(Resources.APPLICATION)
                .singleResult();
        authorizations.deleteAuthorization(access.getId());
        var definitions = authorizations
                .createAuthorizationQuery()
                .groupIdIn(MONITORS.id())
                .resourceType(Resources.PROCESS_DEFINITION)
                .resourceId(Authorization.ANY)
                .singleResult();
        definitions.setPermissions(new Permission[] {Permissions.ALL});
        authorizations.saveAuthorization(definitions);
        assertThat(everythingThatIsSetUp()).isNotEqualTo(before);

        startAgain();
        assertThat(everythingThatIsSetUp()).isEqualTo(before);
    }

    @Test
    void everyGroupOfTheDesignExists() {
        assertThat(engine.getIdentityService().createGroupQuery().list())
                .extracting(org.camunda.bpm.engine.identity.Group::getId)
                .containsExactlyInAnyOrder(
                        "partners",
                        "account-managers",
                        "certification-managers",
                        "service-managers",
                        "solution-architects",
                        "program-managers",
                        "marketing-managers",
                        "finance",
                        "monitors",
                        "erp",
                        "camunda-admin");
    }

    @ParameterizedTest
    @MethodSource("taskWorkers")
    void candidatesSeeTheReadyMadeFiltersAndProgramManagersWhatIsHeldToo(Group group) throws Exception {
        var filters = JSON.readTree(
                inWebapp(group).get(ENGINE + "/filter?resourceType=Task").body());
        assertThat(StreamSupport.stream(filters.spliterator(), false)
                        .map(filter -> filter.path("name").asText()))
                .containsExactlyInAnyOrder(
                        group == PROGRAM_MANAGERS
                                ? new String[] {
                                    "Мои задачи", "Задачи моей группы", "Просроченные", "В работе у сотрудников"
                                }
                                : new String[] {"Мои задачи", "Задачи моей группы", "Просроченные"});
        for (var filter : filters) {
            assertThat(inWebapp(group)
                            .get(ENGINE + "/filter/" + filter.path("id").asText() + "/list")
                            .statusCode())
                    .describedAs(filter.path("name").asText())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource("staffWithoutAdministrators")
    void nobodyButAdministratorsCreatesWhatTheEngineRuns(Group group) {
        var somebody = inWebapp(group);
        var before = everythingThatIsSetUp();
        assertRefused(somebody.postJson(
                ENGINE + "/filter/create", "{\"resourceType\":\"Task\",\"name\":\"mine\",\"query\":{}}"));
        assertRefused(deploy(somebody));
        assertRefused(somebody.postJson(ENGINE + "/process-definition/key/partner-registration/start", "{}"));
        assertRefused(somebody.postJson(ENGINE + "/process-definition/key/notification/submit-form", "{}"));
        assertRefused(somebody.postJson(ENGINE + "/task/create", "{\"name\":\"mine\"}"));
        assertRefused(somebody.postJson(
                ENGINE + "/user/create",
                "{\"profile\":{\"id\":\"mine\"}," + "\"credentials\":{\"password\":\"a quiet long password\"}}"));
        assertRefused(somebody.postJson(ENGINE + "/group/create", "{\"id\":\"mine\",\"name\":\"mine\"}"));
        assertRefused(somebody.postJson(
                ENGINE + "/authorization/create",
                "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":null,\"groupId\":\"" + group.id()
                        + "\",\"resourceType\":5,\"resourceId\":\"*\"}"));
        assertRefused(somebody.json("PUT", ENGINE + "/group/camunda-admin/members/the-" + group.id(), "{}"));
        assertThat(everythingThatIsSetUp()).isEqualTo(before);
    }

    /** By key: the right is there before the process is. */
    @ParameterizedTest
    @MethodSource("staffWithoutAdministrators")
    void financeStartsAQuartersRunAndNobodyStartsAnythingElse(Group group) {
        var authorizations = engine.getAuthorizationService();
        var user = people.of(group);
        var starts = engine.getRepositoryService().createProcessDefinitionQuery().latestVersion().list().stream()
                .map(ProcessDefinition::getKey)
                .filter(key -> authorizations.isUserAuthorized(
                        user, List.of(group.id()), Permissions.CREATE_INSTANCE, Resources.PROCESS_DEFINITION, key))
                .filter(key -> !key.equals("points-accrual"));
        assertThat(starts).isEmpty();
        assertThat(authorizations.isUserAuthorized(
                        user,
                        List.of(group.id()),
                        Permissions.CREATE_INSTANCE,
                        Resources.PROCESS_DEFINITION,
                        "points-accrual"))
                .isEqualTo(group == FINANCE);
        assertThat(authorizations.isUserAuthorized(
                        user, List.of(group.id()), Permissions.CREATE, Resources.PROCESS_INSTANCE))
                .isEqualTo(group == FINANCE);
    }

    @Test
    void administratorsDeploy() {
        var answer = deploy(inWebapp(CAMUNDA_ADMIN));
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        var repository = engine.getRepositoryService();
        var deployed = repository.createDeploymentQuery().deploymentName("note").singleResult();
        repository.deleteDeployment(deployed.getId(), true);
    }

    private void startAgain() throws Exception {
        for (var runner : runners) {
            runner.run(new DefaultApplicationArguments());
        }
    }

    /** All of it in words, so that a difference can be read. */
    private TreeSet<String> everythingThatIsSetUp() {
        var found = new TreeSet<String>();
        engine.getAuthorizationService()
                .createAuthorizationQuery()
                .list()
                .forEach(right -> found.add("right of %s %s on %d %s: %d"
                        .formatted(
                                right.getUserId(),
                                right.getGroupId(),
                                right.getResourceType(),
                                right.getResourceId(),
                                rightsIn(right))));
        engine.getIdentityService().createGroupQuery().list().forEach(group -> found.add("group " + group.getId()));
        engine.getIdentityService().createUserQuery().list().forEach(user -> found.add("user " + user.getId()));
        engine.getFilterService()
                .createFilterQuery()
                .list()
                .forEach(filter -> found.add("filter " + filter.getName() + " " + filter.getId()));
        engine.getRepositoryService()
                .createDeploymentQuery()
                .list()
                .forEach(deployment -> found.add("deployment " + deployment.getId()));
        return found;
    }

    private static int rightsIn(Authorization right) {
        return ((AuthorizationEntity) right).getPermissions();
    }

    private Visitor inWebapp(Group group) {
        var visitor = member(group);
        visitor.get(group == MONITORS ? COCKPIT : TASKLIST);
        return visitor;
    }

    private static HttpResponse<String> deploy(Visitor visitor) {
        var form = String.join(
                "\r\n",
                "--b",
                "Content-Disposition: form-data; name=\"deployment-name\"",
                "",
                "note",
                "--b",
                "Content-Disposition: form-data; name=\"data\"; filename=\"note.txt\"",
                "Content-Type: text/plain",
                "",
                "hello",
                "--b--",
                "");
        return visitor.json(
                "POST", ENGINE + "/deployment/create", form, "Content-Type", "multipart/form-data; boundary=b");
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode())
                .describedAs(answer.uri() + answer.body())
                .isEqualTo(403);
    }
}
