-- Which roles may do which act, here and in policies.ts alike.
insert into role_act (noun, act, in_person, role)
select noun, act, in_person, unnest(roles)
  from (values
    ('campaign', 'extend', false, '{superior-office}'::text[]),
    ('campaign', 'focus', false, '{superior-office,unit-office}'::text[]),
    ('campaign', 'issue', false, '{superior-office}'::text[]),
    ('campaign', 'read', false, '{auditor,leader,secretary,superior-office,unit-office}'::text[]),
    ('campaign', 'withdraw', false, '{superior-office}'::text[]),
    ('obligation', 'keep', false, '{superior-office,unit-office}'::text[]),
    ('obligation', 'read', false, '{leader,secretary,superior-office,unit-office}'::text[]),
    ('obligation', 'remind', false, '{secretary,superior-office,unit-office}'::text[]),
    ('programme', 'keep', false, '{superior-office}'::text[]),
    ('programme', 'plan', false, '{superior-office,unit-office}'::text[])) as line (noun, act, in_person, roles);

grant select on programme to neu_guong_app, neu_guong_auditor;

call guard_rule('deed_bounds');
call guard_rule('exemption_reason');
call guard_rule('programme_conclusion');

grant select, insert, update (recorded) on programme_plan to neu_guong_app;
grant select on programme_plan to neu_guong_auditor;
alter table programme_plan enable row level security;
create policy the_auditor_reads on programme_plan for select to neu_guong_auditor using (true);
create policy app_reads on programme_plan for select to neu_guong_app using (true);
create policy app_adds on programme_plan for insert to neu_guong_app with check (
  unit_id in (select u.unit_id from units_where_may('programme', 'plan') u));
create policy app_changes on programme_plan for update to neu_guong_app using (
  unit_id in (select u.unit_id from units_where_may('programme', 'plan') u));

grant select, insert, update (recorded) on theme to neu_guong_app;
grant select on theme to neu_guong_auditor;
alter table theme enable row level security;
create policy the_auditor_reads on theme for select to neu_guong_auditor using (true);
create policy app_reads on theme for select to neu_guong_app using (true);
create policy app_adds on theme for insert to neu_guong_app with check (
     unit_id in (select u.unit_id from units_where_may('campaign', 'issue') u)
  or unit_id in (select u.unit_id from units_where_may('programme', 'keep') u));
create policy app_changes on theme for update to neu_guong_app using (
  unit_id in (select u.unit_id from units_where_may('programme', 'keep') u));

grant select, insert on campaign to neu_guong_app;
grant select on campaign to neu_guong_auditor;
alter table campaign enable row level security;
create policy the_auditor_reads on campaign for select to neu_guong_auditor using (true);
create policy app_reads on campaign for select to neu_guong_app using (true);
create policy app_adds on campaign for insert to neu_guong_app with check (
  unit_id in (select u.unit_id from units_where_may('campaign', 'issue') u));

grant select, insert on campaign_form to neu_guong_app;
grant select on campaign_form to neu_guong_auditor;
alter table campaign_form enable row level security;
create policy the_auditor_reads on campaign_form for select to neu_guong_auditor using (true);
create policy app_reads on campaign_form for select to neu_guong_app using (true);
-- A second person of the office that sets rules, by the confirmation that they give in the same transaction.
create policy app_adds on campaign_form for insert to neu_guong_app with check (
  (select sets_rules()) and (select confirms_rule('mau')));

grant select, insert, update (recorded) on campaign_terms to neu_guong_app;
grant select on campaign_terms to neu_guong_auditor;
alter table campaign_terms enable row level security;
create policy the_auditor_reads on campaign_terms for select to neu_guong_auditor using (true);
create policy app_reads on campaign_terms for select to neu_guong_app using (true);
create policy app_adds on campaign_terms for insert to neu_guong_app with check (
  exists (select from campaign c
           where c.campaign_id = campaign_terms.campaign_id
             and c.unit_id in (select u.unit_id from units_where_may('campaign', 'issue') u)));
create policy app_changes on campaign_terms for update to neu_guong_app using (
  exists (select from campaign c
           where c.campaign_id = campaign_terms.campaign_id
             and c.unit_id in (select u.unit_id from units_where_may('campaign', 'withdraw') u)));

