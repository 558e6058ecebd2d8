grant select, insert on data_request to neu_guong_app;
grant select on data_request to neu_guong_auditor;
call guard_persons('data_request');
create policy app_reads on data_request for select to neu_guong_app using (
     person_id = current_person_id()
  or unit_id in (select u.unit_id from units_where_may('person', 'keep') u));
create policy app_adds on data_request for insert to neu_guong_app with check (
  person_id = current_person_id()
  and unit_id = (select m.unit_id from membership m
                  where m.person_id = current_person_id() and is_open(m.recorded)
                  order by lower(m.valid) desc limit 1));

grant select, insert on data_answer to neu_guong_app;
grant select on data_answer to neu_guong_auditor;
call guard_persons('data_answer');
-- Seen with its request.
create policy app_reads on data_answer for select to neu_guong_app using (
  exists (select from data_request r where r.data_request_id = data_answer.data_request_id));
create policy app_adds on data_answer for insert to neu_guong_app with check (
  answered_by = current_person_id()
  and exists (select from data_request r
               where r.data_request_id = data_answer.data_request_id and r.person_id <> current_person_id()
                 and r.unit_id in (select u.unit_id from units_where_may('person', 'keep') u)));

-- A rule of the register names no person but who decided it; it is for the whole register.
grant select, insert, update (recorded) on retention_rule to neu_guong_app;
grant select on retention_rule to neu_guong_auditor;
call guard_persons('retention_rule');
create policy app_reads on retention_rule for select to neu_guong_app using (current_person_id() is not null);
create policy app_adds on retention_rule for insert to neu_guong_app with check (
  decided_by = current_person_id() and (select may_set_retention()));
create policy app_changes on retention_rule for update to neu_guong_app using ((select may_set_retention()));

grant select on erasure_run to neu_guong_app, neu_guong_auditor;
call guard_persons('erasure_run');
create policy app_reads on erasure_run for select to neu_guong_app using (
     (select may_set_retention())
  or exists (select from data_request r where r.data_request_id = erasure_run.data_request_id));
