-- The key that signs access tokens of local accounts, made by the first node that needs it and shared by all.
create table directory.token_key (
  id         smallint    not null constraint token_key_pk primary key constraint token_key_single check (id = 1),
  secret     bytea       not null,
  created_at timestamptz not null
);
grant select, insert on directory.token_key to plumbline_app;
