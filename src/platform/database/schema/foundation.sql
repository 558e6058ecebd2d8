create extension if not exists btree_gist;
create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- Stock unaccent is STABLE; indexes need an IMMUTABLE function. «Đường» and «duong» fold alike.
create or replace function folded(words text) returns text
  language sql immutable parallel safe strict
  return lower(public.unaccent('public.unaccent', normalize(words, nfc)));

-- Recorded time is the server's. The owner, who loads a seed or an archive, may give the instants of the past; the
-- application may not.
create or replace function recorded_by_server() returns trigger language plpgsql as $$
begin
  if current_user = 'neu_guong_app' then
    new.recorded := tstzrange(recorded_now(), 'infinity');
  end if;
  return new;
end $$;

-- History is append-only: an update may close `recorded` at the server's time and change nothing else; nothing is
-- deleted. The columns that the trigger names may also be emptied, all of them at once: their content is erased by its
-- rule, and the ledger tells what stood there. The application has no grant to write them.  (decision 0091)
create or replace function history_is_kept() returns trigger language plpgsql as $$
declare
  erasable text[] := string_to_array(tg_argv[0], ' ');
begin
  if tg_op = 'DELETE' then
    raise exception 'rows of % are never deleted', tg_table_name using errcode = 'check_violation', constraint = 'history_is_kept';
  end if;
  if tg_op = 'UPDATE' and cardinality(erasable) > 0 and to_jsonb(new) - erasable = to_jsonb(old) - erasable
     and not exists (select from jsonb_each_text(to_jsonb(new)) c where c.key = any (erasable) and c.value not in ('', '\x')) then
    return new;
  end if;
  if to_jsonb(new) - 'recorded' is distinct from to_jsonb(old) - 'recorded'
     or upper(old.recorded) <> 'infinity'
     or lower(new.recorded) <> lower(old.recorded)
     or upper(new.recorded) <> recorded_now() then
    raise exception 'a row of % may only be closed', tg_table_name using errcode = 'check_violation', constraint = 'history_is_kept';
  end if;
  return new;
end $$;

-- Says on the channel neu_guong_changed which table a committed statement wrote: page caches listen.
create or replace function announce_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('neu_guong_changed', tg_table_name);
  return null;
end $$;

-- Who is asking. After a transaction-local set_config the setting is '', not null.
create or replace function current_person_id() returns bigint language sql stable parallel safe
  return nullif(current_setting('neu_guong.person_id', true), '')::bigint;

-- Without it the planner takes one row in 200 to be open, and reads large tables row by row.  (decision 0161)
create or replace procedure count_open_rows(of_table regclass) language plpgsql as $$
begin
  execute format('create statistics on (upper(recorded)) from %s', of_table);
end $$;

create or replace procedure keep_history(of_table regclass, erasable text default '') language plpgsql as $$
begin
  execute format('create trigger recorded_by_server before insert on %s for each row execute function recorded_by_server()', of_table);
  execute format('create trigger history_is_kept before update or delete on %s for each row execute function history_is_kept(%s)', of_table, nullif(quote_literal(erasable), quote_literal('')));
  call count_open_rows(of_table);
end $$;

-- A row of a list that others name by its version stays as it is; only the days on which it may be chosen change.
create or replace function stays_as_it_is() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - 'valid' = to_jsonb(old) - 'valid' then
    return new;
  end if;
  raise exception 'a row of % stays as it is: what changes is another version', tg_table_name using errcode = 'check_violation', constraint = 'stays_as_it_is';
end $$;

create or replace procedure keep_as_it_is(of_table regclass) language plpgsql as $$
begin
  execute format('create trigger stays_as_it_is before update or delete on %s for each row execute function stays_as_it_is()', of_table);
end $$;

create or replace procedure announce(of_table regclass) language plpgsql as $$
begin
  execute format('create trigger announce_change after insert or update or delete on %s for each statement execute function announce_change()', of_table);
end $$;

-- Whether the owner loads a seed or an archive, and may see persons: all of them, or none. The planner takes the rows
-- that equal something for a handful, and those that are «not null» for nearly all.
create or replace function is_loading() returns boolean language sql stable as $$
  select nullif(current_setting('neu_guong.loading', true) = 'yes', false) is not null
