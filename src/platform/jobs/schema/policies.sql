grant select, insert (task, subject), update (due_at, attempts, taken_until, ended_at, outcome) on job to neu_guong_app;
grant select on job to neu_guong_auditor;
alter table job enable row level security;
alter table job force row level security;
create policy the_auditor_reads on job for select to neu_guong_auditor using (true);
create policy the_owner_keeps on job to current_user using (true) with check (true);
create policy app_reads on job for select to neu_guong_app using (true);
create policy app_adds on job for insert to neu_guong_app with check (actor_id = current_person_id());
create policy app_changes on job for update to neu_guong_app using (
  ended_at is null and current_person_id() is null)
  with check (
  true);
