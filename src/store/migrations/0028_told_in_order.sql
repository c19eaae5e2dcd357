-- What is said and who is given work get their numbers in the order in which they are committed: a reader who has seen up to a
-- number has seen all below it. Whoever draws a number waits until the one before has committed. [NOT-9]
-- Locks: short, on task_event and assignment (a trigger is added). While a calendar is recounted or a succession is committed,
-- whoever reports on work waits for its end.

create function told_in_order() returns trigger
language plpgsql set search_path = public, pg_temp
as $$
begin
  -- before the statement, and so before its first number is drawn
  perform pg_advisory_xact_lock(20261126);
  return null;
end
$$;

create trigger told_in_order before insert on task_event for each statement execute function told_in_order();
create trigger told_in_order before insert on assignment for each statement execute function told_in_order();
