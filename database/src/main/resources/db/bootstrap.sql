-- Run once by a superuser, in any database: the roles that everything else relies on.
-- plumbline_owner    owns the schemas and runs migrations; BYPASSRLS, else a migration under FORCE RLS changes 0 rows silently
-- plumbline_app      the application; subject to row-level security, owns nothing
-- plumbline_exporter the engine's exporter; writes schema engine only
do $$
begin
  if not exists (select from pg_roles where rolname = 'plumbline_owner') then
    create role plumbline_owner login bypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'plumbline_app') then
    create role plumbline_app login nosuperuser nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'plumbline_exporter') then
    create role plumbline_exporter login nosuperuser nobypassrls;
  end if;
end
$$;
