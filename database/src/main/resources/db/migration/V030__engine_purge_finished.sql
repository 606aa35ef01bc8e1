-- Removes finished process instances that ended before a moment, oldest first, with everything under them; returns how
-- many. The application may not delete from the read model otherwise, hence a function run as its owner, for all tenants.
create index process_instance_finished on engine.process_instance (ended_at) where ended_at is not null;

create function engine.purge_finished(ended_before timestamptz, at_most integer)
returns bigint
language sql
security definer
set search_path = pg_catalog
as $$
  with old as materialized (
    select key from engine.process_instance where ended_at < ended_before order by ended_at limit at_most
  ), elements as (
    delete from engine.element_instance t using old where t.process_instance_key = old.key
  ), variables as (
    delete from engine.variable t using old where t.process_instance_key = old.key
  ), tasks as (
    delete from engine.user_task t using old where t.process_instance_key = old.key
  ), jobs as (
    delete from engine.job t using old where t.process_instance_key = old.key
  ), incidents as (
    delete from engine.incident t using old where t.process_instance_key = old.key
  ), timers as (
    delete from engine.timer t using old where t.process_instance_key = old.key
  ), decisions as (
    delete from engine.decision_evaluation t using old where t.process_instance_key = old.key
  ), instances as (
    delete from engine.process_instance t using old where t.key = old.key returning t.key
  )
  select count(*) from instances
$$;
revoke all on function engine.purge_finished(timestamptz, integer) from public;
grant execute on function engine.purge_finished(timestamptz, integer) to plumbline_app;
