-- Whoever works a task reads its history, and so the comments on it. New tasks bring that right with their candidate groups; this
-- gives it to the groups of those that are open. 19 is the engine's number for the history of a task, 2 for reading.
insert into ACT_RU_AUTHORIZATION
    (ID_, REV_, TYPE_, GROUP_ID_, RESOURCE_TYPE_, RESOURCE_ID_, PERMS_, ROOT_PROC_INST_ID_)
select 'V009-' || min(link.ID_), 1, 1, link.GROUP_ID_, 19, link.TASK_ID_, 2, max(execution.ROOT_PROC_INST_ID_)
from ACT_RU_IDENTITYLINK link
join ACT_RU_TASK task on task.ID_ = link.TASK_ID_
left join ACT_RU_EXECUTION execution on execution.ID_ = task.PROC_INST_ID_
where link.TYPE_ = 'candidate' and link.GROUP_ID_ is not null
group by link.GROUP_ID_, link.TASK_ID_;
