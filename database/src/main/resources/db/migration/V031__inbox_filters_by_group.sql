-- What the inbox filters and sorts by lies beside the candidate group, so that no filter has to look up the tasks of whole
-- groups. Schema version 2: the exporter fills the new columns and waits until they are there.
alter table engine.user_task_group
  add column bpmn_process_id text,
  add column project_id      uuid,
  add column amount_minor    bigint;

update engine.user_task_group g
   set bpmn_process_id = t.bpmn_process_id, project_id = t.project_id, amount_minor = t.amount_minor
  from engine.user_task t
 where t.key = g.task_key;

create index user_task_group_by_project on engine.user_task_group (tenant_id, group_id, project_id, due_at, task_key)
  where not claimed and project_id is not null;

update engine.schema_info set version = 2;
