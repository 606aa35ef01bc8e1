-- Any combination of process, project, requester, amount and due date is answered from one index per order: what is filtered
-- by lies in the index entry itself, so that even 100,000 visible tasks are passed over without looking up one of them.
-- Schema version 3: the exporter fills the requester and waits until the column is there.
alter table engine.user_task_group add column requester_id uuid;

update engine.user_task_group g set requester_id = t.requester_id from engine.user_task t where t.key = g.task_key;

drop index engine.user_task_group_by_due;
create index user_task_group_by_due on engine.user_task_group (tenant_id, group_id, due_at, task_key)
  include (bpmn_process_id, project_id, requester_id, amount_minor, created_at, priority) where not claimed;
create index user_task_group_by_amount on engine.user_task_group
  (tenant_id, group_id, amount_minor desc nulls last, due_at, task_key) where not claimed;

-- What a person decided, the latest first.
create index user_task_done on engine.user_task (tenant_id, completed_by, completion_requested_at desc, key desc)
  where completed_by is not null;

-- Words find the project and the requester too. Their names are taken down when the task comes; the exporter may not read
-- them, hence a function that runs as its owner.
alter table engine.user_task add column names text not null default '';

create function engine.task_names(of_tenant uuid, of_project uuid, of_requester uuid)
returns text
language sql
stable
set search_path = pg_catalog
as $$
  select concat_ws(' ',
    (select code || ' ' || name from app.project where tenant_id = of_tenant and id = of_project),
    (select name from app.person where tenant_id = of_tenant and id = of_requester))
$$;
revoke all on function engine.task_names(uuid, uuid, uuid) from public;

create function engine.name_user_task()
returns trigger
language plpgsql
security definer
set search_path = pg_catalog
as $$
begin
  new.names := engine.task_names(new.tenant_id, new.project_id, new.requester_id);
  return new;
end
$$;
revoke all on function engine.name_user_task() from public;

update engine.user_task set names = engine.task_names(tenant_id, project_id, requester_id)
 where project_id is not null or requester_id is not null;

alter table engine.user_task
  alter column search set expression as (to_tsvector('simple', title || ' ' || coalesce(business_key, '') || ' ' || names));

create trigger user_task_names before insert or update of tenant_id on engine.user_task
  for each row when (new.project_id is not null or new.requester_id is not null)
  execute function engine.name_user_task();

-- Every word as the beginning of a word; null when there is none.
create function engine.words_query(words text)
returns tsquery
language sql
immutable
set search_path = pg_catalog
as $$
  select to_tsquery('simple', string_agg('''' || word || ''':*', ' & '))
    from regexp_split_to_table(translate(words, '''\', '  '), '\s+') as word
   where word <> ''
$$;

-- The query is planned with the words it has: rare ones are looked up in the full-text index, one that every title has is
-- met soon enough along the due dates of the caller's groups. A plan for all words would be wrong for half of them.
drop function engine.search_open_tasks(text, text[], uuid, text, uuid, integer);

create function engine.search_open_tasks(
  words text, people uuid[], groups text[], process text, project uuid, requester uuid, least_minor bigint, most_minor bigint,
  due_before timestamptz, at_most integer)
returns setof bigint
language plpgsql
stable
security definer
set search_path = pg_catalog
as $$
begin
  return query execute format($query$
    select key from (
      select t.key, t.due_at
        from engine.user_task t
       where t.tenant_id = $1 and t.state = 'CREATED' and t.assignee = any ($2) and t.search @@ %1$L::tsquery
         and ($4 is null or t.bpmn_process_id = $4) and ($5 is null or t.project_id = $5)
         and ($6 is null or t.requester_id = $6) and ($7 is null or t.amount_minor >= $7)
         and ($8 is null or t.amount_minor <= $8) and ($9 is null or t.due_at < $9)
      union
      select one_group.key, one_group.due_at
        from unnest($3) as member(group_id)
       cross join lateral (
             select g.task_key as key, g.due_at
               from engine.user_task_group g
               join engine.user_task t on t.key = g.task_key
              where g.tenant_id = $1 and g.group_id = member.group_id and not g.claimed
                and t.state = 'CREATED' and t.search @@ %1$L::tsquery
                and ($4 is null or g.bpmn_process_id = $4) and ($5 is null or g.project_id = $5)
                and ($6 is null or g.requester_id = $6) and ($7 is null or g.amount_minor >= $7)
                and ($8 is null or g.amount_minor <= $8) and ($9 is null or g.due_at < $9)
              order by g.due_at, g.task_key
              limit $10) one_group) found
     order by due_at, key
     limit $10 $query$, engine.words_query(words))
  using nullif(current_setting('app.tenant', true), '')::uuid, people, groups, process, project, requester, least_minor,
        most_minor, due_before, at_most;
end
$$;
revoke all on function engine.search_open_tasks(text, uuid[], text[], text, uuid, uuid, bigint, bigint, timestamptz, integer)
  from public;
grant execute on function engine.search_open_tasks(text, uuid[], text[], text, uuid, uuid, bigint, bigint, timestamptz, integer)
  to plumbline_app;
grant execute on function engine.words_query(text) to plumbline_app;

update engine.schema_info set version = 3;
