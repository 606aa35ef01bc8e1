-- What a person was told: always here to read, and carried out by notification.bpmn when way is ASKED. It is QUEUED once the
-- first message was decided; until then later notices to the same person wait a moment, to keep their order.
create table app.notification (
  tenant_id            uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id                   uuid        not null,
  once                 text        not null,
  user_id              uuid        not null,
  kind                 text        not null,
  urgent               boolean     not null,
  subject              text        not null,
  body                 text        not null,
  number               text,
  task_key             bigint,
  way                  text        not null constraint notification_way check (way in ('IN_APP', 'ASKED', 'QUEUED')),
  created_at           timestamptz not null,
  read_at              timestamptz,
  process_instance_key bigint,
  constraint notification_pk primary key (tenant_id, id),
  constraint notification_once unique (tenant_id, once)
);
create index notification_by_user on app.notification (tenant_id, user_id, created_at desc, id);
create index notification_unread on app.notification (tenant_id, user_id) where read_at is null;
create index notification_asked on app.notification (tenant_id, user_id, created_at, id) where way = 'ASKED';
create index notification_created on app.notification using brin (created_at);

-- How a person wants to hear of a kind of notice. Without a row, or with channels null: as usual.
create table app.notice_preference (
  tenant_id    uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
  user_id      uuid        not null,
  kind         text        not null,
  channels     text[],
  passes_quiet boolean     not null default false,
  updated_at   timestamptz not null,
  constraint notice_preference_pk primary key (tenant_id, user_id, kind)
);
create index notice_preference_by_kind on app.notice_preference (tenant_id, kind);

-- When a person is not to be disturbed, every day, in the firm's zone; over midnight when it ends before it starts.
create table app.quiet_hours (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  user_id   uuid not null,
  starts    time not null,
  ends      time not null,
  constraint quiet_hours_pk primary key (tenant_id, user_id),
  constraint quiet_hours_last check (starts <> ends)
);

call app.isolate_tenant('app.notification');
call app.isolate_tenant('app.notice_preference');
call app.isolate_tenant('app.quiet_hours');
grant select, insert, update, delete on app.notification to plumbline_app;
grant select, insert, update, delete on app.notice_preference to plumbline_app;
grant select, insert, update, delete on app.quiet_hours to plumbline_app;
