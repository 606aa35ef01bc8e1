-- Which of our numbers belongs to which tenant, and which inbound messages were seen: both are needed before a tenant is known.
create table directory.receiving_address (
  channel   text not null,
  address   text not null,
  tenant_id uuid constraint receiving_address_tenant_fk references directory.tenant (id),
  constraint receiving_address_pk primary key (channel, address)
);
create table directory.inbound_message (
  provider_id  text        not null constraint inbound_message_pk primary key,
  channel      text        not null,
  from_address text        not null,
  to_address   text        not null,
  body         text        not null,
  media_count  integer     not null default 0,
  received_at  timestamptz not null,
  tenant_id    uuid,
  user_id      uuid,
  handled_at   timestamptz
);
create index inbound_message_waiting on directory.inbound_message (received_at) where handled_at is null;
create index inbound_message_by_sender on directory.inbound_message (channel, from_address, received_at);
grant select on directory.receiving_address to plumbline_app;
grant insert, update on directory.receiving_address to plumbline_app;
grant select, insert, update on directory.inbound_message to plumbline_app;

-- One message to one person on one channel. Sent in order per address; the once key makes a repeated step harmless.
create table app.outgoing_message (
  tenant_id    uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id           uuid        not null,
  once         text        not null,
  user_id      uuid,
  channel      text        not null constraint outgoing_message_channel check (channel in ('WHATSAPP', 'SMS', 'EMAIL')),
  address      text        not null,
  subject      text        not null default '',
  body         text        not null,
  state        text        not null default 'PENDING' constraint outgoing_message_state
                           check (state in ('PENDING', 'SENT', 'UNKNOWN', 'DELIVERED', 'READ', 'FAILED')),
  provider_id  text,
  attempts     integer     not null default 0,
  reason       text,
  created_at   timestamptz not null,
  sent_at      timestamptz,
  constraint outgoing_message_pk primary key (tenant_id, id),
  constraint outgoing_message_once unique (tenant_id, once)
);
create index outgoing_message_waiting on app.outgoing_message (tenant_id, channel, address, created_at, id) where state = 'PENDING';
create index outgoing_message_by_user on app.outgoing_message (tenant_id, user_id, created_at);

-- What a person said and what we understood so far, until it is a request.
create table app.dialogue (
  tenant_id  uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
  channel    text        not null,
  address    text        not null,
  user_id    uuid        not null,
  draft      jsonb       not null,
  updated_at timestamptz not null,
  constraint dialogue_pk primary key (tenant_id, channel, address)
);

call app.isolate_tenant('app.outgoing_message');
call app.isolate_tenant('app.dialogue');
grant select, insert, update on app.outgoing_message to plumbline_app;
grant select, insert, update, delete on app.dialogue to plumbline_app;
