-- Which roles may do which act, here and in policies.ts alike.
insert into role_act (noun, act, in_person, role)
select noun, act, in_person, unnest(roles)
  from (values
    ('unit', 'confirm', true, '{superior-office,unit-office}'::text[]),
    ('unit', 'keep', true, '{superior-office,unit-office}'::text[])) as line (noun, act, in_person, roles);

grant select, insert on unit_change to neu_guong_app;
grant select on unit_change to neu_guong_auditor;
alter table unit_change enable row level security;
create policy the_auditor_reads on unit_change for select to neu_guong_auditor using (true);
create policy app_reads on unit_change for select to neu_guong_app using (
  laid_by = current_person_id() or may_change_units('keep', plan));
create policy app_adds on unit_change for insert to neu_guong_app with check (
  laid_by = current_person_id() and may_change_units('keep', plan));

grant select, insert on unit_change_step to neu_guong_app;
grant select on unit_change_step to neu_guong_auditor;
alter table unit_change_step enable row level security;
create policy the_auditor_reads on unit_change_step for select to neu_guong_auditor using (true);
create policy app_reads on unit_change_step for select to neu_guong_app using (
  exists (select from unit_change c where c.unit_change_id = unit_change_step.unit_change_id));
-- What writes the map is the owner's, in the name of whoever may (unit_change_is_lawful).
create policy app_adds on unit_change_step for insert to neu_guong_app with check (
  taken_by = current_person_id()
  and exists (select from unit_change c
               where c.unit_change_id = unit_change_step.unit_change_id
                 and case state when 'withdrawn' then c.laid_by = taken_by
                                when 'rejected'  then c.laid_by <> taken_by and may_change_units('confirm', c.plan)
                                else false end));

grant select, insert on unit_list to neu_guong_app;
grant select on unit_list to neu_guong_auditor;
alter table unit_list enable row level security;
create policy the_auditor_reads on unit_list for select to neu_guong_auditor using (true);
create policy app_reads on unit_list for select to neu_guong_app using (
  uploaded_by = current_person_id()
  or judged_at(unit_id) in (select u.unit_id from units_where_may('unit', 'confirm') u));
create policy app_adds on unit_list for insert to neu_guong_app with check (
  uploaded_by = current_person_id()
  and judged_at(unit_id) in (select u.unit_id from units_where_may('unit', 'keep') u));

grant select, insert on unit_list_reading to neu_guong_app;
grant select on unit_list_reading to neu_guong_auditor;
alter table unit_list_reading enable row level security;
create policy the_auditor_reads on unit_list_reading for select to neu_guong_auditor using (true);
create policy app_reads on unit_list_reading for select to neu_guong_app using (
  exists (select from unit_list l where l.unit_list_id = unit_list_reading.unit_list_id));
create policy app_adds on unit_list_reading for insert to neu_guong_app with check (
  exists (select from unit_list l
           where l.unit_list_id = unit_list_reading.unit_list_id and l.uploaded_by = current_person_id()));
