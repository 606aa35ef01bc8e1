-- A task put to a person by message: what they were asked, and which code or link may answer it, once.
create table app.decision_offer (
  tenant_id       uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id              uuid        not null,
  task_key        bigint      not null,
  form_key        text        not null,
  subject_id      uuid,
  user_id         uuid        not null,
  acted_for       uuid,
  revision        integer     not null,
  amount_minor    bigint      not null,
  currency        text        not null,
  draw            integer     not null,
  code_hash       text        not null,
  created_at      timestamptz not null,
  expires_at      timestamptz not null,
  ended_at        timestamptz,
  ending          text constraint decision_offer_ending check (ending in ('USED', 'VOID', 'EXPIRED')),
  outcome         text,
  reason_for      text,
  reason_address  text,
  reason_asked_at timestamptz,
  constraint decision_offer_pk primary key (tenant_id, id),
  constraint decision_offer_person_fk foreign key (tenant_id, user_id) references app.person (tenant_id, id),
  constraint decision_offer_ended check ((ended_at is null) = (ending is null))
);
-- A person never holds two open offers that one code could mean, nor two for one task.
create unique index decision_offer_open_code on app.decision_offer (tenant_id, user_id, code_hash) where ended_at is null;
create unique index decision_offer_open_task on app.decision_offer (tenant_id, user_id, task_key) where ended_at is null;
create index decision_offer_by_person on app.decision_offer (tenant_id, user_id, created_at);
create index decision_offer_old on app.decision_offer (tenant_id, created_at);
call app.isolate_tenant('app.decision_offer');
grant select, insert, update, delete on app.decision_offer to plumbline_app;

-- Up to which amount a firm lets people decide without signing in, in minor units of its currency; 0: never.
create table app.approval_limit (
  tenant_id    uuid   not null default nullif(current_setting('app.tenant', true), '')::uuid
                      constraint approval_limit_pk primary key,
  amount_minor bigint not null constraint approval_limit_positive check (amount_minor >= 0)
);
call app.isolate_tenant('app.approval_limit');
grant select, insert, update on app.approval_limit to plumbline_app;

-- Wrong codes, by the address they came from: an address may be known in several firms.
create table directory.code_guess (
  channel    text        not null,
  address    text        not null,
  user_id    uuid        not null,
  guessed_at timestamptz not null
);
create index code_guess_by_address on directory.code_guess (channel, address, guessed_at);
create index code_guess_by_person on directory.code_guess (user_id, guessed_at);
create index code_guess_old on directory.code_guess (guessed_at);
grant select, insert, delete on directory.code_guess to plumbline_app;

-- The key that codes, buttons and links are made with, made by the first node that needs it and shared by all.
create table directory.offer_key (
  id         smallint    not null constraint offer_key_pk primary key constraint offer_key_single check (id = 1),
  secret     bytea       not null,
  created_at timestamptz not null
);
grant select, insert on directory.offer_key to plumbline_app;
