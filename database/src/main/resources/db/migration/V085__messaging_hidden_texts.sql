-- What the firm's staff sees of a message whose body is for its receiver alone, such as a code; null when that is all of it.
alter table app.outgoing_message add column shown text;

update app.outgoing_message
   set shown = 'A code was sent.'
 where once like 'address-%';
update app.outgoing_message again
   set shown = 'A code was sent.'
  from app.outgoing_message first
 where first.tenant_id = again.tenant_id and first.once like 'address-%' and again.once = 'again-' || first.id;
update app.outgoing_message
   set shown = regexp_replace(body, '\m(YES|NO|BACK) [0-9]{4}\M', '\1 ••••', 'g')
 where shown is null and body ~ '\m(YES|NO|BACK) [0-9]{4}\M';

update app.conversation c
   set last_text = left(m.shown, 200)
  from app.outgoing_message m
 where m.shown is not null and m.tenant_id = c.tenant_id and m.channel = c.channel and m.address = c.address
   and c.last_text = left(m.body, 200);

create or replace function app.note_queued() returns trigger
language plpgsql
set search_path = pg_catalog
as $$
begin
  insert into app.conversation (tenant_id, id, channel, address, user_id, last_at, last_text)
    values (new.tenant_id, uuidv7(), new.channel, new.address, new.user_id, new.created_at,
            left(coalesce(new.shown, new.body), 200))
    on conflict (tenant_id, channel, address) do nothing;
  perform pg_notify('signal', 'conversation ' || new.tenant_id);
  return null;
end
$$;

create or replace function app.note_state() returns trigger
language plpgsql
set search_path = pg_catalog
as $$
begin
  if old.state = 'PENDING' then
    update app.conversation c
       set last_at = new.created_at, last_text = left(coalesce(new.shown, new.body), 200),
           user_id = coalesce(c.user_id, new.user_id)
     where c.tenant_id = new.tenant_id and c.channel = new.channel and c.address = new.address
       and c.last_at <= new.created_at;
  end if;
  perform pg_notify('signal', 'conversation ' || new.tenant_id);
  return null;
end
$$;
