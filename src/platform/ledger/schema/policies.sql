grant select, insert (act, actor_id, agent, on_behalf_of, object, object_id, from_version, to_version, digest,
                      retention) on ledger_entry to neu_guong_app;
grant select on ledger_entry to neu_guong_auditor;
alter table ledger_entry enable row level security;
alter table ledger_entry force row level security;
create policy the_auditor_reads on ledger_entry for select to neu_guong_auditor using (true);
create policy the_owner_signs on ledger_entry to current_user using (true) with check (true);
create policy app_reads on ledger_entry for select to neu_guong_app using (
     -- Administrators and auditors read the ledger.
     (select may_read_ledger())
     -- What one did, and what was done for one: so that a receipt can be held against its entry before it is shown.
  or (actor_id = (select current_person_id()) or on_behalf_of = (select current_person_id())));
create policy app_adds on ledger_entry for insert to neu_guong_app with check (
  actor_id is not distinct from current_person_id());

grant select on ledger_head to neu_guong_app, neu_guong_auditor;

grant select, insert (actor_id, key, act, request_digest), update (response) on idempotency_key to neu_guong_app;
alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy the_owner_forgets on idempotency_key to current_user using (true) with check (true);
create policy app_reads on idempotency_key for select to neu_guong_app using (
  actor_id is not distinct from current_person_id());
create policy app_adds on idempotency_key for insert to neu_guong_app with check (
  actor_id is not distinct from current_person_id());
create policy app_changes on idempotency_key for update to neu_guong_app using (
  actor_id is not distinct from current_person_id())
  with check (
  actor_id is not distinct from current_person_id());

grant select on erasure to neu_guong_app, neu_guong_auditor;

grant select on resolved_timestamp to neu_guong_auditor;
