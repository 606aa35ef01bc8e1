-- Who wants no messages at an address. That belongs to the address, whoever is bound to it, and outlives every binding:
-- only START from there ends it. our_address is the number of ours that was told so, null when the provider said it.
create table directory.opt_out (
  channel      text        not null constraint opt_out_channel check (channel in ('WHATSAPP', 'SMS', 'EMAIL')),
  address      text        not null,
  our_address  text,
  opted_out_at timestamptz not null,
  constraint opt_out_pk primary key (channel, address)
);
grant select, insert, delete on directory.opt_out to plumbline_app;

insert into directory.opt_out (channel, address, opted_out_at)
select channel, address, min(opted_out_at)
  from directory.channel_address
 where opted_out_at is not null
 group by channel, address;

alter table directory.channel_address drop column opted_out_at;
