-- Old conversations, what was written and sent in them, and codes of addresses are removed after a while.
grant delete on app.received_message to plumbline_app;
grant delete on app.received_media to plumbline_app;
grant delete on app.conversation to plumbline_app;
create index received_message_by_age on app.received_message (tenant_id, received_at);
create index received_media_by_age on app.received_media (tenant_id, received_at);
create index address_binding_by_age on app.address_binding (tenant_id, created_at);

-- Few of many have messages nobody has read.
create index conversation_unread on app.conversation (tenant_id, last_at desc, id) where unread > 0;
