-- Every decision of every kind of task: who decided, for whom, from where, and which rules allowed it. Never changed
-- but to be made void, when the engine had moved on before it arrived.
create table app.task_decision (
  tenant_id    uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id           uuid        not null,
  task_key     bigint      not null,
  form_key     text        not null,
  subject_id   uuid,
  business_key text,
  outcome      text        not null,
  actor_id     uuid        not null,
  acted_for    uuid,
  channel      text        not null,
  device       text        not null,
  rule         text        not null,
  rule_version text        not null,
  decided_at   timestamptz not null,
  void_reason  text,
  constraint task_decision_pk primary key (tenant_id, id),
  constraint task_decision_for_another check (acted_for <> actor_id)
);
create index task_decision_by_task on app.task_decision (tenant_id, task_key, decided_at);
create index task_decision_by_subject on app.task_decision (tenant_id, subject_id, decided_at);
call app.isolate_tenant('app.task_decision');
grant select, insert on app.task_decision to plumbline_app;
grant update (void_reason) on app.task_decision to plumbline_app;

-- "B for A": whom a substitute acted for.
alter table app.purchase_decision add column acted_for uuid;
alter table app.purchase_request_event add column acted_for uuid;
