-- The tenant's working week: several spans a day are allowed (split days); times in the tenant's zone.
create table app.working_hours (
  tenant_id uuid     not null default nullif(current_setting('app.tenant', true), '')::uuid,
  weekday   smallint not null constraint working_hours_weekday_iso check (weekday between 1 and 7),
  starts    time     not null,
  ends      time     not null,
  constraint working_hours_pk primary key (tenant_id, weekday, starts),
  constraint working_hours_order check (starts < ends)
);
create table app.holiday (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  day       date not null,
  name      text not null,
  constraint holiday_pk primary key (tenant_id, day)
);
call app.isolate_tenant('app.working_hours');
call app.isolate_tenant('app.holiday');
grant select, insert, update, delete on app.working_hours, app.holiday to plumbline_app;

create table app.project (
  tenant_id uuid    not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id        uuid    not null,
  code      text    not null,
  name      text    not null,
  active    boolean not null default true,
  version   bigint  not null default 0,
  constraint project_pk primary key (tenant_id, id),
  constraint project_code_unique unique (tenant_id, code)
);
create table app.project_member (
  tenant_id  uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  project_id uuid not null,
  person_id  uuid not null,
  constraint project_member_pk primary key (tenant_id, project_id, person_id),
  constraint project_member_project_fk foreign key (tenant_id, project_id) references app.project (tenant_id, id),
  constraint project_member_person_fk foreign key (tenant_id, person_id) references app.person (tenant_id, id)
);
create index project_member_by_person on app.project_member (tenant_id, person_id);

create table app.budget_line (
  tenant_id    uuid   not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id           uuid   not null,
  project_id   uuid   not null,
  category     text   not null,
  currency     text   not null,
  amount_minor bigint not null constraint budget_line_amount_positive check (amount_minor >= 0),
  constraint budget_line_pk primary key (tenant_id, id),
  constraint budget_line_unique unique (tenant_id, project_id, category),
  constraint budget_line_project_fk foreign key (tenant_id, project_id) references app.project (tenant_id, id)
);

create table app.vendor (
  tenant_id uuid    not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id        uuid    not null,
  name      text    not null,
  email     text    not null,
  active    boolean not null default true,
  constraint vendor_pk primary key (tenant_id, id),
  constraint vendor_name_unique unique (tenant_id, name)
);

call app.isolate_tenant('app.project');
call app.isolate_tenant('app.project_member');
call app.isolate_tenant('app.budget_line');
call app.isolate_tenant('app.vendor');
grant select, insert, update on app.project, app.budget_line, app.vendor to plumbline_app;
grant select, insert, delete on app.project_member to plumbline_app;
