-- ledger/: an entry vouches for the rows that its change wrote.  (docs/decisions/0083)
--
-- A change is known by its instant: every row it begins or ends bears it, and so does its entry. Two changes never share one.

-- The number of an entry within its change. Two changes at the same microsecond would both have a first one: the second is refused, and change() does it again.
create function next_of_change() returns integer language sql volatile as $$
  select set_config('neu_guong.entries', (coalesce(nullif(current_setting('neu_guong.entries', true), ''), '0')::integer + 1)::text, true)::integer
$$;

drop trigger ledger_is_kept on ledger_entry;
alter table ledger_entry
  add column format      smallint not null default 1 check (format in (1, 2)),  -- 1: before this migration; nothing vouches for the rows behind it
  add column nth         integer  not null default next_of_change(),
  add column rows_digest text     check (rows_digest ~ '^[0-9a-f]{64}$');       -- of the rows behind it, filled in with its place
alter table ledger_entry alter column format set default 2;
alter table ledger_entry
  add constraint one_change_an_instant unique (recorded, nth),
  add constraint a_place_comes_with_the_rows check ((rows_digest is not null) = (format = 2 and position is not null));
create index ledger_entry_archives on ledger_entry (recorded) where act = 'seal-archive';

create or replace function ledger_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.position is null then return new; end if;
  elsif tg_op = 'UPDATE' and tg_table_name = 'ledger_entry' then
    -- Once, from nowhere to its place, and nothing else with it but what vouches for its rows.
    if old.position is null and new.position is not null
       and to_jsonb(new) - '{position,rows_digest}'::text[] = to_jsonb(old) - '{position,rows_digest}'::text[] then return new; end if;
  end if;
  raise exception 'the ledger is append-only' using errcode = 'check_violation', constraint = 'ledger_is_kept';
end $$;
create trigger ledger_is_kept before insert or update or delete on ledger_entry for each row execute function ledger_is_kept();

-- What had no instant of its own gets one: rows that are there have that of this migration.
alter table unit     add column recorded_at timestamptz not null default transaction_timestamp();
alter table post     add column recorded_at timestamptz not null default transaction_timestamp();
alter table article  add column recorded_at timestamptz not null default transaction_timestamp();
alter table citation add column recorded_at timestamptz not null default transaction_timestamp();

-- A change that writes a row of a sealed table says so to its own end; a statement that finds nothing to write does not.
create function marks_its_change() returns trigger language plpgsql as $$
begin
  if exists (select from written) then
    perform set_config('neu_guong.wrote', tg_table_name, true);
  end if;
  return null;
end $$;

-- Asked by change() before it commits: whatever writes to a sealed table tells the ledger.
create function told_to_the_ledger() returns void language plpgsql as $$
begin
  if current_setting('neu_guong.wrote', true) <> '' and coalesce(current_setting('neu_guong.entries', true), '') = '' then
    raise exception 'a change of % must tell the ledger', current_setting('neu_guong.wrote')
      using errcode = 'check_violation', constraint = 'told_to_the_ledger';
  end if;
end $$;

-- Has the rows of a table vouched for by the entries of the changes that write them. `instant` names the column: the range `recorded`, or an instant. The rows of a stretch of time are found
-- by a summary of each stretch of the table, which costs a writer next to nothing; closed rows are few.
create procedure seal(of_table regclass, instant name default 'recorded') language plpgsql as $$
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

do $$
declare sealed text;
begin
  foreach sealed in array '{instrument, unit_version, placement, succession_event, succession, carry_rule, carry_statement,
    person_version, membership, membership_end, party_card, tenure,
    programme, programme_plan, theme, campaign, campaign_terms, campaign_state, campaign_extension, campaign_focus, obligation, obligation_exception, obligation_move,
    commitment, commitment_step, commitment_receipt, deed, deed_step, evidence, limitation, remedy, proxy_confirmation,
    plan_duty, action_plan, plan_deed, plan_receipt, reminder_rule, reminder_wave,
    exemplar, exemplar_profile, exemplar_story, recognition, consent, assessment, standing_decision, standing_step,
    contribution, contribution_verification, contribution_giver, edition, page_block,
    account, password, totp, recovery_code, passkey, external_identity, contact, role_grant, delegation, roster_import}'::text[]
  loop
    call seal(sealed::regclass);
  end loop;
end $$;
call seal('unit', 'recorded_at');
call seal('post', 'recorded_at');
call seal('person', 'since');
call seal('article', 'recorded_at');
call seal('citation', 'recorded_at');
call seal('figure_run', 'ran_at');
call seal('commitment_tally', 'recorded_at');
call seal('deed_tally', 'recorded_at');
call seal('leadership_tally', 'recorded_at');
call seal('reminder', 'reminded_at');
call seal('person_reading', 'read_at');
call seal('idempotency_key', 'recorded');

-- What one did, and what was done for one, one may read: so that a receipt can be held against its entry before it is shown.
create policy one_reads_of_oneself on ledger_entry for select to neu_guong_app
  using (actor_id = (select current_person_id()) or on_behalf_of = (select current_person_id()));
