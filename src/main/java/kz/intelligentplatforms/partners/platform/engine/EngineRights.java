package kz.intelligentplatforms.partners.platform.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.intelligentplatforms.partners.platform.database.StartupLock;
import kz.intelligentplatforms.partners.platform.identity.Group;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Groups, rights and Tasklist's filters, written at every start as they are here: what someone took away comes back, what is
 * there stays. Two nodes starting at once take turns.
 */
@Component
@Order(1)
class EngineRights implements ApplicationRunner {

    private static final String COCKPIT = "cockpit";
    private static final String TASKLIST = "tasklist";

    private final IdentityService identities;
    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final TaskService tasks;
    private final List<EngineRight> ofModules;
    private final StartupLock lock;

    EngineRights(
            IdentityService identities,
            AuthorizationService authorizations,
            FilterService filters,
            TaskService tasks,
            List<EngineRight> ofModules,
            StartupLock lock) {
        this.identities = identities;
        this.authorizations = authorizations;
        this.filters = filters;
        this.tasks = tasks;
        this.ofModules = ofModules;
        this.lock = lock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        lock.whileHeld(() -> {
            groups();
            rights();
            tasklistFilters();
        });
    }

    private void groups() {
        for (var group : Group.values()) {
            if (identities.createGroupQuery().groupId(group.id()).count() == 0) {
                var created = identities.newGroup(group.id());
                created.setName(group.title());
                created.setType("WORKFLOW");
                identities.saveGroup(created);
            }
        }
    }

    private void rights() {
        for (var group : Group.TASK_WORKERS) {
            grant(group, Resources.APPLICATION, TASKLIST, Permissions.ACCESS);
        }
        for (var group : Group.STAFF) {
            grant(group, Resources.PROCESS_DEFINITION, ANY, Permissions.READ);
            grant(group, Resources.USER, ANY, Permissions.READ);
            grant(group, Resources.GROUP, ANY, Permissions.READ);
        }
        // Program managers free what somebody holds, in any group; they see whose case it is.
        grant(
                Group.PROGRAM_MANAGERS,
                Resources.PROCESS_DEFINITION,
                ANY,
                Permissions.READ,
                Permissions.READ_TASK,
                Permissions.READ_INSTANCE);
        grant(Group.MONITORS, Resources.APPLICATION, COCKPIT, Permissions.ACCESS);
        grant(
                Group.MONITORS,
                Resources.PROCESS_DEFINITION,
                ANY,
                Permissions.READ,
                Permissions.READ_INSTANCE,
                Permissions.READ_HISTORY,
                Permissions.READ_TASK,
                ProcessDefinitionPermissions.RETRY_JOB);
        grant(Group.MONITORS, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY);
        grant(Group.MONITORS, Resources.DEPLOYMENT, ANY, Permissions.READ);
        grant(Group.MONITORS, Resources.BATCH, ANY, Permissions.READ, BatchPermissions.CREATE_BATCH_SET_JOB_RETRIES);
        for (var right : ofModules) {
            grant(
                    right.group(),
                    Resources.PROCESS_DEFINITION,
                    right.process(),
                    right.permissions().toArray(Permission[]::new));
            if (right.permissions().contains(Permissions.CREATE_INSTANCE)) {
                // The guard of the webapps lets a process begin with its form only.
                grant(right.group(), Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
            }
        }
        for (var resource : Resources.values()) {
            grant(Group.CAMUNDA_ADMIN, resource, ANY, Permissions.ALL);
        }
    }

    /** The filters hold expressions, which the engine evaluates; that is why only administrators may create more. */
    private void tasklistFilters() {
        filter(
                "Мои задачи",
                10,
                tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"),
                Group.TASK_WORKERS);
        filter("Задачи моей группы", 20, tasksOfTheGroup(), Group.TASK_WORKERS);
        filter("Просроченные", 30, tasksOfTheGroup().dueBeforeExpression("${now()}"), Group.TASK_WORKERS);
        filter("В работе у сотрудников", 40, tasks.createTaskQuery().taskAssigned(), List.of(Group.PROGRAM_MANAGERS));
    }

    /** Those that a colleague holds, too: the card names the colleague. */
    private TaskQuery tasksOfTheGroup() {
        return tasks.createTaskQuery()
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .includeAssignedTasks();
    }

    private void filter(String name, int position, TaskQuery query, List<Group> readers) {
        var existing = filters.createFilterQuery().filterName(name).singleResult();
        var filter = existing == null ? filters.newTaskFilter(name) : existing;
        filter.setQuery(query.orderByTaskPriority().desc().orderByDueDate().asc());
        filter.setProperties(properties(position));
        filters.saveFilter(filter);
        for (var group : readers) {
            grant(group, Resources.FILTER, filter.getId(), Permissions.READ);
        }
    }

    private static Map<String, Object> properties(int position) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("priority", position);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put(
                "variables",
                List.of(Map.of("name", "companyName", "label", "Компания"), Map.of("name", "bin", "label", "БИН/ИИН")));
        return properties;
    }

    private void grant(Group group, Resource resource, String id, Permission... permissions) {
        var existing = authorizations
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .groupIdIn(group.id())
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        var grant = existing == null ? authorizations.createNewAuthorization(AUTH_TYPE_GRANT) : existing;
        grant.setGroupId(group.id());
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.setPermissions(permissions);
        authorizations.saveAuthorization(grant);
    }
}
