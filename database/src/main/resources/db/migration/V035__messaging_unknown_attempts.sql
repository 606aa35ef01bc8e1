-- Since when it is unknown whether a waiting message was sent, and how many answers of the provider were lost: it is
-- looked up from then on, and left to people after some.
alter table app.outgoing_message add column unknown_since timestamptz;
alter table app.outgoing_message add column unknown_attempts integer not null default 0;
