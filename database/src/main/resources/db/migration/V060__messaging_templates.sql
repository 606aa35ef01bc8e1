-- Texts the WhatsApp provider approved beforehand: the only way to write to someone whose 24 hours are over. The
-- variables are names, in the order of the placeholders {{1}}, {{2}}, ... of the body.
create table app.message_template (
  tenant_id   uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id          uuid        not null,
  kind        text        not null,
  language    text        not null,
  content_sid text        not null constraint message_template_sid check (content_sid ~ '^HX[0-9a-f]{32}$'),
  body        text        not null,
  variables   text[]      not null default '{}',
  active      boolean     not null default true,
  version     bigint      not null default 1,
  updated_at  timestamptz not null,
  constraint message_template_pk primary key (tenant_id, id),
  constraint message_template_once unique (tenant_id, kind, language)
);
call app.isolate_tenant('app.message_template');
grant select, insert, update, delete on app.message_template to plumbline_app;

-- A message that goes out as a template; its body is the text as the person reads it.
alter table app.outgoing_message add column content_sid text;
alter table app.outgoing_message add column content_variables jsonb;
alter table app.outgoing_message add constraint outgoing_message_template
  check ((content_sid is null) = (content_variables is null));
