-- Numbers people see (PR-000123), counted per tenant and kind without gaps that matter.
create table app.number_sequence (
  tenant_id uuid   not null default nullif(current_setting('app.tenant', true), '')::uuid,
  kind      text   not null,
  last      bigint not null,
  constraint number_sequence_pk primary key (tenant_id, kind)
);
call app.isolate_tenant('app.number_sequence');
grant select, insert, update on app.number_sequence to plumbline_app;

create table app.stored_file (
  tenant_id    uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id           uuid        not null,
  name         text        not null,
  content_type text        not null,
  content      bytea       not null,
  created_at   timestamptz not null,
  constraint stored_file_pk primary key (tenant_id, id)
);
call app.isolate_tenant('app.stored_file');
grant select, insert on app.stored_file to plumbline_app;

-- What to tell the engine. Written in the transaction that decided it, sent after the commit, kept as a record.
create table app.engine_command (
  tenant_id    uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id           uuid        not null,
  kind         text        not null constraint engine_command_kind
                           check (kind in ('PUBLISH_MESSAGE', 'COMPLETE_TASK', 'RETRY_JOB', 'RESOLVE_INCIDENT', 'CANCEL_INSTANCE')),
  subject      text        not null,
  payload      jsonb       not null,
  state        text        not null default 'PENDING' constraint engine_command_state
                           check (state in ('PENDING', 'SENT', 'REFUSED', 'FAILED')),
  attempts     integer     not null default 0,
  reason       text,
  created_at   timestamptz not null,
  sent_at      timestamptz,
  constraint engine_command_pk primary key (tenant_id, id)
);
create index engine_command_by_subject on app.engine_command (tenant_id, subject);
call app.isolate_tenant('app.engine_command');
grant select, insert, update on app.engine_command to plumbline_app;

-- Depth and age of what waits, over all tenants, for the metrics: numbers only.
create table app.waiting_command (
  command_id uuid        not null constraint waiting_command_pk primary key,
  queue      text        not null constraint waiting_command_queue check (queue in ('ENGINE', 'MESSAGE')),
  created_at timestamptz not null
);
create index waiting_command_oldest on app.waiting_command (queue, created_at);
grant select, insert, delete on app.waiting_command to plumbline_app;

-- db-scheduler's table; ids and tenant in task data only, never under row-level security.
create table app.scheduled_tasks (
  task_name            text        not null,
  task_instance        text        not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint      not null,
  priority             smallint,
  constraint scheduled_tasks_pk primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on app.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on app.scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on app.scheduled_tasks (priority desc, execution_time asc);
grant select, insert, update, delete on app.scheduled_tasks to plumbline_app;

-- Which models are live: an older node that restarts must not redeploy old ones.
create table app.deployment (
  release     bigint      not null constraint deployment_pk primary key,
  checksum    text        not null,
  deployed_at timestamptz not null
);
grant select, insert, update on app.deployment to plumbline_app;

-- Answers of idempotent REST calls by caller and Idempotency-Key.
create table app.idempotency_key (
  tenant_id    uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
  user_id      uuid        not null,
  key          text        not null,
  request_hash text        not null,
  result       text        not null,
  created_at   timestamptz not null,
  constraint idempotency_key_pk primary key (tenant_id, user_id, key)
);
call app.isolate_tenant('app.idempotency_key');
grant select, insert, update, delete on app.idempotency_key to plumbline_app;
