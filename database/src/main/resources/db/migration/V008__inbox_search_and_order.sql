-- Words find only what the caller may act on: entitlement, process and project are part of the search, else the first
-- matches of the firm could hide the caller's own. Each word matches as a prefix. Full-text search is not leakproof and
-- would lose its index under row-level security; hence one function with the tenant as an explicit predicate, run as its owner.
drop function engine.search_open_tasks(text, integer);

create function engine.search_open_tasks(words text, groups text[], me uuid, process text, project uuid, at_most integer)
returns setof bigint
language sql
stable
security definer
set search_path = pg_catalog
as $$
  select key
    from engine.user_task
   where tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
     and state = 'CREATED'
     and search @@ (select to_tsquery('simple', string_agg('''' || word || ''':*', ' & '))
                      from regexp_split_to_table(translate(words, '''\', '  '), '\s+') as word
                     where word <> '')
     and (assignee = me or assignee is null and candidate_groups && groups)
     and (process is null or bpmn_process_id = process)
     and (project is null or project_id = project)
   order by due_at, key
   limit at_most
$$;
revoke all on function engine.search_open_tasks(text, text[], uuid, text, uuid, integer) from public;
grant execute on function engine.search_open_tasks(text, text[], uuid, text, uuid, integer) to plumbline_app;

create index user_task_group_by_priority on engine.user_task_group (tenant_id, group_id, priority desc, due_at, task_key)
  where not claimed;
