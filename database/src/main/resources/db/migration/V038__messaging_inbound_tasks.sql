-- Inbound messages get a table (and with it threads) of their own: a provider that hangs while we send to it must not
-- keep people from being heard.
create table app.scheduled_inbound_tasks (like app.scheduled_message_tasks including all);
grant select, insert, update, delete on app.scheduled_inbound_tasks to plumbline_app;

insert into app.scheduled_inbound_tasks
       (task_name, task_instance, task_data, execution_time, picked, last_success, last_failure, consecutive_failures,
        version, priority)
select task_name, task_instance, task_data, execution_time, false, last_success, last_failure, consecutive_failures,
       version, priority
  from app.scheduled_message_tasks
 where task_name = 'inbound-message';
delete from app.scheduled_message_tasks where task_name = 'inbound-message';
