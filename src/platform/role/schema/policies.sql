-- Which roles may do which act, here and in policies.ts alike.
insert into role_act (noun, act, in_person, role)
select noun, act, in_person, unnest(roles)
  from (values
    ('delegation', 'give', false, '{leader,secretary,superior-office,unit-office}'::text[]),
    ('ledger', 'read', false, '{administrator,auditor}'::text[])) as line (noun, act, in_person, roles);

grant select on role_act to neu_guong_app, neu_guong_auditor;

grant select, insert, update (recorded) on role_grant to neu_guong_app;
grant select on role_grant to neu_guong_auditor;
call guard_persons('role_grant');
create policy the_owner_keeps_counts on role_grant to current_user using (is_keeping_counts());
create policy app_reads on role_grant for select to neu_guong_app using (
     person_id = current_person_id()
     -- An administrator reads.
  or unit_id in (select u.unit_id from units_where_may('account', 'read') u)
     -- Who was lent a role sees by what right its giver has it.
  or exists (select from delegation d where d.giver_id = role_grant.person_id and d.receiver_id = current_person_id()));
create policy app_adds on role_grant for insert to neu_guong_app with check (
  granted_by = current_person_id() and unit_id in (select u.unit_id from units_where_may('account', 'grant') u));
create policy app_changes on role_grant for update to neu_guong_app using (
  person_id <> current_person_id() and unit_id in (select u.unit_id from units_where_may('account', 'grant') u));

grant select, insert, update (recorded) on delegation to neu_guong_app;
grant select on delegation to neu_guong_auditor;
call guard_persons('delegation');
create policy the_owner_keeps_counts on delegation to current_user using (is_keeping_counts());
create policy app_reads on delegation for select to neu_guong_app
  using (current_person_id() in (giver_id, receiver_id));
create policy app_adds on delegation for insert to neu_guong_app with check (
  giver_id = current_person_id() and lower(valid) >= today_in_vietnam()
  and exists (select from roles_held(current_person_id(), today_in_vietnam(), recorded_now()) h
               where h.giver_id is null and h.role = delegation.role and h.unit_id = delegation.unit_id));
create policy app_changes on delegation for update to neu_guong_app using (giver_id = current_person_id());

grant select, insert on person_reading to neu_guong_app;
grant select on person_reading to neu_guong_auditor;
call guard_persons('person_reading');
create policy app_reads on person_reading for select to neu_guong_app using (
     person_id = current_person_id()
     -- The reader too.
  or reader_id = current_person_id());
create policy app_adds on person_reading for insert to neu_guong_app with check (reader_id = current_person_id());
