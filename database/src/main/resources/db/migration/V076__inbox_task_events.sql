-- Through whose hands a task went before it was decided. The task's key alone does not name it for good, a reset engine
-- log counts its keys from the start again; with its form and subject it does.
create table app.task_event (
  tenant_id  uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id         uuid        not null,
  task_key   bigint      not null,
  form_key   text        not null,
  subject_id uuid,
  kind       text        not null constraint task_event_kind check (kind in
             ('CLAIMED', 'RELEASED', 'DELEGATED', 'HANDED_BACK', 'TAKEN_BACK', 'REASSIGNED', 'PUT_OFF', 'RESUMED')),
  actor_id   uuid        not null,
  acted_for  uuid,
  other_id   uuid,
  note       text        not null default '',
  at         timestamptz not null,
  constraint task_event_pk primary key (tenant_id, id)
);
create index task_event_by_task on app.task_event (tenant_id, task_key, at);
call app.isolate_tenant('app.task_event');
grant select, insert on app.task_event to plumbline_app;
