-- Which roles may do which act, here and in policies.ts alike.
insert into role_act (noun, act, in_person, role)
select noun, act, in_person, unnest(roles)
  from (values
    ('roster', 'confirm', false, '{superior-office,unit-office}'::text[]),
    ('roster', 'import', false, '{superior-office,unit-office}'::text[])) as line (noun, act, in_person, roles);

grant select, insert on roster_import to neu_guong_app;
grant select on roster_import to neu_guong_auditor;
call guard_persons('roster_import');
-- Whoever may import into or confirm for the unit sees the import; whoever sees it sees what belongs to it; only the
-- one who uploaded it fills it.
create policy app_reads on roster_import for select to neu_guong_app using (
  unit_id in (select u.unit_id from units_where_may('roster', 'import') u)
  or unit_id in (select u.unit_id from units_where_may('roster', 'confirm') u));
create policy app_adds on roster_import for insert to neu_guong_app with check (
  uploaded_by = current_person_id() and unit_id in (select u.unit_id from units_where_may('roster', 'import') u));

grant select, insert on roster_step to neu_guong_app;
grant select on roster_step to neu_guong_auditor;
call guard_persons('roster_step');
create policy app_reads on roster_step for select to neu_guong_app using (
  roster_import_id in (select i.roster_import_id from roster_import i));
create policy app_adds on roster_step for insert to neu_guong_app with check (
  taken_by = current_person_id() and roster_import_id in (select i.roster_import_id from roster_import i));

grant select, insert, update (doing, done, seen_at) on roster_progress to neu_guong_app;
grant select on roster_progress to neu_guong_auditor;
call guard_persons('roster_progress');
create policy app_reads on roster_progress for select to neu_guong_app using (
  roster_import_id in (select i.roster_import_id from roster_import i));
create policy app_adds on roster_progress for insert to neu_guong_app with check (
  roster_import_id in (select i.roster_import_id from roster_import i));
create policy app_changes on roster_progress for update to neu_guong_app using (
  roster_import_id in (select i.roster_import_id from roster_import i));

grant select, insert, update (recorded) on roster_mapping to neu_guong_app;
grant select on roster_mapping to neu_guong_auditor;
call guard_persons('roster_mapping');
create policy app_reads on roster_mapping for select to neu_guong_app using (
  unit_id in (select u.unit_id from units_where_may('roster', 'import') u));
create policy app_adds on roster_mapping for insert to neu_guong_app with check (
  chosen_by = current_person_id() and unit_id in (select u.unit_id from units_where_may('roster', 'import') u));
create policy app_changes on roster_mapping for update to neu_guong_app using (
  unit_id in (select u.unit_id from units_where_may('roster', 'import') u));

grant select, insert, delete on roster_row to neu_guong_app;
grant select on roster_row to neu_guong_auditor;
call guard_persons('roster_row');
create policy app_reads on roster_row for select to neu_guong_app using (
  roster_import_id in (select i.roster_import_id from roster_import i));
create policy app_adds on roster_row for insert to neu_guong_app with check (
  roster_import_id in (select i.roster_import_id from roster_import i where i.uploaded_by = current_person_id()));
create policy app_removes on roster_row for delete to neu_guong_app using (
  roster_import_id in (select i.roster_import_id from roster_import i where i.uploaded_by = current_person_id()));

grant select, insert, delete on roster_person to neu_guong_app;
grant select on roster_person to neu_guong_auditor;
call guard_persons('roster_person');
create policy app_reads on roster_person for select to neu_guong_app using (
     person_id = current_person_id()
     -- Seen with its import, by the keepers of the person.
  or (roster_import_id in (select i.roster_import_id from roster_import i)
      and ((unit_id in (select u.unit_id from units_where_may('person', 'keep') u)) is true)));
