-- Where pictures and files of a text can be fetched; known before anybody knows whose they are.
create table directory.inbound_media (
  provider_id text    not null constraint inbound_media_message_fk references directory.inbound_message (provider_id) on delete cascade,
  position    integer not null,
  url         text    not null,
  constraint inbound_media_pk primary key (provider_id, position)
);
grant select, insert, delete on directory.inbound_media to plumbline_app;

-- The firm's pictures and files that came in, wanted, kept or given up with a reason, and what they were added to.
create table app.received_media (
  tenant_id    uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
  provider_id  text        not null,
  position     integer     not null,
  channel      text        not null,
  address      text        not null,
  received_at  timestamptz not null,
  url          text,
  state        text        not null constraint received_media_state check (state in ('PENDING', 'STORED', 'FAILED')),
  reason       text,
  file_id      uuid,
  name         text,
  content_type text,
  size_bytes   bigint,
  attached_to  uuid,
  constraint received_media_pk primary key (tenant_id, provider_id, position),
  constraint received_media_file_fk foreign key (tenant_id, file_id) references app.stored_file (tenant_id, id),
  constraint received_media_stored check ((state = 'STORED') = (file_id is not null))
);
create index received_media_by_address on app.received_media (tenant_id, channel, address, received_at);
call app.isolate_tenant('app.received_media');
grant select, insert, update on app.received_media to plumbline_app;

-- What began in a conversation, so that its pictures and files find their way to it.
create table app.conversation_subject (
  tenant_id  uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
  subject_id uuid        not null,
  channel    text        not null,
  address    text        not null,
  from_at    timestamptz not null,
  until_at   timestamptz not null,
  constraint conversation_subject_pk primary key (tenant_id, subject_id)
);
create index conversation_subject_by_address on app.conversation_subject (tenant_id, channel, address, until_at);
call app.isolate_tenant('app.conversation_subject');
grant select, insert on app.conversation_subject to plumbline_app;

alter table app.dialogue add column begun_at timestamptz;
update app.dialogue set begun_at = updated_at;
alter table app.dialogue alter column begun_at set not null;

-- As before, and the message's pictures and files become wanted by those who read it.
create or replace function app.note_received() returns trigger
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
      insert into app.received_media (tenant_id, provider_id, position, channel, address, received_at, url, state, reason)
        select reader.tenant_id, m.provider_id, m.position, new.channel, new.from_address, new.received_at, m.url,
               case when reader.user_id is null then 'FAILED' else 'PENDING' end,
               case when reader.user_id is null then 'Files of unknown senders are not fetched.' end
          from directory.inbound_media m
         where m.provider_id = new.provider_id
      on conflict do nothing;
    end if;
    perform pg_notify('signal', 'conversation ' || reader.tenant_id);
  end loop;
  return null;
end
$$;

-- The firms that want files of a message: its fetching begins without one.
create function app.firms_waiting_for_media(message text)
returns setof uuid
language sql
stable
security definer
set search_path = pg_catalog
as $$
  select distinct tenant_id from app.received_media where provider_id = message and state <> 'FAILED' and attached_to is null
$$;
revoke all on function app.firms_waiting_for_media(text) from public;
grant execute on function app.firms_waiting_for_media(text) to plumbline_app;

-- db-scheduler's table for what comes in: fetching files and reading mailboxes never holds up messages.
create table app.scheduled_intake_tasks (
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
  constraint scheduled_intake_tasks_pk primary key (task_name, task_instance)
);
create index scheduled_intake_tasks_execution_time on app.scheduled_intake_tasks (execution_time);
create index scheduled_intake_tasks_last_heartbeat on app.scheduled_intake_tasks (last_heartbeat);
grant select, insert, update, delete on app.scheduled_intake_tasks to plumbline_app;
