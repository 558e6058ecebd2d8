-- access/: what was tried at the door, for back-off. What stood here until now was worth an hour; it is not carried over.
drop table sign_in_attempt;

-- Keys are digests: of what was asked for (a name, whose code, a printed code), of the network it came from, of a browser that is known there.
create table sign_in_attempt (
  sign_in_attempt_id  bigint      generated always as identity primary key,
  kind                text        not null check (kind in ('password', 'code', 'printed')),
  name_key            text        not null,
  address_key         text,  -- null: nobody knows where it came from
  browser_key         text,  -- set where the browser was known: then the attempt counts for that browser alone
  state               text        not null check (state in ('told-to-wait', 'wrong', 'right')),  -- «wrong» also while it is being judged
  happened_at         timestamptz not null
);
create index on sign_in_attempt (name_key, happened_at);
create index on sign_in_attempt (address_key, happened_at);
create index on sign_in_attempt (browser_key, happened_at) where browser_key is not null;
create index on sign_in_attempt (happened_at) where kind = 'printed' and state = 'wrong';

-- The application says of an attempt that it was right after all, and clears away what no count looks at any more.
revoke all on sign_in_attempt from neu_guong_app, neu_guong_auditor;
grant select, insert, update (state), delete on sign_in_attempt to neu_guong_app;
call guard_persons('sign_in_attempt');
drop policy the_auditor_reads on sign_in_attempt;
create policy the_door_counts on sign_in_attempt for select to neu_guong_app using (true);
create policy the_door_notes on sign_in_attempt for insert to neu_guong_app with check (true);
create policy a_wrong_one_was_right on sign_in_attempt for update to neu_guong_app using (state = 'wrong') with check (state = 'right');
create policy old_ones_go on sign_in_attempt for delete to neu_guong_app using (happened_at < now() - interval '1 day');