create policy app_adds on roster_person for insert to neu_guong_app with check (
  roster_import_id in (select i.roster_import_id from roster_import i where i.uploaded_by = current_person_id())
  and ((unit_id in (select u.unit_id from units_where_may('person', 'keep') u)) is true));
create policy app_removes on roster_person for delete to neu_guong_app using (
  roster_import_id in (select i.roster_import_id from roster_import i where i.uploaded_by = current_person_id()));

grant select, insert, delete on roster_candidate to neu_guong_app;
grant select on roster_candidate to neu_guong_auditor;
call guard_persons('roster_candidate');
create policy app_reads on roster_candidate for select to neu_guong_app using (
     person_id = current_person_id()
     -- Seen with its import.
  or roster_import_id in (select i.roster_import_id from roster_import i));
create policy app_adds on roster_candidate for insert to neu_guong_app with check (
  roster_import_id in (select i.roster_import_id from roster_import i where i.uploaded_by = current_person_id()));
create policy app_removes on roster_candidate for delete to neu_guong_app using (
  roster_import_id in (select i.roster_import_id from roster_import i where i.uploaded_by = current_person_id()));

grant select, insert, delete on roster_match to neu_guong_app;
grant select on roster_match to neu_guong_auditor;
call guard_persons('roster_match');
create policy app_reads on roster_match for select to neu_guong_app using (
     person_id = current_person_id()
     -- Seen with its import.
  or roster_import_id in (select i.roster_import_id from roster_import i));
create policy app_adds on roster_match for insert to neu_guong_app with check (
  roster_import_id in (select i.roster_import_id from roster_import i where i.uploaded_by = current_person_id()));
create policy app_removes on roster_match for delete to neu_guong_app using (
  roster_import_id in (select i.roster_import_id from roster_import i where i.uploaded_by = current_person_id()));

grant select, insert, update (recorded) on roster_choice to neu_guong_app;
grant select on roster_choice to neu_guong_auditor;
call guard_persons('roster_choice');
create policy app_reads on roster_choice for select to neu_guong_app using (
     person_id = current_person_id()
     -- Seen with its import.
  or roster_import_id in (select i.roster_import_id from roster_import i));
create policy app_adds on roster_choice for insert to neu_guong_app with check (
  roster_import_id in (select i.roster_import_id from roster_import i where i.uploaded_by = current_person_id()));
create policy app_changes on roster_choice for update to neu_guong_app using (
  roster_import_id in (select i.roster_import_id from roster_import i where i.uploaded_by = current_person_id()));

grant select, insert, delete on roster_fault to neu_guong_app;
grant select on roster_fault to neu_guong_auditor;
call guard_persons('roster_fault');
create policy app_reads on roster_fault for select to neu_guong_app using (
  roster_import_id in (select i.roster_import_id from roster_import i));
create policy app_adds on roster_fault for insert to neu_guong_app with check (
  roster_import_id in (select i.roster_import_id from roster_import i where i.uploaded_by = current_person_id()));
create policy app_removes on roster_fault for delete to neu_guong_app using (
  roster_import_id in (select i.roster_import_id from roster_import i where i.uploaded_by = current_person_id()));

grant select, insert on roster_effect to neu_guong_app;
grant select on roster_effect to neu_guong_auditor;
call guard_persons('roster_effect');
create policy app_reads on roster_effect for select to neu_guong_app using (
     person_id = current_person_id()
     -- Seen with its import.
  or roster_import_id in (select i.roster_import_id from roster_import i));
-- What a confirmed roster does to the register is noted by the second person, never by the one who uploaded it.
create policy app_adds on roster_effect for insert to neu_guong_app with check (
  roster_import_id in (select i.roster_import_id from roster_import i
  where i.uploaded_by <> current_person_id()
    and i.unit_id in (select u.unit_id from units_where_may('roster', 'confirm') u)));

grant select on roster_outcome to neu_guong_app, neu_guong_auditor;

grant select on roster_left to neu_guong_app, neu_guong_auditor;
