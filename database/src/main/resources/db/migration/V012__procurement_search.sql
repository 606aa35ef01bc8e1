-- Words by which a request is found: its number, its title and the items of its lines.
-- Hyphens become spaces, else the parser reads PR-000123 as a negative number.
alter table app.purchase_request add column search_text text not null default '';
alter table app.purchase_request add column search tsvector
  generated always as (to_tsvector('simple', translate(number || ' ' || title || ' ' || search_text, '-/_', '   '))) stored;
create index purchase_request_search on app.purchase_request using gin (search);

-- Full-text search is not leakproof and would lose its index under row-level security: one function with the tenant
-- as an explicit predicate, run as its owner. Every word must begin a word of the request.
create function app.search_purchase_requests(words text, requester uuid, at_most integer)
returns setof uuid
language sql
stable
security definer
set search_path = pg_catalog
as $$
  select id
    from app.purchase_request
   where tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
     and (requester is null or requester_id = requester)
     and search @@ (select to_tsquery('simple', string_agg(quote_literal(lexeme) || ':*', ' & '))
                      from unnest(to_tsvector('simple', translate(words, '-/_', '   '))))
   order by submitted_at desc, id
   limit at_most
$$;
revoke all on function app.search_purchase_requests(text, uuid, integer) from public;
grant execute on function app.search_purchase_requests(text, uuid, integer) to plumbline_app;
