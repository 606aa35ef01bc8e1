-- What a mail has beside its text, for the answer to it; gone with the message.
create table directory.inbound_mail (
  provider_id text not null constraint inbound_mail_pk primary key
    constraint inbound_mail_message_fk references directory.inbound_message (provider_id) on delete cascade,
  message_id  text,
  subject     text not null
);
grant select, insert, delete on directory.inbound_mail to plumbline_app;
grant insert on app.received_media to plumbline_app;
