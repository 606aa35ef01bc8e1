-- What a person has typed and not sent, by the place it was typed at; it survives leaving, sign-out and another device.
create table app.draft (
  tenant_id  uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
  user_id    uuid        not null,
  place      text        not null,
  fields     jsonb       not null,
  updated_at timestamptz not null,
  constraint draft_pk primary key (tenant_id, user_id, place)
);
create index draft_by_place on app.draft (tenant_id, place);
create index draft_by_age on app.draft (tenant_id, updated_at);
call app.isolate_tenant('app.draft');
grant select, insert, update, delete on app.draft to plumbline_app;
