-- What the engine did, written by the exporter, read by the application.
-- Keys are the engine's. Every row carries the log position that wrote it, so that a replay changes nothing, and the
-- epoch: a reset engine log restarts keys and positions, the exporter then opens a new epoch (see engine.epoch).
-- tenant_id is null until the instance's root variable tenantId was seen; row-level security hides such a row from all.
create table engine.schema_info (
  version integer not null
);
insert into engine.schema_info (version) values (1);

-- One log of a partition of the engine. The exporter leaves the incarnation with the broker at each acknowledgement;
-- a broker that lost it replays its log from the start, and the first record tells whether it is the same log.
create table engine.epoch (
  partition_id    integer     not null,
  epoch           integer     not null,
  incarnation     uuid        not null,
  first_position  bigint      not null,
  first_record_at timestamptz not null,
  opened_at       timestamptz not null default now(),
  reason          text        not null,
  constraint epoch_pk primary key (partition_id, epoch)
);

-- How far the read model is: the lag of the last batch is committed_at - record_at.
create table engine.exporter_position (
  partition_id    integer     not null constraint exporter_position_pk primary key,
  epoch           integer     not null,
  position        bigint      not null,
  record_at       timestamptz not null,
  committed_at    timestamptz not null,
  constraint exporter_position_epoch_fk foreign key (partition_id, epoch) references engine.epoch (partition_id, epoch)
);

-- A record the exporter could not map: kept, counted, and the rest flows on.
create table engine.export_failure (
  epoch        integer     not null,
  partition_id integer     not null,
  position     bigint      not null,
  value_type   text        not null,
  intent       text        not null,
  reason       text        not null,
  failed_at    timestamptz not null default now(),
  constraint export_failure_pk primary key (epoch, partition_id, position)
);

-- Instances that were running when the engine's log was reset: the engine will never finish them.
create table engine.lost_instance (
  epoch           integer     not null,
  key             bigint      not null,
  bpmn_process_id text        not null,
  business_key    text,
  tenant_id       uuid,
  lost_at         timestamptz not null default now(),
  constraint lost_instance_pk primary key (epoch, key)
);

create table engine.process (
  key             bigint      not null constraint process_pk primary key,
  bpmn_process_id text        not null,
  version         integer     not null,
  resource_name   text        not null,
  xml             text        not null,
  deployed_at     timestamptz not null,
  epoch           integer     not null,
  pos             bigint      not null
);
create index process_by_id on engine.process (bpmn_process_id, version);

create table engine.process_instance (
  key             bigint      not null constraint process_instance_pk primary key,
  tenant_id       uuid,
  process_key     bigint      not null,
  bpmn_process_id text        not null,
  version         integer     not null,
  parent_key      bigint,
  business_key    text,
  title           text,
  state           text        not null constraint process_instance_state check (state in ('ACTIVE', 'COMPLETED', 'TERMINATED')),
  started_at      timestamptz not null,
  ended_at        timestamptz,
  epoch           integer     not null,
  pos             bigint      not null
);
create index process_instance_recent on engine.process_instance (tenant_id, started_at desc, key);
create index process_instance_by_business_key on engine.process_instance (tenant_id, business_key);
create index process_instance_by_parent on engine.process_instance (parent_key) where parent_key is not null;
create index process_instance_active on engine.process_instance (tenant_id, bpmn_process_id, started_at desc) where state = 'ACTIVE';

create table engine.element_instance (
  key                  bigint      not null constraint element_instance_pk primary key,
  tenant_id            uuid,
  process_instance_key bigint      not null,
  flow_scope_key       bigint      not null,
  element_id           text        not null,
  element_type         text        not null,
  state                text        not null constraint element_instance_state check (state in ('ACTIVE', 'COMPLETED', 'TERMINATED')),
  started_at           timestamptz not null,
  ended_at             timestamptz,
  epoch                integer     not null,
  pos                  bigint      not null
);
create index element_instance_by_instance on engine.element_instance (process_instance_key, started_at);

