-- Messages that went out long ago, and what was talked about then, are removed after a while.
grant delete on app.outgoing_message to plumbline_app;
grant delete on app.outgoing_message_status to plumbline_app;
grant delete on app.conversation_subject to plumbline_app;
create index outgoing_message_created on app.outgoing_message using brin (created_at);
