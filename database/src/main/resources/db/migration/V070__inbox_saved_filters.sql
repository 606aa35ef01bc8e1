-- Searches of the inbox that people keep, for themselves or for one of their groups. Each person has their own order of them.
create table app.saved_filter (
  tenant_id  uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id         uuid        not null,
  owner_id   uuid        not null,
  group_id   text,
  name       text        not null,
  fields     jsonb       not null,
  created_at timestamptz not null,
  constraint saved_filter_pk primary key (tenant_id, id),
  constraint saved_filter_owner_fk foreign key (tenant_id, owner_id) references app.person (tenant_id, id),
  constraint saved_filter_name_unique unique (tenant_id, owner_id, name)
);
create index saved_filter_by_group on app.saved_filter (tenant_id, group_id) where group_id is not null;

create table app.saved_filter_place (
  tenant_id uuid    not null default nullif(current_setting('app.tenant', true), '')::uuid,
  user_id   uuid    not null,
  filter_id uuid    not null,
  place     integer not null,
  constraint saved_filter_place_pk primary key (tenant_id, user_id, filter_id),
  constraint saved_filter_place_filter_fk foreign key (tenant_id, filter_id)
    references app.saved_filter (tenant_id, id) on delete cascade
);
create index saved_filter_place_by_filter on app.saved_filter_place (tenant_id, filter_id);

call app.isolate_tenant('app.saved_filter');
call app.isolate_tenant('app.saved_filter_place');
grant select, insert, update, delete on app.saved_filter, app.saved_filter_place to plumbline_app;
