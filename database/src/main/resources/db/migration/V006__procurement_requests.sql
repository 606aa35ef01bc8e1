create table app.purchase_request (
  tenant_id           uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id                  uuid        not null,
  number              text        not null,
  requester_id        uuid        not null,
  channel             text        not null,
  project_id          uuid        not null,
  category            text        not null,
  title               text        not null,
  note                text        not null default '',
  currency            text        not null,
  amount_minor        bigint      not null constraint purchase_request_amount_positive check (amount_minor > 0),
  needed_by           date        not null,
  vendor_id           uuid,
  revision            integer     not null default 1,
  status              text        not null constraint purchase_request_status
                                  check (status in ('SUBMITTED', 'SENT_BACK', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'ORDERED')),
  withdrawal_reason   text,
  submitted_at        timestamptz not null,
  closed_at           timestamptz,
  process_instance_key bigint,
  version             bigint      not null default 0,
  constraint purchase_request_pk primary key (tenant_id, id),
  constraint purchase_request_number_unique unique (tenant_id, number),
  constraint purchase_request_project_fk foreign key (tenant_id, project_id) references app.project (tenant_id, id),
  constraint purchase_request_requester_fk foreign key (tenant_id, requester_id) references app.person (tenant_id, id),
  constraint purchase_request_vendor_fk foreign key (tenant_id, vendor_id) references app.vendor (tenant_id, id)
);
create index purchase_request_mine on app.purchase_request (tenant_id, requester_id, submitted_at desc, id);
create index purchase_request_recent on app.purchase_request (tenant_id, submitted_at desc, id);
create index purchase_request_by_project on app.purchase_request (tenant_id, project_id, submitted_at desc);

create table app.purchase_request_line (
  tenant_id        uuid           not null default nullif(current_setting('app.tenant', true), '')::uuid,
  request_id       uuid           not null,
  position         integer        not null,
  item             text           not null,
  quantity         numeric(15, 3) not null constraint purchase_request_line_quantity_positive check (quantity > 0),
  unit             text           not null,
  unit_price_minor bigint         not null constraint purchase_request_line_price check (unit_price_minor >= 0),
  total_minor      bigint         not null,
  constraint purchase_request_line_pk primary key (tenant_id, request_id, position),
  constraint purchase_request_line_request_fk foreign key (tenant_id, request_id) references app.purchase_request (tenant_id, id)
);

-- Money promised to a request: OPEN from commitment until it is released or becomes the order's.
create table app.budget_commitment (
  tenant_id      uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id             uuid        not null,
  request_id     uuid        not null,
  revision       integer     not null,
  budget_line_id uuid,
  amount_minor   bigint      not null,
  state          text        not null constraint budget_commitment_state check (state in ('OPEN', 'RELEASED', 'ORDERED')),
  committed_at   timestamptz not null,
  ended_at       timestamptz,
  constraint budget_commitment_pk primary key (tenant_id, id),
  constraint budget_commitment_once unique (tenant_id, request_id, revision),
  constraint budget_commitment_request_fk foreign key (tenant_id, request_id) references app.purchase_request (tenant_id, id),
  constraint budget_commitment_line_fk foreign key (tenant_id, budget_line_id) references app.budget_line (tenant_id, id)
);
create index budget_commitment_by_line on app.budget_commitment (tenant_id, budget_line_id, state);

create table app.purchase_decision (
  tenant_id  uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id         uuid        not null,
  request_id uuid        not null,
  revision   integer     not null,
  task_key   bigint      not null,
  kind       text        not null,
  outcome    text        not null,
  level_rank integer,
  level_count integer,
  decided_by uuid        not null,
  channel    text        not null,
  reason     text,
  decided_at timestamptz not null,
  void_reason text,
  constraint purchase_decision_pk primary key (tenant_id, id),
  constraint purchase_decision_request_fk foreign key (tenant_id, request_id) references app.purchase_request (tenant_id, id)
);
create unique index purchase_decision_once on app.purchase_decision (tenant_id, task_key) where void_reason is null;
create index purchase_decision_by_request on app.purchase_decision (tenant_id, request_id, decided_at);

create table app.purchase_order (
  tenant_id   uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id          uuid        not null,
  number      text        not null,
  request_id  uuid        not null,
  vendor_id   uuid        not null,
  currency    text        not null,
  amount_minor bigint     not null,
  document_id uuid        not null,
  issued_at   timestamptz not null,
  sent_at     timestamptz,
  constraint purchase_order_pk primary key (tenant_id, id),
  constraint purchase_order_number_unique unique (tenant_id, number),
  constraint purchase_order_once unique (tenant_id, request_id),
  constraint purchase_order_request_fk foreign key (tenant_id, request_id) references app.purchase_request (tenant_id, id),
  constraint purchase_order_vendor_fk foreign key (tenant_id, vendor_id) references app.vendor (tenant_id, id),
  constraint purchase_order_document_fk foreign key (tenant_id, document_id) references app.stored_file (tenant_id, id)
);

-- What happened to a request, in order, for people: the timeline of its page.
create table app.purchase_request_event (
  tenant_id  uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id         uuid        not null,
  request_id uuid        not null,
  once       text        not null,
  kind       text        not null,
  actor_id   uuid,
  detail     text        not null default '',
  at         timestamptz not null,
  constraint purchase_request_event_pk primary key (tenant_id, id),
  constraint purchase_request_event_once unique (tenant_id, request_id, once),
  constraint purchase_request_event_request_fk foreign key (tenant_id, request_id) references app.purchase_request (tenant_id, id)
);
create index purchase_request_event_by_request on app.purchase_request_event (tenant_id, request_id, at);

create table app.purchase_comment (
  tenant_id  uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id         uuid        not null,
  request_id uuid        not null,
  author_id  uuid        not null,
  body       text        not null,
  at         timestamptz not null,
  constraint purchase_comment_pk primary key (tenant_id, id),
  constraint purchase_comment_request_fk foreign key (tenant_id, request_id) references app.purchase_request (tenant_id, id)
);
create index purchase_comment_by_request on app.purchase_comment (tenant_id, request_id, at);

do $$
declare
  name text;
begin
  foreach name in array array['purchase_request', 'purchase_request_line', 'budget_commitment', 'purchase_decision',
                              'purchase_order', 'purchase_request_event', 'purchase_comment']
  loop
    call app.isolate_tenant(('app.' || name)::regclass);
    execute format('grant select, insert, update on app.%I to plumbline_app', name);
  end loop;
end
$$;
grant delete on app.purchase_request_line to plumbline_app;
