-- Mails, and answers for which the phone provider is called at once, get tables (and with them threads) of their own: a
-- phone provider that hangs holds up neither. Mails that wait by now are sent from the table they wait in.
create table app.scheduled_mail_tasks (like app.scheduled_message_tasks including all);
grant select, insert, update, delete on app.scheduled_mail_tasks to plumbline_app;
create table app.scheduled_direct_tasks (like app.scheduled_message_tasks including all);
grant select, insert, update, delete on app.scheduled_direct_tasks to plumbline_app;
