call guard_rule('reminder_rule');

grant select, insert, update (recorded) on letter_text to neu_guong_app;
grant select on letter_text to neu_guong_auditor;
alter table letter_text enable row level security;
create policy the_auditor_reads on letter_text for select to neu_guong_auditor using (true);
create policy app_reads on letter_text for select to neu_guong_app using (true);
create policy app_adds on letter_text for insert to neu_guong_app with check (
  unit_id in (select u.unit_id from units_where_may('programme', 'plan') u));
create policy app_changes on letter_text for update to neu_guong_app using (
  unit_id in (select u.unit_id from units_where_may('programme', 'plan') u));

grant select, insert on reminder_wave to neu_guong_app;
grant select on reminder_wave to neu_guong_auditor;
call guard_persons('reminder_wave');
create policy app_reads on reminder_wave for select to neu_guong_app using (
  sent_by = current_person_id()
  or unit_id in (select u.unit_id from units_where_may('obligation', 'read') u)
  or exists (select from reminder r where r.reminder_wave_id = reminder_wave.reminder_wave_id));
create policy app_adds on reminder_wave for insert to neu_guong_app with check (
  sent_by = current_person_id() and unit_id in (select u.unit_id from units_where_may('obligation', 'remind') u));

grant select, insert on reminder to neu_guong_app;
grant select on reminder to neu_guong_auditor;
call guard_persons('reminder');
create policy app_reads on reminder for select to neu_guong_app using (
     person_id = current_person_id()
  or exists (select from obligation o where o.obligation_id = reminder.obligation_id));
create policy app_adds on reminder for insert to neu_guong_app with check (
  exists (select from obligation o
  where o.obligation_id = reminder.obligation_id and o.person_id = reminder.person_id
    and (o.unit_id in (select u.unit_id from units_where_may('obligation', 'remind') u)) is true));

grant select, insert on reminder_reading to neu_guong_app;
grant select on reminder_reading to neu_guong_auditor;
call guard_persons('reminder_reading');
create policy app_reads on reminder_reading for select to neu_guong_app using (
     person_id = current_person_id()
     -- Seen with its reminder.
  or exists (select from reminder r where r.reminder_id = reminder_reading.reminder_id));
create policy app_adds on reminder_reading for insert to neu_guong_app with check (
  person_id = current_person_id()
  and exists (select from reminder r
               where r.reminder_id = reminder_reading.reminder_id and r.person_id = current_person_id()));

grant select, insert on reminder_mail to neu_guong_app;
grant select on reminder_mail to neu_guong_auditor;
call guard_persons('reminder_mail');
create policy app_reads on reminder_mail for select to neu_guong_app using (
  exists (select from reminder r where r.reminder_id = reminder_mail.reminder_id));
create policy app_adds on reminder_mail for insert to neu_guong_app with check (
  exists (select from reminder r join obligation o using (obligation_id)
  where r.reminder_id = reminder_mail.reminder_id
    and (o.unit_id in (select u.unit_id from units_where_may('obligation', 'remind') u)) is true));
