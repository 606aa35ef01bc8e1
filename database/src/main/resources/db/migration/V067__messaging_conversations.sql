-- What was said with one address on one channel of a firm, for the people who read and answer there.
create table app.conversation (
  tenant_id       uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id              uuid        not null,
  channel         text        not null constraint conversation_channel check (channel in ('WHATSAPP', 'SMS', 'EMAIL')),
  address         text        not null,
  user_id         uuid,
  last_at         timestamptz not null,
  last_text       text        not null default '',
  last_inbound_at timestamptz,
  unread          integer     not null default 0,
  constraint conversation_pk primary key (tenant_id, id),
  constraint conversation_once unique (tenant_id, channel, address)
);
create index conversation_latest on app.conversation (tenant_id, last_at desc, id);
call app.isolate_tenant('app.conversation');
grant select, insert, update on app.conversation to plumbline_app;

-- The firm's own copy of what came in. directory.inbound_message loses texts after half a day, since it lies outside
-- row-level security.
create table app.received_message (
  tenant_id       uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
  provider_id     text        not null,
  conversation_id uuid        not null,
  body            text        not null,
  media_count     integer     not null,
  received_at     timestamptz not null,
  constraint received_message_pk primary key (tenant_id, provider_id),
  constraint received_message_conversation_fk foreign key (tenant_id, conversation_id)
    references app.conversation (tenant_id, id)
);
create index received_message_by_conversation on app.received_message (tenant_id, conversation_id, received_at);
call app.isolate_tenant('app.received_message');
grant select, insert, update on app.received_message to plumbline_app;

-- Every state a message went through, with the provider's reason.
create table app.outgoing_message_status (
  tenant_id  uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
  message_id uuid        not null,
  seq        bigint      not null generated always as identity,
  state      text        not null,
  reason     text,
  at         timestamptz not null,
  constraint outgoing_message_status_pk primary key (tenant_id, message_id, seq),
  constraint outgoing_message_status_message_fk foreign key (tenant_id, message_id)
    references app.outgoing_message (tenant_id, id)
);
call app.isolate_tenant('app.outgoing_message_status');
grant select, insert on app.outgoing_message_status to plumbline_app;

-- The person who wrote it, when it was not the system.
alter table app.outgoing_message add column written_by uuid;
create index outgoing_message_by_address on app.outgoing_message (tenant_id, channel, address, created_at);

-- Which firms read a message. Strangers' belong to the firm that owns the number or mailbox they came to; STOP and START
-- to every firm that knows the address. Definer's rights: who handles a message may not know its firm yet.
create function app.readers_of(message directory.inbound_message)
returns table (tenant_id uuid, user_id uuid)
language sql
stable
set search_path = pg_catalog
as $$
  select message.tenant_id, message.user_id where message.tenant_id is not null
  union
  select r.tenant_id, c.user_id
    from directory.receiving_address r
    left join directory.channel_address c
      on c.channel = message.channel and c.address = message.from_address and c.tenant_id = r.tenant_id
   where message.tenant_id is null and r.tenant_id is not null
     and r.channel = message.channel and r.address = message.to_address
  union
  select c.tenant_id, c.user_id
    from directory.channel_address c
   where message.tenant_id is null and message.outcome in ('OPTED_OUT', 'OPTED_IN')
     and c.channel = message.channel and c.address = message.from_address
$$;
revoke all on function app.readers_of(directory.inbound_message) from public;

create function app.note_received() returns trigger
language plpgsql
security definer
set search_path = pg_catalog
as $$
declare
  reader record;
  conversation uuid;
  added integer;
begin
  for reader in select * from app.readers_of(new) order by 1 loop
    insert into app.conversation as c
        (tenant_id, id, channel, address, user_id, last_at, last_text, last_inbound_at)
      values (reader.tenant_id, uuidv7(), new.channel, new.from_address, reader.user_id, new.received_at, '', new.received_at)
      on conflict (tenant_id, channel, address) do update
        set user_id = coalesce(excluded.user_id, c.user_id)
      returning c.id into conversation;
    insert into app.received_message (tenant_id, provider_id, conversation_id, body, media_count, received_at)
      values (reader.tenant_id, new.provider_id, conversation, new.body, new.media_count, new.received_at)
      on conflict do nothing;
    get diagnostics added = row_count;
    if added = 1 then
      update app.conversation c
         set unread = c.unread + 1,
             last_text = case when new.received_at >= c.last_at then left(new.body, 200) else c.last_text end,
             last_at = greatest(c.last_at, new.received_at),
             last_inbound_at = greatest(c.last_inbound_at, new.received_at)
       where c.tenant_id = reader.tenant_id and c.id = conversation;
    end if;
    perform pg_notify('signal', 'conversation ' || reader.tenant_id);
  end loop;
  return null;
end
$$;
revoke all on function app.note_received() from public;
create trigger note_received after update of handled_at on directory.inbound_message
  for each row when (old.handled_at is null and new.handled_at is not null)
  execute function app.note_received();

-- The first message to an address begins a conversation. A later one leaves the row alone until it is sent: a
-- transaction that tells many people would lock many rows, in any order.
create function app.note_queued() returns trigger
language plpgsql
set search_path = pg_catalog
as $$
begin
  insert into app.conversation (tenant_id, id, channel, address, user_id, last_at, last_text)
    values (new.tenant_id, uuidv7(), new.channel, new.address, new.user_id, new.created_at, left(new.body, 200))
    on conflict (tenant_id, channel, address) do nothing;
  perform pg_notify('signal', 'conversation ' || new.tenant_id);
  return null;
end
$$;
create trigger note_queued after insert on app.outgoing_message
  for each row execute function app.note_queued();

create function app.note_state() returns trigger
language plpgsql
set search_path = pg_catalog
as $$
begin
  if old.state = 'PENDING' then
    update app.conversation c
       set last_at = new.created_at, last_text = left(new.body, 200), user_id = coalesce(c.user_id, new.user_id)
     where c.tenant_id = new.tenant_id and c.channel = new.channel and c.address = new.address
       and c.last_at <= new.created_at;
  end if;
  perform pg_notify('signal', 'conversation ' || new.tenant_id);
  return null;
end
$$;
create trigger note_state after update of state on app.outgoing_message
  for each row when (old.state is distinct from new.state)
  execute function app.note_state();

insert into app.conversation (tenant_id, id, channel, address, user_id, last_at, last_text)
select distinct on (tenant_id, channel, address)
       tenant_id, uuidv7(), channel, address, user_id, created_at, left(body, 200)
  from app.outgoing_message
 order by tenant_id, channel, address, created_at desc;
