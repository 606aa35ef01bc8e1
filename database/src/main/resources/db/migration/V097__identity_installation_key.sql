-- Made for codes and links to tasks, the key serves whatever is to be signed or hashed here, such as the codes that prove addresses.
alter table directory.offer_key rename to installation_key;
alter table directory.installation_key rename constraint offer_key_pk to installation_key_pk;
alter table directory.installation_key rename constraint offer_key_single to installation_key_single;