$$;

-- Row-level security, forced on the owner too. What the application may see and write, the policies of each room say.
-- The owner sees persons only while it loads a seed or an archive, and says so:  set local neu_guong.loading = 'yes'
-- Secrets are nobody's to read, not even an auditor's: `auditor_reads => false`.
create or replace procedure guard_persons(of_table regclass, auditor_reads boolean default true) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', of_table);
  execute format('alter table %s force row level security', of_table);
  execute format('create policy the_owner_loads on %s to current_user using (is_loading())', of_table);
  if auditor_reads then
    execute format('create policy the_auditor_reads on %s for select to neu_guong_auditor using (true)', of_table);
  end if;
end $$;

-- Has the rows of a table vouched for by the entries of the changes that write them. `instant` names the column: the
-- range `recorded`, or an instant. The rows of a stretch of time are found
-- by a summary of each stretch of the table, which costs a writer next to nothing; closed rows are few.
create or replace procedure seal(of_table regclass, instant name default 'recorded') language plpgsql as $$
begin
  execute format('create trigger marks_what_begins after insert on %s referencing new table as written for each statement execute function marks_its_change()', of_table);
  execute format('create trigger marks_what_ends after update on %s referencing new table as written for each statement execute function marks_its_change()', of_table);
  if instant = 'recorded' and (select atttypid = 'tstzrange'::regtype from pg_attribute where attrelid = of_table and attname = instant) then
    execute format('create index on %s using brin ((lower(recorded))) with (pages_per_range = 32, autosummarize = on)', of_table);
    execute format('create index on %s ((upper(recorded))) where upper(recorded) < ''infinity''', of_table);
  else
    execute format('create index on %s using brin (%I) with (pages_per_range = 32, autosummarize = on)', of_table, instant);
  end if;
end $$;

-- A change that writes a row of a sealed table says so to its own end; a statement that finds nothing to write does
-- not.
create or replace function marks_its_change() returns trigger language plpgsql as $$
begin
  if exists (select from written) then
    perform set_config('neu_guong.wrote', tg_table_name, true);
  end if;
  return null;
end $$;

-- Asked by change() before it commits: whatever writes to a sealed table tells the ledger.
create or replace function told_to_the_ledger() returns void language plpgsql as $$
begin
  if current_setting('neu_guong.wrote', true) <> '' and coalesce(current_setting('neu_guong.entries', true), '') = '' then
    raise exception 'a change of % must tell the ledger', current_setting('neu_guong.wrote')
      using errcode = 'check_violation', constraint = 'told_to_the_ledger';
  end if;
end $$;

-- An entry vouches for the rows that its change wrote.  (decision 0083)
--
-- A change is known by its instant: every row it begins or ends bears it, and so does its entry. Two changes never
-- share one.

-- The number of an entry within its change. Two changes at the same microsecond would both have a first one: the second
-- is refused, and change() does it again.
create or replace function next_of_change() returns integer language sql volatile as $$
  select set_config('neu_guong.entries', (coalesce(nullif(current_setting('neu_guong.entries', true), ''), '0')::integer + 1)::text, true)::integer
$$;

-- Now, as recorded: every default, trigger, closing and read «as known now» asks this function. Where no floor is set,
-- it is the clock's instant of the transaction.
create or replace function recorded_now() returns timestamptz language sql stable parallel safe
  return greatest(transaction_timestamp(), nullif(current_setting('neu_guong.recorded_floor', true), '')::timestamptz);

-- The range of a row whose truth ends now.
create or replace function closed(recorded tstzrange) returns tstzrange language sql stable parallel safe
  return tstzrange(lower(recorded), recorded_now());

-- Whether a row is what the register holds now. The planner takes it into the question, so a partial index «where
-- upper(recorded) = 'infinity'» serves. An index, a check or an exclusion says it in full: what is in them cannot be
-- changed by itself.
create or replace function is_open(period tstzrange) returns boolean language sql immutable parallel safe as $$
  select upper(period) = 'infinity'
$$;
