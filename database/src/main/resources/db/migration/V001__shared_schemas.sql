-- app: business data per tenant. engine: read model of the engine. directory: what must be known before a tenant is known.
create schema app;
create schema engine;
create schema directory;

grant usage on schema app, engine, directory to plumbline_app;
grant usage on schema engine to plumbline_exporter;

-- Puts a table with a tenant_id column under row-level security: the application sees and writes the rows of the
-- tenant of its connection only; without a tenant it sees nothing and may insert nothing.
create procedure app.isolate_tenant(target regclass)
language plpgsql
as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy tenant_isolation on %s for all to plumbline_app
       using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)
       with check (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', target);
end
$$;
revoke all on procedure app.isolate_tenant(regclass) from public;
