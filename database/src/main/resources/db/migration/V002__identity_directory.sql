create table directory.tenant (
  id          uuid        not null constraint tenant_pk primary key,
  slug        text        not null constraint tenant_slug_unique unique,
  name        text        not null,
  zone        text        not null,
  currency    text        not null constraint tenant_currency_iso check (currency ~ '^[A-Z]{3}$'),
  created_at  timestamptz not null default now()
);

-- A local account; Keycloak replaces this table's sign-in, not the person behind it.
create table directory.account (
  username        text        not null constraint account_pk primary key,
  tenant_id       uuid        not null constraint account_tenant_fk references directory.tenant (id),
  user_id         uuid        not null,
  password_hash   text        not null,
  active          boolean     not null default true,
  failed_attempts integer     not null default 0,
  locked_until    timestamptz,
  constraint account_username_lower check (username = lower(username)),
  constraint account_user_unique unique (tenant_id, user_id)
);

-- Failed sign-ins by remote address; old rows are removed by the sign-in itself.
create table directory.sign_in_failure (
  remote_address text        not null,
  failed_at      timestamptz not null
);
create index sign_in_failure_recent on directory.sign_in_failure (remote_address, failed_at);

create table directory.refresh_token (
  token_hash text        not null constraint refresh_token_pk primary key,
  username   text        not null constraint refresh_token_account_fk references directory.account (username),
  expires_at timestamptz not null,
  used_at    timestamptz
);

-- Who writes from here: an address in normal form (+E.164 or a provider's user id) per channel.
create table directory.channel_address (
  channel   text        not null constraint channel_address_channel check (channel in ('WHATSAPP', 'SMS', 'EMAIL')),
  address   text        not null,
  tenant_id uuid        not null constraint channel_address_tenant_fk references directory.tenant (id),
  user_id   uuid        not null,
  opted_out_at timestamptz,
  constraint channel_address_pk primary key (channel, address, tenant_id)
);
create index channel_address_by_user on directory.channel_address (tenant_id, user_id);

grant select on directory.tenant to plumbline_app;
grant insert, update on directory.tenant to plumbline_app;
grant select, insert, update on directory.account to plumbline_app;
grant select, insert, delete on directory.sign_in_failure to plumbline_app;
grant select, insert, update, delete on directory.refresh_token to plumbline_app;
grant select, insert, update, delete on directory.channel_address to plumbline_app;

create table app.person (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid
                 constraint person_tenant_fk references directory.tenant (id),
  id        uuid not null,
  name      text not null,
  email     text,
  constraint person_pk primary key (tenant_id, id)
);

-- Roles are the candidate groups of the process models.
create table app.person_role (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  person_id uuid not null,
  role      text not null,
  constraint person_role_pk primary key (tenant_id, person_id, role),
  constraint person_role_person_fk foreign key (tenant_id, person_id) references app.person (tenant_id, id)
);
create index person_role_by_role on app.person_role (tenant_id, role);

call app.isolate_tenant('app.person');
call app.isolate_tenant('app.person_role');
grant select, insert, update on app.person to plumbline_app;
grant select, insert, delete on app.person_role to plumbline_app;
