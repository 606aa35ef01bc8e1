-- db-scheduler's table for messages, apart from the engine's: each scheduler knows every task in its table, and slow
-- providers never hold up commands to the engine. Ids and tenant only, never under row-level security.
create table app.scheduled_message_tasks (
  task_name            text        not null,
  task_instance        text        not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint      not null,
  priority             smallint,
  constraint scheduled_message_tasks_pk primary key (task_name, task_instance)
);
create index scheduled_message_tasks_execution_time on app.scheduled_message_tasks (execution_time);
create index scheduled_message_tasks_last_heartbeat on app.scheduled_message_tasks (last_heartbeat);
grant select, insert, update, delete on app.scheduled_message_tasks to plumbline_app;
