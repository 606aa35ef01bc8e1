-- A reset engine log counts its keys from the start again: a task's key alone no longer names one task for ever, its
-- request and its key together do.
drop index app.purchase_decision_once;
create unique index purchase_decision_once on app.purchase_decision (tenant_id, request_id, task_key)
  where void_reason is null;

-- Instances cancelled in the engine are looked for again and again, to end their requests.
create index process_instance_terminated on engine.process_instance (tenant_id, ended_at) where state = 'TERMINATED';
