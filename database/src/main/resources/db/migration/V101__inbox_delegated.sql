-- What a person delegated and somebody else still has, by due date.
create index user_task_delegated on engine.user_task (tenant_id, delegated_by, due_at, key)
  where state = 'CREATED' and delegated_by is not null;
