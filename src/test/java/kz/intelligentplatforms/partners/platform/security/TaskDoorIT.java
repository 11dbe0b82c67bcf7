package kz.intelligentplatforms.partners.platform.security;

import static kz.intelligentplatforms.partners.platform.identity.Group.ACCOUNT_MANAGERS;
import static kz.intelligentplatforms.partners.platform.identity.Group.CAMUNDA_ADMIN;
import static kz.intelligentplatforms.partners.platform.identity.Group.FINANCE;
import static kz.intelligentplatforms.partners.platform.identity.Group.MARKETING_MANAGERS;
import static kz.intelligentplatforms.partners.platform.identity.Group.MONITORS;
import static kz.intelligentplatforms.partners.platform.identity.Group.PROGRAM_MANAGERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.platform.engine.TaskRefusal;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.points.adjustment.AdjustmentRequest;
import kz.intelligentplatforms.partners.points.adjustment.PointsAdjustmentProcess;
import kz.intelligentplatforms.partners.program.Activity;
import kz.intelligentplatforms.partners.registration.PartnerRegistrationProcess;
import kz.intelligentplatforms.partners.testing.CoFunding;
import kz.intelligentplatforms.partners.testing.Companies;
import kz.intelligentplatforms.partners.testing.Desk;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.People;
import kz.intelligentplatforms.partners.testing.Visitor;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may take, answer, give back and comment on a task, attacked over HTTP and at the engine's own doors. */
class TaskDoorIT extends IntegrationTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private PartnerRegistrationProcess registrations;

    @Autowired
    private PointsAdjustmentProcess adjustments;

    @Autowired
    private CoFunding funding;

    private Desk desk;

    @BeforeEach
    void sitDown() {
        desk = new Desk(engine, people);
    }

    /** What a claim may not name, the claimer themselves apart. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"userId\":\"the-finance\"}",
                "{\"userId\":\"the-program-managers\"}",
                "{\"userId\":\"nobody-here\"}",
                "{\"userId\":\"\"}",
                "{\"userId\":\" \"}",
                "{\"userId\":null}",
                "{\"userId\":5}",
                "{\"userId\":\"the-account-managers\",\"userId\":\"the-finance\"}",
                "{}",
                "[]",
                "null",
                ""
            })
    void aTaskIsClaimedForOneselfOnly(String named) {
        people.of(FINANCE);
        people.of(PROGRAM_MANAGERS);
        var task = review();
        for (var group : List.of(ACCOUNT_MANAGERS, CAMUNDA_ADMIN)) {
            assertThat(at(group)
                            .postJson(ENGINE + "/task/" + task + "/claim", named)
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThat(holderOf(task)).isEmpty();
    }

    /** The attacks that succeeded: finance's sum authorized by an account manager, an adjustment decided by a monitor. */
    @Test
    void nobodyDecidesByHavingOneselfOrOthersNamed() {
        var sum = authorization();
        var adjustment = adjustment();
        for (var task : List.of(sum, adjustment)) {
            for (var insider : List.of(FINANCE, CAMUNDA_ADMIN)) {
                for (var outsider : List.of(ACCOUNT_MANAGERS, MONITORS)) {
                    var named = "{\"userId\":\"" + people.of(outsider) + "\"}";
                    for (var door : List.of("claim", "assignee", "delegate")) {
                        assertRefused(at(insider).postJson(ENGINE + "/task/" + task + "/" + door, named));
                    }
                    var link = "{\"userId\":\"" + people.of(outsider) + "\",\"type\":\"assignee\"}";
                    assertRefused(at(insider).postJson(ENGINE + "/task/" + task + "/identity-links", link));
                    assertRefused(at(insider)
                            .json("PUT", ENGINE + "/task/" + task, "{\"assignee\":\"" + people.of(outsider) + "\"}"));
                    assertRefused(at(outsider).postJson(ENGINE + "/task/" + task + "/claim", themselves(outsider)));
                    assertRefused(answer(outsider, task, "APPROVE"));
                }
            }
            assertThat(holderOf(task)).isEmpty();
        }
        assertThat(answer(CAMUNDA_ADMIN, sum, "APPROVE").statusCode()).isEqualTo(400);
        assertThat(claim(FINANCE, sum).statusCode()).isEqualTo(204);
        assertThat(answer(FINANCE, sum, "APPROVE").statusCode()).isEqualTo(204);
    }

    @Test
    void theEnginesOwnDoorsAskTheSame() {
        var task = authorization();
        var tasks = engine.getTaskService();
        var outsider = people.of(ACCOUNT_MANAGERS);
        List<Runnable> doors = List.of(
                () -> tasks.claim(task, outsider),
                () -> tasks.setAssignee(task, outsider),
                () -> tasks.setAssignee(task, ""),
                () -> tasks.setAssignee(task, "nobody-here"),
                () -> tasks.delegateTask(task, outsider),
                () -> tasks.addUserIdentityLink(task, outsider, IdentityLinkType.ASSIGNEE),
                () -> {
                    var changed = tasks.createTaskQuery().taskId(task).singleResult();
                    changed.setAssignee(outsider);
                    tasks.saveTask(changed);
                },
                () -> {
                    tasks.setOwner(task, outsider);
                    tasks.resolveTask(task);
                });
        for (var door : doors) {
            assertThatThrownBy(door::run).hasStackTraceContaining(TaskRefusal.class.getName());
            assertThat(holderOf(task)).isEmpty();
        }
        for (var door : List.<Runnable>of(
                () -> desk.answerAs(outsider, FINANCE, task, Map.of("decision", "APPROVE", "comment", "")),
                () -> desk.claimAs(outsider, FINANCE, task))) {
            assertThatThrownBy(door::run)
                    .as("the groups are those of the store, not those somebody claims to have")
                    .hasStackTraceContaining(TaskRefusal.class.getName());
        }
    }

    @Test
    void whoeverHasLeftTheGroupDoesNotAnswerWhatTheyHold() {
        var task = authorization();
        var leaver = people.of(MARKETING_MANAGERS) + "-" + UUID.randomUUID();
        var accounts = engine.getIdentityService();
        var user = accounts.newUser(leaver);
        user.setFirstName("Leaver");
        accounts.saveUser(user);
        people.whileAlsoIn(leaver, FINANCE, () -> desk.claimAs(leaver, FINANCE, task));
        assertThat(holderOf(task)).isEqualTo(leaver);
        assertThatThrownBy(() -> desk.answerAs(leaver, FINANCE, task, Map.of("decision", "APPROVE", "comment", "")))
                .isInstanceOf(RuntimeException.class);
        assertThat(holderOf(task)).isEqualTo(leaver);
        assertThat(release(PROGRAM_MANAGERS, task).statusCode()).isEqualTo(204);
        assertThat(answer(FINANCE, task, "APPROVE").statusCode()).isEqualTo(204);
    }

    @Test
    void aSecondClaimByTheHolderChangesNothing() {
        var task = review();
        assertThat(claim(ACCOUNT_MANAGERS, task).statusCode()).isEqualTo(204);
        assertThat(claim(ACCOUNT_MANAGERS, task).statusCode()).isEqualTo(204);
        assertThat(holderOf(task)).isEqualTo(people.of(ACCOUNT_MANAGERS));
    }

    @Test
    void theHolderGivesATaskBackAndAProgramManagerFreesAny() {
        var task = review();
        claim(ACCOUNT_MANAGERS, task);
        var colleague = visitor().signIn(people.another(ACCOUNT_MANAGERS), People.PASSWORD);
        colleague.get("/camunda/app/tasklist/default/");
        assertThat(colleague.postJson(ENGINE + "/task/" + task + "/unclaim", "").statusCode())
                .isEqualTo(403);
        for (var other : List.of(MONITORS, FINANCE)) {
            assertThat(release(other, task).statusCode()).isEqualTo(403);
        }
        assertThat(holderOf(task)).isEqualTo(people.of(ACCOUNT_MANAGERS));
        for (int i = 0; i < 2; i++) {
            assertThat(release(ACCOUNT_MANAGERS, task).statusCode()).isEqualTo(204);
            assertThat(holderOf(task)).isEmpty();
        }

        claim(ACCOUNT_MANAGERS, task);
        assertThat(at(PROGRAM_MANAGERS)
                        .postJson(ENGINE + "/task/" + task + "/assignee", "{\"userId\":null}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(holderOf(task)).isEmpty();
        assertThat(engine.getHistoryService()
                        .createUserOperationLogQuery()
                        .taskId(task)
                        .userId(people.of(PROGRAM_MANAGERS))
                        .count())
                .as("the engine's log names who did it")
                .isOne();

        answer(ACCOUNT_MANAGERS, task, "APPROVE");
        assertThat(release(ACCOUNT_MANAGERS, task).statusCode()).isEqualTo(409);
    }

    @Test
    void candidatesSeeWhoHoldsATask() throws Exception {
        var task = review();
        claim(ACCOUNT_MANAGERS, task);
        var filters = JSON.readTree(at(ACCOUNT_MANAGERS)
                .get(
                        ENGINE + "/filter?resourceType=Task&name="
                                + "%D0%97%D0%B0%D0%B4%D0%B0%D1%87%D0%B8%20%D0%BC%D0%BE%D0%B5%D0%B9%20%D0%B3%D1%80%D1%83%D0%BF%D0%BF%D1%8B")
                .body());
        var list = JSON.readTree(at(ACCOUNT_MANAGERS)
                .postJson(
                        ENGINE + "/filter/" + filters.path(0).path("id").asText() + "/list",
                        "{\"taskId\":\"" + task + "\"}")
                .body());
        assertThat(list).hasSize(1);
        assertThat(list.path(0).path("assignee").asText()).isEqualTo(people.of(ACCOUNT_MANAGERS));
    }

    @Test
    void whoeverWorksATaskCommentsOnItAndReadsTheComments() {
        var task = review();
        claim(ACCOUNT_MANAGERS, task);
        var path = ENGINE + "/task/" + task + "/comment";
        var comment = "{\"message\":\" Ждём\u200b звонка\\u00ad \"}";
        assertThat(at(ACCOUNT_MANAGERS).postJson(path + "/create", comment).statusCode())
                .isEqualTo(200);
        assertThat(at(ACCOUNT_MANAGERS).get(path).body()).contains("Ждём звонка", people.of(ACCOUNT_MANAGERS));
        assertThat(at(MONITORS).get(path).body()).contains("Ждём звонка");
        for (var other : List.of(MONITORS, FINANCE, PROGRAM_MANAGERS)) {
            assertThat(at(other).postJson(path + "/create", comment).statusCode())
                    .isEqualTo(403);
        }
        for (var group : List.of(ACCOUNT_MANAGERS, MONITORS, CAMUNDA_ADMIN)) {
            assertThat(at(group).json("DELETE", path, "").statusCode()).isEqualTo(403);
            assertThat(at(group).json("PUT", path, comment).statusCode()).isEqualTo(403);
        }
        assertThat(engine.getTaskService().getTaskComments(task)).hasSize(1);
    }

    @Test
    void aMonitorSeesEveryOpenTaskAndChangesNone() throws Exception {
        var open = List.of(review(), authorization(), adjustment());
        var monitor = at(MONITORS);
        var count = JSON.readTree(monitor.get(ENGINE + "/task/count").body())
                .path("count")
                .asLong();
        assertThat(count).isEqualTo(engine.getTaskService().createTaskQuery().count());
        for (var task : open) {
            var path = ENGINE + "/task/" + task;
            assertThat(monitor.get(path).statusCode()).isEqualTo(200);
            for (var door : List.of(
                    "claim",
                    "unclaim",
                    "assignee",
                    "delegate",
                    "resolve",
                    "complete",
                    "submit-form",
                    "identity-links",
                    "identity-links/delete",
                    "comment/create",
                    "bpmnError",
                    "bpmnEscalation",
                    "variables",
                    "localVariables")) {
                assertThat(monitor.postJson(path + "/" + door, themselves(MONITORS))
                                .statusCode())
                        .describedAs(door)
                        .isBetween(400, 499);
            }
            assertThat(monitor.json("PUT", path, "{\"priority\":1}").statusCode())
                    .isEqualTo(403);
            assertThat(monitor.json("DELETE", path, "").statusCode()).isEqualTo(403);
            assertThat(holderOf(task)).isEmpty();
        }
    }

    /** Anybody tries anything; afterwards nobody outside a task's groups holds it or has decided it. */
    @Test
    void whateverAnybodyTriesOnlyCandidatesHoldAndDecide() throws JsonProcessingException {
        var random = new Random(10);
        var seats = new EnumMap<Group, Visitor>(Group.class);
        var tasks = List.of(review(), authorization(), adjustment(), review(), adjustment());
        for (int i = 0; i < 200; i++) {
            var group = Group.STAFF.get(random.nextInt(Group.STAFF.size()));
            var other = Group.STAFF.get(random.nextInt(Group.STAFF.size()));
            var task = ENGINE + "/task/" + tasks.get(random.nextInt(tasks.size()));
            var named = JSON.writeValueAsString(Map.of("userId", people.of(random.nextBoolean() ? group : other)));
            var visitor = seats.computeIfAbsent(group, this::at);
            var answer = switch (random.nextInt(6)) {
                case 0, 1 -> visitor.postJson(task + "/claim", named);
                case 2 -> visitor.postJson(task + "/assignee", named);
                case 3 -> visitor.postJson(task + "/delegate", named);
                case 4 -> visitor.postJson(task + "/unclaim", "");
                default -> visitor.postJson(task + "/submit-form", decision("REJECT"));
            };
            assertThat(answer.statusCode())
                    .describedAs(answer.uri() + answer.body())
                    .isLessThan(500);
        }
        var history = engine.getHistoryService();
        for (var task : tasks) {
            var groups = history.createHistoricIdentityLinkLogQuery().taskId(task).type("candidate").list().stream()
                    .map(link -> link.getGroupId())
                    .toList();
            assertThat(groups).isNotEmpty();
            var workers = Stream.concat(
                    history.createUserOperationLogQuery().taskId(task).operationType("Complete").list().stream()
                            .map(entry -> entry.getUserId()),
                    Stream.of(holderOf(task)).filter(holder -> !holder.isEmpty()));
            assertThat(workers.toList())
                    .allSatisfy(user -> assertThat(groups).anyMatch(group -> user.equals("the-" + group)));
        }
    }

    /** A review of an application, for account managers. */
    private String review() {
        var number = registrations
                .submit(Companies.application(), UUID.randomUUID().toString())
                .caseNumber();
        return desk.task(number, "Task_ReviewRegistration").getId();
    }

    /** A sum above the limit, for finance. */
    private String authorization() {
        var member = funding.partner();
        var number = funding.submit(member, funding.proposal(Activity.EVENT, funding.eventDay(), "1200000", "2400000"));
        funding.answer(number, CoFunding.REVIEW, "APPROVE", "");
        return desk.task(number, CoFunding.AUTHORIZE).getId();
    }

    /** An adjustment that an account manager asks for, for finance and program managers. */
    private String adjustment() {
        var number = adjustments.request(
                members.achieving().id(),
                new AdjustmentRequest("10", "Бонус"),
                people.of(ACCOUNT_MANAGERS),
                UUID.randomUUID().toString());
        return desk.task(number, "Task_ApproveAdjustment").getId();
    }

    private Visitor at(Group group) {
        var visitor = member(group);
        visitor.get("/camunda/app/" + (group == MONITORS ? "cockpit" : "tasklist") + "/default/");
        return visitor;
    }

    private HttpResponse<String> claim(Group group, String task) {
        return at(group).postJson(ENGINE + "/task/" + task + "/claim", themselves(group));
    }

    private HttpResponse<String> release(Group group, String task) {
        return at(group).postJson(ENGINE + "/task/" + task + "/unclaim", "");
    }

    private HttpResponse<String> answer(Group group, String task, String decision) {
        return at(group).postJson(ENGINE + "/task/" + task + "/submit-form", decision(decision));
    }

    private static String decision(String decision) {
        return "{\"variables\":{\"decision\":{\"value\":\"" + decision + "\"},\"comment\":{\"value\":\"Так решили\"}}}";
    }

    private String themselves(Group group) {
        return "{\"userId\":\"" + people.of(group) + "\"}";
    }

    private String holderOf(String task) {
        var open = engine.getTaskService().createTaskQuery().taskId(task).singleResult();
        return open == null || open.getAssignee() == null ? "" : open.getAssignee();
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode())
                .describedAs(answer.uri() + answer.body())
                .isBetween(400, 499);
    }
}
