-- Files that people add to a subject: a purchase request, or a draft of one until it is filed. The subject is an id of
-- another feature, which says who may see it; a draft's files are its author's alone.
create table app.attachment (
  tenant_id    uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id           uuid        not null,
  subject_id   uuid        not null,
  draft        boolean     not null,
  file_id      uuid        not null,
  name         text        not null,
  content_type text        not null,
  size_bytes   bigint      not null constraint attachment_size_positive check (size_bytes > 0),
  added_by     uuid        not null,
  added_at     timestamptz not null,
  constraint attachment_pk primary key (tenant_id, id),
  constraint attachment_file_fk foreign key (tenant_id, file_id) references app.stored_file (tenant_id, id),
  constraint attachment_person_fk foreign key (tenant_id, added_by) references app.person (tenant_id, id)
);
create index attachment_by_subject on app.attachment (tenant_id, subject_id, added_at, id);
create index attachment_drafts on app.attachment (tenant_id, added_by, added_at) where draft;
create index attachment_by_file on app.attachment (tenant_id, file_id);
call app.isolate_tenant('app.attachment');
grant select, insert, update, delete on app.attachment to plumbline_app;

-- A removed attachment takes its bytes along; documents of orders are held by their foreign key.
grant delete on app.stored_file to plumbline_app;

-- Stored as they are, so that a part of a large file is read without the rest: images and PDFs do not shrink anyway.
alter table app.stored_file alter column content set storage external;
