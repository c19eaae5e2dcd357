-- Documents are found by what they cite; public work names who answers for it today, or on the day of the question. [BRD-11] [BRD-17]
-- Locks: citation while its rows are read and written once and an index is built, some seconds on 100,000 rows.

alter table citation add column search text;  -- folded words of the citation

update citation
set search = trim(regexp_replace(
  lower(translate(regexp_replace(normalize(text, nfd), '[\u0300-\u036f]', '', 'g'), 'Đđ', 'dd')), '[^[:alnum:]]+', ' ', 'g'));

alter table citation alter column search set not null;
create index citation_by_search on citation using gin (to_tsvector('simple', search));
call keep_rows_of('citation', 'document_id,position', 'search');

-- Which documents that he may see cite something that holds all these words, and the first they cite, newest first.
create function documents_citing(words text, most int) returns table (id uuid, cited text)
language sql stable security definer set search_path = public, pg_temp
as $$
  select d.id, (array_agg(coalesce(c.number, c.text) order by c.position))[1]
  from citation c
  join document d on d.id = c.document_id
  where to_tsvector('simple', c.search) @@ to_tsquery('simple', words)
    and ((select sees_all()) or d.id in (select own_documents()))
  group by d.id
  order by d.received_at desc, d.id desc
  limit most
$$;
revoke all on function documents_citing(text, int) from public;
grant execute on function documents_citing(text, int) to lienvung_app;

-- As before, and who holds the work on that day: the body that leads it, or whose heir took its place by then.
drop function public_tasks(text, text, date, int, date, uuid, int);
create function public_tasks(of_document text, of_class text, on_day date, soon int, after_due date, after_id uuid, most int)
returns table (
  id uuid, code text, title text, lead text, holder text, kind text, every text, due_day date, due_key date, due_original date,
  closed_on date, percent int, class text, slug text, document_type text, document_number text, issuer text, signed_on date,
  sample boolean
)
language sql stable security definer set search_path = public, pg_temp
as $$
  select
    t.id, t.code, t.title, t.lead_name, coalesce(held.name, t.lead_name), t.kind, t.every, x.due, x.due_key, t.due_original,
    t.closed_on, t.percent, c.class, d.slug, d.type, d.number, d.issuer, d.signed_on, d.sample
  from task t
  join document d on d.id = t.document_id
  left join term on term.from_day = t.term_from and term.days = t.term_days
  cross join lateral (
    select coalesce(term.last_day, t.due_day) as due, coalesce(term.last_day, t.due_key) as due_key
  ) x
  cross join lateral (select public_class(t.state, x.due, t.closed_on, on_day, soon) as class) c
  left join lateral (
    select n.name
    from organisation_holder h
    join organisation_name n
      on n.organisation_id = coalesce(h.holder_id, h.organisation_id)
      and daterange(n.from_day, n.to_day) @> on_day
    where h.organisation_id = t.lead_id
      and daterange(h.from_day, h.to_day) @> on_day
    limit 1
  ) held on true
  where t.visibility = 'public'
    and t.lead_name is not null
    and c.class is not null
    and (of_document is null or d.slug = of_document)
    and (of_class is null or c.class = of_class)
    and (after_due is null or (x.due_key, t.id) > (after_due, after_id))
  order by x.due_key, t.id
  limit most
$$;
revoke all on function public_tasks(text, text, date, int, date, uuid, int) from public;
grant execute on function public_tasks(text, text, date, int, date, uuid, int) to lienvung_app;