create table engine.variable (
  scope_key            bigint  not null,
  name                 text    not null,
  tenant_id            uuid,
  process_instance_key bigint  not null,
  value                text    not null,
  epoch                integer not null,
  pos                  bigint  not null,
  constraint variable_pk primary key (scope_key, name)
);
create index variable_by_instance on engine.variable (process_instance_key);

-- One table for what the engine says of a task and for what people do to it. The exporter sets assignee once, when it
-- inserts the row (from the model); afterwards assignee, claimed_at and completion_* belong to the application.
create table engine.user_task (
  key                  bigint      not null constraint user_task_pk primary key,
  tenant_id            uuid,
  process_instance_key bigint      not null,
  element_instance_key bigint      not null,
  bpmn_process_id      text        not null,
  element_id           text        not null,
  form_key             text        not null,
  state                text        not null constraint user_task_state check (state in ('CREATED', 'COMPLETED', 'CANCELED')),
  title                text        not null,
  business_key         text,
  subject_id           uuid,
  project_id           uuid,
  requester_id         uuid,
  amount_minor         bigint,
  currency             text,
  priority             integer     not null default 50,
  due_at               timestamptz not null default 'infinity',
  candidate_groups     text[]      not null default '{}',
  created_at           timestamptz not null,
  ended_at             timestamptz,
  epoch                integer     not null,
  pos                  bigint      not null,
  assignee             uuid,
  claimed_at           timestamptz,
  completion_requested_at timestamptz,
  completed_by         uuid,
  outcome              text,
  search               tsvector generated always as (to_tsvector('simple', title || ' ' || coalesce(business_key, ''))) stored
);
create index user_task_mine_by_due on engine.user_task (tenant_id, assignee, due_at, key) where state = 'CREATED';
create index user_task_by_instance on engine.user_task (process_instance_key);
create index user_task_by_subject on engine.user_task (tenant_id, subject_id);
create index user_task_search on engine.user_task using gin (search) where state = 'CREATED';

-- Open, unclaimed tasks by candidate group; the b-tree that the inbox reads. Rows go when the task ends.
create table engine.user_task_group (
  task_key   bigint      not null constraint user_task_group_task_fk references engine.user_task (key) on delete cascade,
  group_id   text        not null,
  tenant_id  uuid,
  due_at     timestamptz not null,
  created_at timestamptz not null,
  priority   integer     not null,
  claimed    boolean     not null default false,
  constraint user_task_group_pk primary key (task_key, group_id)
);
create index user_task_group_by_due on engine.user_task_group (tenant_id, group_id, due_at, task_key) where not claimed;
create index user_task_group_by_created on engine.user_task_group (tenant_id, group_id, created_at, task_key) where not claimed;

-- Jobs that failed at least once and have not succeeded yet; a job that never fails leaves no row.
create table engine.job (
  key                  bigint      not null constraint job_pk primary key,
  tenant_id            uuid,
  process_instance_key bigint      not null,
  element_instance_key bigint      not null,
  element_id           text        not null,
  type                 text        not null,
  state                text        not null constraint job_state check (state in ('FAILED', 'COMPLETED', 'CANCELED', 'ERROR_THROWN')),
  retries              integer     not null,
  error_message        text,
  failed_at            timestamptz not null,
  retry_at             timestamptz,
  ended_at             timestamptz,
  epoch                integer     not null,
  pos                  bigint      not null
);
create index job_by_instance on engine.job (process_instance_key);
create index job_failing on engine.job (tenant_id, failed_at desc) where state = 'FAILED';

create table engine.incident (
  key                  bigint      not null constraint incident_pk primary key,
  tenant_id            uuid,
  process_instance_key bigint      not null,
  element_instance_key bigint      not null,
  element_id           text        not null,
  job_key              bigint,
  error_type           text        not null,
  error_message        text        not null,
  state                text        not null constraint incident_state check (state in ('OPEN', 'RESOLVED')),
  created_at           timestamptz not null,
  resolved_at          timestamptz,
  epoch                integer     not null,
  pos                  bigint      not null
);
create index incident_open on engine.incident (tenant_id, created_at desc) where state = 'OPEN';
create index incident_by_instance on engine.incident (process_instance_key);

