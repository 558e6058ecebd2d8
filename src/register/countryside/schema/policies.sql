-- Which roles may do which act, here and in policies.ts alike.
insert into role_act (noun, act, in_person, role)
select noun, act, in_person, unnest(roles)
  from (values
    ('contribution', 'keep', false, '{secretary,superior-office,unit-office}'::text[]),
    ('contribution', 'verify', false, '{superior-office,unit-office}'::text[])) as line (noun, act, in_person, roles);

grant select on standing_level to neu_guong_app, neu_guong_auditor;

grant select on criteria_set to neu_guong_app, neu_guong_auditor;

grant select on assessment to neu_guong_app, neu_guong_auditor;

grant select on standing_decision to neu_guong_app, neu_guong_auditor;

grant select on standing_step to neu_guong_app, neu_guong_auditor;

grant select on contribution_kind to neu_guong_app, neu_guong_auditor;

-- Quantities are everybody's, for figures are made of them; who gave is apart.
grant select, insert, update (recorded) on contribution to neu_guong_app;
grant select on contribution to neu_guong_auditor;
alter table contribution enable row level security;
create policy the_auditor_reads on contribution for select to neu_guong_auditor using (true);
create policy app_reads on contribution for select to neu_guong_app using (true);
create policy app_adds on contribution for insert to neu_guong_app with check (
  kept_by = current_person_id() and kept_at in (select u.unit_id from units_where_may('contribution', 'keep') u));
-- Taken back while nobody has verified it.
create policy app_closes on contribution for update to neu_guong_app using (
  kept_at in (select u.unit_id from units_where_may('contribution', 'keep') u)
  and not exists (select from contribution_verification w where w.contribution_id = contribution.contribution_id and is_open(w.recorded)));

-- Nobody verifies what they wrote down themselves.
grant select, insert on contribution_verification to neu_guong_app;
grant select on contribution_verification to neu_guong_auditor;
alter table contribution_verification enable row level security;
create policy the_auditor_reads on contribution_verification for select to neu_guong_auditor using (true);
create policy app_reads on contribution_verification for select to neu_guong_app using (true);
create policy app_adds on contribution_verification for insert to neu_guong_app with check (
  verified_by = current_person_id()
  and exists (select from contribution c
               where c.contribution_id = contribution_verification.contribution_id and is_open(c.recorded) and c.kept_by <> current_person_id()
                 and c.kept_at in (select u.unit_id from units_where_may('contribution', 'verify') u)));

grant select, insert, update (recorded) on contribution_giver to neu_guong_app;
grant select on contribution_giver to neu_guong_auditor;
call guard_persons('contribution_giver');
create policy app_reads on contribution_giver for select to neu_guong_app using (
     person_id = current_person_id()
  or exists (select from contribution c
              where c.contribution_id = contribution_giver.contribution_id
                and c.kept_at in (select u.unit_id from units_where_may('contribution', 'keep') u)));
create policy app_adds on contribution_giver for insert to neu_guong_app with check (
  exists (select from contribution c where c.contribution_id = contribution_giver.contribution_id and c.kept_by = current_person_id()));
create policy app_closes on contribution_giver for update to neu_guong_app using (
  exists (select from contribution c
           where c.contribution_id = contribution_giver.contribution_id
             and c.kept_at in (select u.unit_id from units_where_may('contribution', 'keep') u)));
