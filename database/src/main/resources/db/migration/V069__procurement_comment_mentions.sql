-- Whom a comment names: ids, so that a changed name does not lose them. The text stays as it was typed.
create table app.purchase_comment_mention (
  tenant_id  uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  comment_id uuid not null,
  person_id  uuid not null,
  constraint purchase_comment_mention_pk primary key (tenant_id, comment_id, person_id),
  constraint purchase_comment_mention_comment_fk foreign key (tenant_id, comment_id) references app.purchase_comment (tenant_id, id),
  constraint purchase_comment_mention_person_fk foreign key (tenant_id, person_id) references app.person (tenant_id, id)
);
call app.isolate_tenant('app.purchase_comment_mention');
grant select, insert on app.purchase_comment_mention to plumbline_app;
