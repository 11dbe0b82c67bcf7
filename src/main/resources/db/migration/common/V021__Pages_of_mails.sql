-- What a mail's button opens where it is no link of its receiver's own; until now that was told by its template.
alter table notification add column page varchar(200);

update notification
   set page = case
           when template = 'TASK_DUE' then '/camunda/app/tasklist/default/'
           when template in ('POINTS_STATEMENT', 'POINTS_ADJUSTED') then '/portal/points'
           else '/portal/cases/' || case_number
       end
 where sent_at is null
   and link is null;
