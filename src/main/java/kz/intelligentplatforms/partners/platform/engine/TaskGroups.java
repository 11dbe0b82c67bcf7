package kz.intelligentplatforms.partners.platform.engine;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import kz.intelligentplatforms.partners.platform.identity.Group;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which of the vendor's groups hold a case now: those whose people may work its open tasks, after an escalation more than before. */
@Component
public class TaskGroups {

    /** The engine's API would take a query for every task. */
    private static final String HOLDERS = "select distinct e.business_key_, l.group_id_ from act_ru_task t"
            + " join act_ru_execution e on e.id_ = t.proc_inst_id_"
            + " join act_ru_identitylink l on l.task_id_ = t.id_"
            + " where l.type_ = 'candidate' and e.business_key_ in (:cases) and l.group_id_ in (:groups)";

    private final JdbcClient jdbc;

    TaskGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By case number; cases that nobody of the vendor holds are left out. */
    public Map<String, Set<Group>> of(Collection<String> caseNumbers) {
        var holders = new HashMap<String, Set<Group>>();
        if (!caseNumbers.isEmpty()) {
            jdbc.sql(HOLDERS)
                    .param("cases", caseNumbers)
                    .param("groups", Group.TASK_WORKERS.stream().map(Group::id).toList())
                    .query((row, number) ->
                            Map.entry(row.getString("business_key_"), group(row.getString("group_id_"))))
                    .list()
                    .forEach(link -> holders.computeIfAbsent(link.getKey(), one -> EnumSet.noneOf(Group.class))
                            .add(link.getValue()));
        }
        return holders;
    }

    private static Group group(String id) {
        return Group.TASK_WORKERS.stream()
                .filter(group -> group.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
