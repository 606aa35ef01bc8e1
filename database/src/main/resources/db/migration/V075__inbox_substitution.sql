-- Who stands in for whom, from when to when, for everything or for one process. What follows from it is worked out when it
-- is asked, so that it begins and ends by itself.
create table app.substitution (
  tenant_id     uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id            uuid        not null,
  absent_id     uuid        not null,
  substitute_id uuid        not null,
  from_at       timestamptz not null,
  until_at      timestamptz not null,
  process_id    text,
  state         text        not null constraint substitution_state check (state in ('PROPOSED', 'ACCEPTED', 'DECLINED', 'ENDED')),
  set_by        uuid        not null,
  created_at    timestamptz not null,
  answered_at   timestamptz,
  ended_at      timestamptz,
  ended_by      uuid,
  constraint substitution_pk primary key (tenant_id, id),
  constraint substitution_of_another check (absent_id <> substitute_id),
  constraint substitution_order check (from_at < until_at),
  constraint substitution_absent_fk foreign key (tenant_id, absent_id) references app.person (tenant_id, id),
  constraint substitution_substitute_fk foreign key (tenant_id, substitute_id) references app.person (tenant_id, id)
);
create index substitution_by_substitute on app.substitution (tenant_id, substitute_id, until_at) where state in ('PROPOSED', 'ACCEPTED');
create index substitution_by_absent on app.substitution (tenant_id, absent_id, until_at) where state in ('PROPOSED', 'ACCEPTED');
call app.isolate_tenant('app.substitution');
grant select, insert on app.substitution to plumbline_app;
grant update (state, answered_at, ended_at, ended_by) on app.substitution to plumbline_app;

-- A substitute takes a task for the person who is absent: it stays that person's, and goes back with the substitution.
alter table engine.user_task
  add column claimed_by    uuid,
  add column completed_for uuid,
  add column delegated_by  uuid,
  add column follow_up_at  timestamptz;
grant update (claimed_by, completed_for, delegated_by, follow_up_at) on engine.user_task to plumbline_app;
