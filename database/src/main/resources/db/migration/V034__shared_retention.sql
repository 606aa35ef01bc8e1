-- What goes after a while. Finished process instances: engine.purge_finished; everything else the application deletes
-- itself, commands tenant by tenant under row-level security.
grant delete on app.engine_command to plumbline_app;
create index engine_command_created on app.engine_command using brin (created_at);

grant delete on engine.export_failure to plumbline_app;

-- Messages from outside lie outside row-level security, so text and numbers go as soon as nothing asks for them.
grant delete on directory.inbound_message to plumbline_app;
create index inbound_message_to_blank on directory.inbound_message (handled_at) where from_address <> '';
create index inbound_message_handled on directory.inbound_message (handled_at);
