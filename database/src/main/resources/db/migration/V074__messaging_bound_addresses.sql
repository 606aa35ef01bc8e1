-- An address belongs to a person once they have typed in what was sent to it. Waiting ones, and those who prove them.
create table app.address_binding (
  tenant_id  uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id         uuid        not null,
  user_id    uuid        not null,
  channel    text        not null constraint address_binding_channel check (channel in ('WHATSAPP', 'SMS', 'EMAIL')),
  address    text        not null,
  code_hash  text        not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at   timestamptz,
  constraint address_binding_pk primary key (tenant_id, id),
  constraint address_binding_person_fk foreign key (tenant_id, user_id) references app.person (tenant_id, id)
);
create index address_binding_by_person on app.address_binding (tenant_id, user_id, created_at);
create index address_binding_by_address on app.address_binding (tenant_id, channel, address, created_at);
call app.isolate_tenant('app.address_binding');
grant select, insert, update, delete on app.address_binding to plumbline_app;

-- Wrong codes, by who typed them.
create table app.address_guess (
  tenant_id  uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
  user_id    uuid        not null,
  guessed_at timestamptz not null
);
create index address_guess_by_person on app.address_guess (tenant_id, user_id, guessed_at);
call app.isolate_tenant('app.address_guess');
grant select, insert, delete on app.address_guess to plumbline_app;

-- What a sender nobody knows was answered: whoever signs in and types it in has their phone in hand.
create table directory.stranger_code (
  channel    text        not null,
  address    text        not null,
  code_hash  text        not null constraint stranger_code_unique unique,
  expires_at timestamptz not null,
  constraint stranger_code_pk primary key (channel, address)
);
create index stranger_code_expired on directory.stranger_code (expires_at);
grant select, insert, update, delete on directory.stranger_code to plumbline_app;

alter table directory.channel_address add column bound_at timestamptz;
