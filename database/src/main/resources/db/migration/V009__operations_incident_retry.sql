-- Who asked the engine to try again, and when; shown as "retrying" until the incident is resolved.
create table app.incident_retry (
  tenant_id    uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
  incident_key bigint      not null,
  requested_by uuid        not null,
  requested_at timestamptz not null,
  constraint incident_retry_pk primary key (tenant_id, incident_key)
);
call app.isolate_tenant('app.incident_retry');
grant select, insert, update on app.incident_retry to plumbline_app;
