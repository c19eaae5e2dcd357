-- A draft of a succession can be deleted, with where a person sent work in it; what was committed cannot. [ORG-21]
-- Locks: short, on succession_plan (a trigger is added).

create function drafts_alone_go() returns trigger
language plpgsql set search_path = public, pg_temp
as $$
begin
  if old.state <> 'draft' then raise exception 'a committed plan stays' using errcode = '42501'; end if;
  return old;
end
$$;

create trigger drafts_alone_go before delete on succession_plan for each row execute function drafts_alone_go();
grant delete on succession_plan to lienvung_app;
