-- Which roles may do which act, here and in policies.ts alike.
insert into role_act (noun, act, in_person, role)
select noun, act, in_person, unnest(roles)
  from (values
    ('contribution', 'keep', false, '{secretary,superior-office,unit-office}'::text[]),
    ('contribution', 'verify', false, '{superior-office,unit-office}'::text[]),
    ('standing', 'appraise', true, '{superior-office,unit-office}'::text[]),
    ('standing', 'assess', false, '{superior-office,unit-office}'::text[]),
    ('standing', 'decide', true, '{superior-office}'::text[]),
    ('standing', 'read', false, '{leader,secretary,superior-office,unit-office}'::text[]),
    ('standing', 'vote', true, '{superior-office}'::text[])) as line (noun, act, in_person, roles);

grant select on standing_level to neu_guong_app, neu_guong_auditor;

-- Which criteria there are stands beside what they were once: a set is added, and never rewritten.
call guard_rule('criteria_set', may_end => false);
call guard_rule('criterion', may_end => false);
call guard_rule('criterion_indicator', may_end => false);
call guard_rule('standing_rule');

-- How many criteria were met, and what was decided, is everybody's. Who assessed, appraised and voted is for those who
-- follow the unit.
grant select, insert on assessment to neu_guong_app;
grant select on assessment to neu_guong_auditor;
alter table assessment enable row level security;
create policy the_auditor_reads on assessment for select to neu_guong_auditor using (true);
create policy app_reads on assessment for select to neu_guong_app using (true);
create policy app_adds on assessment for insert to neu_guong_app with check (
  unit_id in (select p.place_id from places_for_standing('appraise') p));

-- A commune is recognised by the decision of a case that was voted on; other decisions need no case.
grant select, insert on standing_decision to neu_guong_app;
grant select on standing_decision to neu_guong_auditor;
alter table standing_decision enable row level security;
create policy the_auditor_reads on standing_decision for select to neu_guong_auditor using (true);
create policy app_reads on standing_decision for select to neu_guong_app using (true);
create policy app_adds on standing_decision for insert to neu_guong_app with check (
  unit_id in (select p.place_id from places_for_standing('decide') p)
  and (standing_case_id is not null or verdict <> 'recognised' or not is_commune_on(unit_id, decided_on)));

grant select, insert, update (recorded) on standing_step to neu_guong_app;
grant select on standing_step to neu_guong_auditor;
alter table standing_step enable row level security;
create policy the_auditor_reads on standing_step for select to neu_guong_auditor using (true);
create policy app_reads on standing_step for select to neu_guong_app using (true);
create policy app_adds on standing_step for insert to neu_guong_app with check (
  unit_id in (select p.place_id from places_for_standing('assess') p));
create policy app_closes on standing_step for update to neu_guong_app using (
  unit_id in (select p.place_id from places_for_standing('assess') p));

grant select, insert on standing_case to neu_guong_app;
grant select on standing_case to neu_guong_auditor;
call guard_persons('standing_case');
create policy app_reads on standing_case for select to neu_guong_app using (
  kept_at in (select u.unit_id from units_where_may('standing', 'read') u));
create policy app_adds on standing_case for insert to neu_guong_app with check (
  begun_by = current_person_id() and kept_at in (select u.unit_id from units_where_may('standing', 'assess') u));

grant select, insert, update (recorded) on criterion_result to neu_guong_app;
grant select on criterion_result to neu_guong_auditor;
call guard_persons('criterion_result');
create policy app_reads on criterion_result for select to neu_guong_app using (
  standing_case_id in (select c.standing_case_id from standing_case c));
create policy app_adds on criterion_result for insert to neu_guong_app with check (
  said_by = current_person_id() and may_take_case(standing_case_id, 'draft'));
create policy app_closes on criterion_result for update to neu_guong_app
  using (may_take_case(standing_case_id, 'draft'));

grant select, insert on measured_indicator to neu_guong_app;
grant select on measured_indicator to neu_guong_auditor;
call guard_persons('measured_indicator');
create policy app_reads on measured_indicator for select to neu_guong_app using (
  criterion_result_id in (select r.criterion_result_id from criterion_result r));
create policy app_adds on measured_indicator for insert to neu_guong_app with check (
  exists (select from criterion_result r
           where r.criterion_result_id = measured_indicator.criterion_result_id and r.said_by = current_person_id()
             and is_open(r.recorded)
             and may_take_case(r.standing_case_id, 'draft')));

grant select, insert on standing_case_step to neu_guong_app;
grant select on standing_case_step to neu_guong_auditor;
call guard_persons('standing_case_step');
create policy app_reads on standing_case_step for select to neu_guong_app using (
  standing_case_id in (select c.standing_case_id from standing_case c));
create policy app_adds on standing_case_step for insert to neu_guong_app with check (
  taken_by = current_person_id() and may_take_case(standing_case_id, state));

grant select, insert on standing_vote to neu_guong_app;
grant select on standing_vote to neu_guong_auditor;
call guard_persons('standing_vote');
create policy app_reads on standing_vote for select to neu_guong_app using (
  standing_case_id in (select c.standing_case_id from standing_case c));
create policy app_adds on standing_vote for insert to neu_guong_app
  with check (may_take_case(standing_case_id, 'voted'));

grant select on contribution_kind to neu_guong_app, neu_guong_auditor;

-- Who sent a list is for those who keep the gifts of the unit.
grant select, insert on contribution_list to neu_guong_app;
grant select on contribution_list to neu_guong_auditor;
alter table contribution_list enable row level security;
create policy the_auditor_reads on contribution_list for select to neu_guong_auditor using (true);
create policy app_reads on contribution_list for select to neu_guong_app using (
  kept_at in (select u.unit_id from units_where_may('contribution', 'keep') u));
create policy app_adds on contribution_list for insert to neu_guong_app with check (
  sent_by = current_person_id() and kept_at in (select u.unit_id from units_where_may('contribution', 'keep') u));

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
  and not exists (select from contribution_verification w
                   where w.contribution_id = contribution.contribution_id and is_open(w.recorded)));

-- Nobody verifies what they wrote down themselves.
grant select, insert on contribution_verification to neu_guong_app;
grant select on contribution_verification to neu_guong_auditor;
alter table contribution_verification enable row level security;
create policy the_auditor_reads on contribution_verification for select to neu_guong_auditor using (true);
create policy app_reads on contribution_verification for select to neu_guong_app using (true);
create policy app_adds on contribution_verification for insert to neu_guong_app with check (
  verified_by = current_person_id()
  and exists (select from contribution c
               where c.contribution_id = contribution_verification.contribution_id and is_open(c.recorded)
                 and c.kept_by <> current_person_id()
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
  exists (select from contribution c
           where c.contribution_id = contribution_giver.contribution_id and c.kept_by = current_person_id()));
create policy app_closes on contribution_giver for update to neu_guong_app using (
  exists (select from contribution c
           where c.contribution_id = contribution_giver.contribution_id
             and c.kept_at in (select u.unit_id from units_where_may('contribution', 'keep') u)));

-- Which gifts are of one household is a number; `know_households` writes it, whoever writes down the giver.
grant select on contribution_household to neu_guong_app, neu_guong_auditor;

-- Quantities and numbers of households, as their tables; the triggers write it.
grant select on contribution_state to neu_guong_app, neu_guong_auditor;
grant select on contribution_state_of_rows to neu_guong_auditor;