create table engine.timer (
  key                  bigint      not null constraint timer_pk primary key,
  tenant_id            uuid,
  process_instance_key bigint      not null,
  element_instance_key bigint      not null,
  element_id           text        not null,
  due_at               timestamptz not null,
  state                text        not null constraint timer_state check (state in ('CREATED', 'TRIGGERED', 'CANCELED')),
  epoch                integer     not null,
  pos                  bigint      not null
);
create index timer_by_instance on engine.timer (process_instance_key);

create table engine.decision_evaluation (
  key                  bigint      not null constraint decision_evaluation_pk primary key,
  tenant_id            uuid,
  process_instance_key bigint      not null,
  element_id           text        not null,
  decision_id          text        not null,
  decision_version     integer     not null,
  output               text        not null,
  failure              text,
  evaluated_at         timestamptz not null,
  epoch                integer     not null,
  pos                  bigint      not null
);
create index decision_evaluation_by_instance on engine.decision_evaluation (process_instance_key);

do $$
declare
  name text;
begin
  foreach name in array array['process_instance', 'element_instance', 'variable', 'user_task', 'user_task_group', 'job',
                              'incident', 'timer', 'decision_evaluation', 'lost_instance']
  loop
    call app.isolate_tenant(('engine.' || name)::regclass);
    execute format('create policy exporter_writes on engine.%I for all to plumbline_exporter using (true) with check (true)', name);
    execute format('grant select on engine.%I to plumbline_app', name);
    execute format('grant select, delete on engine.%I to plumbline_exporter', name);
  end loop;
  foreach name in array array['user_task_group', 'lost_instance']
  loop
    execute format('grant insert on engine.%I to plumbline_exporter', name);
  end loop;
  foreach name in array array['process_instance', 'element_instance', 'variable', 'job', 'incident', 'timer', 'decision_evaluation']
  loop
    execute format('grant insert, update on engine.%I to plumbline_exporter', name);
  end loop;
end
$$;

grant insert (key, tenant_id, process_instance_key, element_instance_key, bpmn_process_id, element_id, form_key, state, title,
              business_key, subject_id, project_id, requester_id, amount_minor, currency, priority, due_at, candidate_groups,
              created_at, ended_at, epoch, pos, assignee) on engine.user_task to plumbline_exporter;
grant update (tenant_id, business_key, state, ended_at, epoch, pos) on engine.user_task to plumbline_exporter;
grant update (tenant_id) on engine.user_task_group to plumbline_exporter;
grant update (assignee, claimed_at, completion_requested_at, completed_by, outcome) on engine.user_task to plumbline_app;
grant update (claimed) on engine.user_task_group to plumbline_app;

grant select, insert, update, delete on engine.process to plumbline_exporter;
grant select on engine.process to plumbline_app;
grant select, insert, update on engine.epoch, engine.exporter_position, engine.export_failure to plumbline_exporter;
grant select on engine.epoch, engine.exporter_position, engine.export_failure, engine.schema_info to plumbline_app;
grant select on engine.schema_info to plumbline_exporter;

-- Full-text search is not leakproof and would lose its index under row-level security: one function with the tenant
-- as an explicit predicate, run as its owner.
create function engine.search_open_tasks(words text, at_most integer)
returns setof bigint
language sql
stable
security definer
set search_path = pg_catalog
as $$
  select key
    from engine.user_task
   where tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
     and state = 'CREATED'
     and search @@ websearch_to_tsquery('simple', words)
   order by due_at, key
   limit at_most
$$;
revoke all on function engine.search_open_tasks(text, integer) from public;
grant execute on function engine.search_open_tasks(text, integer) to plumbline_app;
