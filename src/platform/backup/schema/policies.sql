grant select, insert, update (recorded) on backup_plan to neu_guong_app;
grant select on backup_plan to neu_guong_auditor;
alter table backup_plan enable row level security;
create policy the_auditor_reads on backup_plan for select to neu_guong_auditor using (true);
create policy app_reads on backup_plan for select to neu_guong_app using (
  (select administers_all()));
create policy app_adds on backup_plan for insert to neu_guong_app with check (
  (select administers_all()));
create policy app_changes on backup_plan for update to neu_guong_app using (
  (select administers_all()))
  with check (
  true);

grant select on backup to neu_guong_app, neu_guong_auditor;
alter table backup enable row level security;
create policy the_auditor_reads on backup for select to neu_guong_auditor using (true);
create policy app_reads on backup for select to neu_guong_app using (
  (select administers_all()));
