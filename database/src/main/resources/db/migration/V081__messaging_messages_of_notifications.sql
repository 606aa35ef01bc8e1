-- Messages that carry out a notification, one per channel. told_at keeps the order in which people are told things, however
-- their messages were decided; awaited while a process waits for the report; superseded when the next channel took over
-- before this one was tried.
alter table app.outgoing_message add column notification_id uuid;
alter table app.outgoing_message add column told_at timestamptz;
alter table app.outgoing_message add column awaited boolean not null default false;
alter table app.outgoing_message add column settled_at timestamptz;
alter table app.outgoing_message add column settled_by uuid;
alter table app.outgoing_message drop constraint outgoing_message_state;
alter table app.outgoing_message add constraint outgoing_message_state
  check (state in ('PENDING', 'SUPERSEDED', 'UNKNOWN', 'SENT', 'FAILED', 'DELIVERED', 'READ'));

update app.outgoing_message set told_at = created_at;
alter table app.outgoing_message alter column told_at set not null;

drop index app.outgoing_message_waiting;
create index outgoing_message_waiting
  on app.outgoing_message (tenant_id, channel, address, told_at, (coalesce(notification_id, id))) where state = 'PENDING';
create index outgoing_message_of_notification on app.outgoing_message (tenant_id, notification_id) where notification_id is not null;
create index outgoing_message_troubled on app.outgoing_message (tenant_id, created_at, id)
  where state in ('FAILED', 'UNKNOWN') and settled_at is null;
