-- Which roles may do which act, here and in policies.ts alike.
insert into role_act (noun, act, in_person, role)
select noun, act, in_person, unnest(roles)
  from (values
    ('page', 'approve', true, '{publisher}'::text[]),
    ('page', 'arrange', false, '{editor}'::text[]),
    ('page', 'read', false, '{editor,publisher}'::text[])) as line (noun, act, in_person, roles);

grant select, insert on arrangement to neu_guong_app;
grant select on arrangement to neu_guong_auditor;
alter table arrangement enable row level security;
create policy the_auditor_reads on arrangement for select to neu_guong_auditor using (true);
create policy app_reads on arrangement for select to neu_guong_app using (
  unit_id in (select n.unit_id from newsrooms_of_pages('read') n));
create policy app_adds on arrangement for insert to neu_guong_app with check (
  begun_by = current_person_id() and unit_id in (select n.unit_id from newsrooms_of_pages('arrange') n));

grant select, insert on arrangement_hand to neu_guong_app;
grant select on arrangement_hand to neu_guong_auditor;
call guard_persons('arrangement_hand');
create policy app_reads on arrangement_hand for select to neu_guong_app
  using (arrangement_id in (select a.arrangement_id from arrangement a));
create policy app_adds on arrangement_hand for insert to neu_guong_app with check (
  person_id = current_person_id()
  and may_to_arrangement(arrangement_id, case hand when 'approved' then 'approve' else 'arrange' end));

grant select, insert on arrangement_step to neu_guong_app;
grant select on arrangement_step to neu_guong_auditor;
alter table arrangement_step enable row level security;
create policy the_auditor_reads on arrangement_step for select to neu_guong_auditor using (true);
create policy app_reads on arrangement_step for select to neu_guong_app
  using (arrangement_id in (select a.arrangement_id from arrangement a));
-- Publishing is none of the application's: the owner does it, at the hour that was approved.
create policy app_adds on arrangement_step for insert to neu_guong_app with check (
  actor_id = current_person_id() and move <> 'publish' and may_to_arrangement(arrangement_id, act_of_page_move(move)));

grant select, insert on arrangement_version to neu_guong_app;
grant select on arrangement_version to neu_guong_auditor;
alter table arrangement_version enable row level security;
create policy the_auditor_reads on arrangement_version for select to neu_guong_auditor using (true);
create policy app_reads on arrangement_version for select to neu_guong_app
  using (arrangement_id in (select a.arrangement_id from arrangement a));
create policy app_adds on arrangement_version for insert to neu_guong_app with check (
  written_by = current_person_id() and may_to_arrangement(arrangement_id, 'arrange')
  and step = (select max(s.number) from arrangement_step s
               where s.arrangement_id = arrangement_version.arrangement_id));

grant select, insert on arrangement_approval to neu_guong_app;
grant select on arrangement_approval to neu_guong_auditor;
alter table arrangement_approval enable row level security;
create policy the_auditor_reads on arrangement_approval for select to neu_guong_auditor using (true);
create policy app_reads on arrangement_approval for select to neu_guong_app
  using (arrangement_id in (select a.arrangement_id from arrangement a));
create policy app_adds on arrangement_approval for insert to neu_guong_app with check (
  approved_by = current_person_id() and may_to_arrangement(arrangement_id, 'approve'));
