-- When an attempt to send began: what was in flight when a node died must not be sent again blindly.
alter table app.outgoing_message add column claimed_at timestamptz;

-- What became of an inbound message; limits answers to strangers and remembers which firm a person of two firms means.
alter table directory.inbound_message add column outcome text
  constraint inbound_message_outcome check (outcome in
    ('ANSWERED', 'STRANGER_ANSWERED', 'STRANGER_IGNORED', 'ASKED_FIRM', 'OPTED_OUT', 'OPTED_IN', 'SILENT', 'FAILED'));
create index inbound_message_by_user on directory.inbound_message (tenant_id, user_id, received_at desc) where user_id is not null;