grant select, insert, update (recorded) on campaign_state to neu_guong_app;
grant select on campaign_state to neu_guong_auditor;
alter table campaign_state enable row level security;
create policy the_auditor_reads on campaign_state for select to neu_guong_auditor using (true);
create policy app_reads on campaign_state for select to neu_guong_app using (true);
create policy app_adds on campaign_state for insert to neu_guong_app with check (
  exists (select from campaign c where c.campaign_id = campaign_state.campaign_id
  and (c.unit_id in (select u.unit_id from units_where_may('campaign', 'issue') u)
       or c.unit_id in (select u.unit_id from units_where_may('campaign', 'withdraw') u))));
create policy app_changes on campaign_state for update to neu_guong_app using (
  exists (select from campaign c
           where c.campaign_id = campaign_state.campaign_id
             and c.unit_id in (select u.unit_id from units_where_may('campaign', 'withdraw') u)));

grant select, insert on obligation to neu_guong_app;
grant select on obligation to neu_guong_auditor;
call guard_persons('obligation');
create policy the_owner_keeps_counts on obligation to current_user using (is_keeping_counts());
create policy app_reads on obligation for select to neu_guong_app using (
     person_id = current_person_id()
     -- Obligations and commitments belong to the cell that answers for them. Steps and deeds are seen where their
     -- commitment is.
  or unit_id in (select u.unit_id from units_where_may('obligation', 'read') u));
create policy app_adds on obligation for insert to neu_guong_app with check (
  unit_id in (select u.unit_id from units_where_may('obligation', 'keep') u));

grant select, insert, update (recorded) on obligation_exception to neu_guong_app;
grant select on obligation_exception to neu_guong_auditor;
call guard_persons('obligation_exception');
create policy the_owner_keeps_counts on obligation_exception to current_user using (is_keeping_counts());
create policy app_reads on obligation_exception for select to neu_guong_app using (
  exists (select from obligation o where o.obligation_id = obligation_exception.obligation_id));
create policy app_adds on obligation_exception for insert to neu_guong_app with check (
  exists (select from obligation o where o.obligation_id = obligation_exception.obligation_id
  and (o.unit_id in (select u.unit_id from units_where_may('obligation', 'keep') u)) is true));
create policy app_changes on obligation_exception for update to neu_guong_app using (
  exists (select from obligation o where o.obligation_id = obligation_exception.obligation_id
  and (o.unit_id in (select u.unit_id from units_where_may('obligation', 'keep') u)) is true));

grant select, insert on campaign_extension to neu_guong_app;
grant select on campaign_extension to neu_guong_auditor;
alter table campaign_extension enable row level security;
create policy the_auditor_reads on campaign_extension for select to neu_guong_auditor using (true);
create policy app_reads on campaign_extension for select to neu_guong_app using (true);
create policy app_adds on campaign_extension for insert to neu_guong_app with check (
  unit_id in (select u.unit_id from units_where_may('campaign', 'extend') u));

grant select on obligation_move to neu_guong_app, neu_guong_auditor;
call guard_persons('obligation_move');
create policy the_owner_keeps_counts on obligation_move to current_user using (is_keeping_counts());
create policy app_reads on obligation_move for select to neu_guong_app using (
  exists (select from obligation o where o.obligation_id = obligation_move.obligation_id));

call guard_persons('membership_change');
create policy the_owner_keeps_counts on membership_change to current_user using (is_keeping_counts());

grant select, insert, update (recorded) on campaign_focus to neu_guong_app;
grant select on campaign_focus to neu_guong_auditor;
alter table campaign_focus enable row level security;
create policy the_auditor_reads on campaign_focus for select to neu_guong_auditor using (true);
create policy app_reads on campaign_focus for select to neu_guong_app using (true);
create policy app_adds on campaign_focus for insert to neu_guong_app with check (
  unit_id in (select u.unit_id from units_where_may('campaign', 'focus') u));
create policy app_changes on campaign_focus for update to neu_guong_app using (
  unit_id in (select u.unit_id from units_where_may('campaign', 'focus') u));

grant select, insert, update (recorded) on programme_note to neu_guong_app;
grant select on programme_note to neu_guong_auditor;
alter table programme_note enable row level security;
create policy the_auditor_reads on programme_note for select to neu_guong_auditor using (true);
create policy app_reads on programme_note for select to neu_guong_app using (true);
create policy app_adds on programme_note for insert to neu_guong_app with check (
  unit_id in (select u.unit_id from units_where_may('campaign', 'issue') u));
create policy app_changes on programme_note for update to neu_guong_app using (
  unit_id in (select u.unit_id from units_where_may('campaign', 'issue') u));

call guard_rule('rating_scheme');
call guard_rule('rating_level');
