-- Which roles may do which act, here and in policies.ts alike.
insert into role_act (noun, act, in_person, role)
select noun, act, in_person, unnest(roles)
  from (values
    ('indicator', 'send', false, '{superior-office,unit-office}'::text[])) as line (noun, act, in_person, roles);

call guard_rule('indicator');

-- Values name nobody: they are everybody's to read. An office sends those of its own places.
grant select, insert, update (recorded) on indicator_value to neu_guong_app;
grant select on indicator_value to neu_guong_auditor;
alter table indicator_value enable row level security;
create policy the_auditor_reads on indicator_value for select to neu_guong_auditor using (true);
create policy app_reads on indicator_value for select to neu_guong_app using (true);
create policy app_adds on indicator_value for insert to neu_guong_app with check (
  place_id in (select p.place_id from places_of_sender() p));
create policy app_closes on indicator_value for update to neu_guong_app using (
  place_id in (select p.place_id from places_of_sender() p));

grant select, insert on indicator_delivery to neu_guong_app;
grant select on indicator_delivery to neu_guong_auditor;
call guard_persons('indicator_delivery');
create policy app_reads on indicator_delivery for select to neu_guong_app using (
  unit_id in (select u.unit_id from units_where_may('indicator', 'send') u));
create policy app_adds on indicator_delivery for insert to neu_guong_app with check (
  sent_by = current_person_id() and unit_id in (select u.unit_id from units_where_may('indicator', 'send') u));

grant select, insert, update (recorded) on indicator_key to neu_guong_app;
grant select on indicator_key to neu_guong_auditor;
call guard_persons('indicator_key');
create policy app_reads on indicator_key for select to neu_guong_app using (
  -- At the door, before anybody is known: the row that was presented.
  digest = presented()
  or unit_id in (select u.unit_id from units_where_may('indicator', 'send') u));
create policy app_adds on indicator_key for insert to neu_guong_app with check (
  issued_by = current_person_id() and unit_id in (select u.unit_id from units_where_may('indicator', 'send') u));
create policy app_closes on indicator_key for update to neu_guong_app using (
  unit_id in (select u.unit_id from units_where_may('indicator', 'send') u));
