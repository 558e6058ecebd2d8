create or replace function ledger_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.position is null then return new; end if;
  elsif tg_op = 'UPDATE' and tg_table_name = 'ledger_entry' then
    -- Once, from nowhere to its place, and nothing else with it but what vouches for its rows.
    if old.position is null and new.position is not null
       and to_jsonb(new) - '{position,rows_digest}'::text[] = to_jsonb(old)
         - '{position,rows_digest}'::text[] then return new; end if;
  end if;
  raise exception 'the ledger is append-only' using errcode = 'check_violation', constraint = 'ledger_is_kept';
end $$;
create trigger ledger_is_not_emptied before truncate on ledger_entry for each statement
  execute function ledger_is_kept();
create trigger ledger_is_kept before update or delete on ledger_head for each row execute function ledger_is_kept();
create trigger ledger_is_not_emptied before truncate on ledger_head for each statement
  execute function ledger_is_kept();
create trigger ledger_is_kept before insert or update or delete on ledger_entry for each row
  execute function ledger_is_kept();

create or replace function first_answer_stands() returns trigger language plpgsql as $$
begin
  raise exception 'a request is answered once' using errcode = 'check_violation', constraint = 'first_answer_stands';
end $$;
create trigger first_answer_stands before update on idempotency_key for each row when (old.response is not null)
  execute function first_answer_stands();

-- Asked at the beginning of each transaction. It runs as the owner, because the application does not read the ledger of
-- others; it tells one instant and nothing else.
create or replace function set_recorded_floor() returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  newest timestamptz := greatest((select max(e.recorded) from ledger_entry e),
                                 (select s.instant from resolved_timestamp s));
begin
  if newest >= transaction_timestamp() then
    perform set_config('neu_guong.recorded_floor', (newest + interval '1 microsecond')::text, true);
  end if;
end $$;
revoke all on function set_recorded_floor() from public;
grant execute on function set_recorded_floor() to neu_guong_app;

-- An instant after which nothing is recorded up to it, even if the clock goes back later. Asked while no change is open
-- (settled-instant.ts holds the lock).
create or replace function resolve_timestamp() returns timestamptz
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  settled timestamptz;
begin
  update resolved_timestamp s
     set instant = greatest(s.instant, clock_timestamp(), (select max(e.recorded) from ledger_entry e))
  returning s.instant into settled;
  return settled;
end $$;
revoke all on function resolve_timestamp() from public;
grant execute on function resolve_timestamp() to neu_guong_app;

-- How far the clock is behind the newest instant of the register; null where it is not.
create or replace function clock_behind() returns interval
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  newest timestamptz := greatest((select max(e.recorded) from ledger_entry e),
                                 (select s.instant from resolved_timestamp s));
begin
  return case when newest > clock_timestamp() then newest - clock_timestamp() end;
end $$;
revoke all on function clock_behind() from public;
grant execute on function clock_behind() to neu_guong_app;
