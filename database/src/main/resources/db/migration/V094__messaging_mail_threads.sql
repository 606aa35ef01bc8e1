-- The firm's own copy of what an answer to a mail needs: directory.inbound_mail is forgotten after half a day.
alter table app.received_message add column our_address text;
alter table app.received_message add column mail_id text;
alter table app.received_message add column mail_subject text;

-- Which received message ours answers, when staff wrote it; an automatic answer says so by its once key.
alter table app.outgoing_message add column answers text;

update app.received_message r
   set our_address = m.to_address, mail_id = h.message_id, mail_subject = h.subject
  from directory.inbound_mail h join directory.inbound_message m using (provider_id)
 where h.provider_id = r.provider_id and m.to_address <> '';

-- As before, with the head of a mail.
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
    insert into app.received_message
        (tenant_id, provider_id, conversation_id, body, media_count, received_at, our_address, mail_id, mail_subject)
      select reader.tenant_id, new.provider_id, conversation, new.body, new.media_count, new.received_at, new.to_address,
             h.message_id, h.subject
        from (select new.provider_id as id) one left join directory.inbound_mail h on h.provider_id = one.id
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
