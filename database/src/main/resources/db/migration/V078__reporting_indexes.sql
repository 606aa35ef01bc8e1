-- What the dashboard sums, each along one index and over a bounded number of rows.
create index purchase_request_open_by_requester on app.purchase_request (tenant_id, requester_id, submitted_at desc)
  where closed_at is null;
create index purchase_request_closed on app.purchase_request (tenant_id, closed_at desc) include (project_id, submitted_at, status)
  where closed_at is not null;
create index process_instance_completed on engine.process_instance (tenant_id, bpmn_process_id, ended_at desc) include (started_at)
  where state = 'COMPLETED';
create index user_task_overdue on engine.user_task (tenant_id, due_at) include (bpmn_process_id, project_id)
  where state = 'CREATED';
