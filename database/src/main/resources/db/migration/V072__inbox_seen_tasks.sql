-- Which tasks a person has opened; what has no row here is unread.
create table app.task_seen (
  tenant_id uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
  user_id   uuid        not null,
  task_key  bigint      not null,
  seen_at   timestamptz not null,
  constraint task_seen_pk primary key (tenant_id, user_id, task_key)
);
create index task_seen_by_task on app.task_seen (tenant_id, task_key);
call app.isolate_tenant('app.task_seen');
grant select, insert, update, delete on app.task_seen to plumbline_app;
