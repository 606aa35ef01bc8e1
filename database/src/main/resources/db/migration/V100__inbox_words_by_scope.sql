-- Words are looked up among the tasks of a person and their groups only, not among those of everybody. Each word of an open
-- task stands in the index once per scope: under the mark of whoever has it or, while nobody has, of each candidate group.
-- What that costs goes with the caller's own matches, and the other conditions and any order are applied to all of them.
-- Words that many of the caller's tasks have are not looked up here: core meets them along the index of the order.

-- A short mark of a person or group of a tenant, which may not be known yet. Two scopes may share one: whoever looks something up checks the rows again.
create function engine.scope_mark(tenant uuid, scope text)
returns text
language sql immutable parallel safe
return to_hex(hashtextextended(coalesce(tenant::text, '') || '/' || scope, 0));

create function engine.words_by_scope(tenant uuid, assignee uuid, groups text[], words tsvector)
returns tsvector
language sql immutable parallel safe cost 10000
return (
  select array_to_tsvector(array_agg(distinct engine.scope_mark(tenant, scope) || word))
    from unnest(case when assignee is null then groups else array[assignee::text] end) as scope
   cross join unnest(tsvector_to_array(words)) as word
   where scope is not null);

-- Every word as the beginning of a word; null when there is none. A word of several parts ("PR-000123") is all of its parts.
create or replace function engine.words_query(words text)
returns tsquery
language sql
immutable
set search_path = pg_catalog
as $$
  select string_agg('''' || part[1] || ''':*', ' & ')::tsquery
    from (select to_tsquery('simple', string_agg('''' || word || ''':*', ' & ')) as query
            from regexp_split_to_table(translate(words, '''\', '  '), '\s+') as word
           where word <> '') as typed
   cross join lateral regexp_matches(typed.query::text, '''([^'']+)'':\*', 'g') as part
$$;

-- The same words under the marks of these scopes.
create function engine.words_query(words text, tenant uuid, scopes text[])
returns tsquery
language sql
immutable
set search_path = pg_catalog
as $$
  select string_agg(one_scope.query, ' | ')::tsquery
    from unnest(scopes) as scope
   cross join lateral (
         select '(' || string_agg('''' || engine.scope_mark(tenant, scope) || part[1] || ''':*', ' & ') || ')' as query
           from regexp_matches(engine.words_query(words)::text, '''([^'']+)'':\*', 'g') as part) one_scope
$$;

drop index engine.user_task_search;
create index user_task_words on engine.user_task
  using gin (engine.words_by_scope(tenant_id, assignee, candidate_groups, search)) where state = 'CREATED';

drop function engine.search_open_tasks(text, uuid[], text[], text, uuid, uuid, bigint, bigint, timestamptz, integer);

-- Full-text search is not leakproof and loses its index under row-level security; hence a function that runs as its owner, with
-- the tenant and what the caller is entitled to as conditions of its own. The inner select can be answered from one index only.
--   people, groups        whose tasks; people_in, groups_in: only those of this process, null for all
--   resting               only what is put off beyond this moment, or only what is not
--   waiting               leave out what was completed and is on its way to the engine
--   at_most               stop after so many, in no order
create function engine.search_open_tasks(
  words text, people uuid[], people_in text[], groups text[], groups_in text[], moment timestamptz, resting boolean, waiting boolean,
  process text default null, project uuid default null, requester uuid default null, least_minor bigint default null,
  most_minor bigint default null, due_before timestamptz default null, at_most integer default null)
returns table (key bigint, due_at timestamptz, created_at timestamptz, priority integer, amount_minor bigint)
language plpgsql
stable
security definer
set search_path = pg_catalog
set enable_seqscan = off
set max_parallel_workers_per_gather = 0
as $$
declare
  tenant constant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
begin
  return query execute format($query$
    select t.key, t.due_at, t.created_at, t.priority, t.amount_minor
      from (select * from engine.user_task
             where state = 'CREATED'
               and engine.words_by_scope(tenant_id, assignee, candidate_groups, search) @@ %1$L::tsquery
            offset 0) t
     where t.tenant_id = $1
       and (t.assignee = any ($2) or t.assignee is null and t.candidate_groups && $4)
       and ($8 is null or t.bpmn_process_id = $8) and ($9 is null or t.project_id = $9)
       and ($10 is null or t.requester_id = $10) and ($11 is null or t.amount_minor >= $11)
       and ($12 is null or t.amount_minor <= $12) and ($13 is null or t.due_at < $13)
       and case when $6 then t.follow_up_at > $7 else t.follow_up_at is null or t.follow_up_at <= $7 end
       and (not $14 or t.completion_requested_at is null)
       and t.search @@ %2$L::tsquery
       and (not %3$L::boolean
            or exists (select 1 from unnest($2, $3) as person (id, only_in)
                        where person.id = t.assignee and (only_in is null or only_in = t.bpmn_process_id))
            or t.assignee is null
               and exists (select 1 from unnest($4, $5) as member (id, only_in)
                            where member.id = any (t.candidate_groups)
                              and (only_in is null or only_in = t.bpmn_process_id)))
     limit $15 $query$,
    engine.words_query(words, tenant, people::text[] || groups), engine.words_query(words),
    cardinality(array_remove(people_in || groups_in, null)) > 0)
  using tenant, people, people_in, groups, groups_in, resting, moment, process, project, requester, least_minor, most_minor,
        due_before, waiting, at_most;
end
$$;
revoke all on function engine.search_open_tasks(text, uuid[], text[], text[], text[], timestamptz, boolean, boolean, text, uuid,
  uuid, bigint, bigint, timestamptz, integer) from public;
grant execute on function engine.search_open_tasks(text, uuid[], text[], text[], text[], timestamptz, boolean, boolean, text, uuid,
  uuid, bigint, bigint, timestamptz, integer) to plumbline_app;
grant execute on function engine.scope_mark(uuid, text), engine.words_by_scope(uuid, uuid, text[], tsvector),
  engine.words_query(text, uuid, text[]) to plumbline_app, plumbline_exporter;
