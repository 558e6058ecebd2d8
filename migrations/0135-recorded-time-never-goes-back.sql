-- database/: recorded time never goes back.  (docs/decisions/0092)
--
-- The clock of a server may be put back. What is recorded afterwards still comes after what was recorded before: its instant is that of the clock or, where the clock is behind the newest
-- instant of the register, one microsecond after that.

-- The last instant that was told as settled: an answer «as recorded at» it may be frozen or summed, so nothing may be recorded up to it any more.
create table settled_instant (
  instant    timestamptz not null,
  only_one   boolean     primary key default true check (only_one)
);
insert into settled_instant (instant) values ('-infinity');
revoke all on settled_instant from neu_guong_app, neu_guong_auditor;
grant select on settled_instant to neu_guong_auditor;

-- Now, as recorded: every default, trigger, closing and read «as known now» asks this function. Where no floor is set, it is the clock's instant of the transaction.
create function recorded_now() returns timestamptz language sql stable parallel safe
  return greatest(transaction_timestamp(), nullif(current_setting('neu_guong.recorded_floor', true), '')::timestamptz);

-- The range of a row whose truth ends now.
create function closed(recorded tstzrange) returns tstzrange language sql stable parallel safe
  return tstzrange(lower(recorded), recorded_now());

-- Asked at the beginning of each transaction. It runs as the owner, because the application does not read the ledger of others; it tells one instant and nothing else.
create function set_recorded_floor() returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  newest timestamptz := greatest((select max(e.recorded) from ledger_entry e), (select s.instant from settled_instant s));
begin
  if newest >= transaction_timestamp() then
    perform set_config('neu_guong.recorded_floor', (newest + interval '1 microsecond')::text, true);
  end if;
end $$;

-- An instant after which nothing is recorded up to it, even if the clock goes back later. Asked while no change is open (settled-instant.ts holds the lock).
create function settle_instant() returns timestamptz language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  settled timestamptz;
begin
  update settled_instant s
     set instant = greatest(s.instant, clock_timestamp(), (select max(e.recorded) from ledger_entry e))
  returning s.instant into settled;
  return settled;
end $$;

-- How far the clock is behind the newest instant of the register; null where it is not.
create function clock_behind() returns interval language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  newest timestamptz := greatest((select max(e.recorded) from ledger_entry e), (select s.instant from settled_instant s));
begin
  return case when newest > clock_timestamp() then newest - clock_timestamp() end;
end $$;

revoke execute on function set_recorded_floor(), settle_instant(), clock_behind() from public;
grant execute on function set_recorded_floor(), settle_instant(), clock_behind() to neu_guong_app;

-- Everything that asked the clock for the instant of a record asks recorded_now(). Not these: a job's hour and a draft's are the clock's; a day of the calendar (today_in_vietnam, has_consent) is no record;
-- «older than a day» (… - interval) forgets by the clock.
do $$
declare
  found record;
  asked constant text := '\m(now|transaction_timestamp)\(\)(?! - )';
begin
  for found in
    select a.attrelid::regclass as of_table, a.attname, pg_get_expr(d.adbin, d.adrelid) as given
      from pg_attrdef d
      join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
      join pg_class c on c.oid = d.adrelid and c.relnamespace = 'public'::regnamespace
     where pg_get_expr(d.adbin, d.adrelid) ~ asked and (c.relname::text, a.attname::text) not in (('migration', 'applied_at'), ('job', 'due_at'), ('commitment_draft', 'saved_at'), ('plan_draft', 'saved_at'))
  loop
    execute format('alter table %s alter column %I set default %s', found.of_table, found.attname, regexp_replace(found.given, asked, 'recorded_now()', 'g'));
  end loop;

  for found in
    select pg_get_functiondef(p.oid) as given
      from pg_proc p
     where p.pronamespace = 'public'::regnamespace and p.prokind = 'f' and p.proname not in ('recorded_now', 'set_recorded_floor', 'today_in_vietnam', 'has_consent')
       and p.prosrc ~ asked and not exists (select from pg_depend e where e.objid = p.oid and e.deptype = 'e')
  loop
    execute regexp_replace(found.given, asked, 'recorded_now()', 'g');
  end loop;

  for found in
    select p.polname, p.polrelid::regclass as of_table, pg_get_expr(p.polqual, p.polrelid) as shown, pg_get_expr(p.polwithcheck, p.polrelid) as allowed
      from pg_policy p
     where concat(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) ~ asked
  loop
    execute format('alter policy %I on %s', found.polname, found.of_table)
         || coalesce(' using (' || regexp_replace(found.shown, asked, 'recorded_now()', 'g') || ')', '')
         || coalesce(' with check (' || regexp_replace(found.allowed, asked, 'recorded_now()', 'g') || ')', '');
  end loop;
end $$;

-- Who is at the door is asked without a transaction of its own: it sets the floor itself, so that a role given a moment ago holds.
do $$
begin
  execute replace(pg_get_functiondef('at_the_door'::regproc), E'\nbegin\n', E'\nbegin\n  perform set_recorded_floor();\n');
end $$;
