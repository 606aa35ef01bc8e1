-- How many senders nobody knows were answered of late at one of our addresses: more than a few an hour are not.
create index inbound_message_strangers on directory.inbound_message (channel, to_address, received_at)
  where outcome = 'STRANGER_ANSWERED';
