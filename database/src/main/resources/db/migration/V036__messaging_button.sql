-- What a pressed button carries; the body is what the button says.
alter table directory.inbound_message add column button text;
