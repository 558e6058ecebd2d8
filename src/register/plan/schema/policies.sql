-- Which roles may do which act, here and in policies.ts alike.
insert into role_act (noun, act, in_person, role)
select noun, act, in_person, unnest(roles)
  from (values
    ('plan', 'approve', false, '{superior-office}'::text[]),
    ('plan', 'read', false, '{leader,superior-office,unit-office}'::text[])) as line (noun, act, in_person, roles);

grant select, insert, update (recorded) on action_plan to neu_guong_app;
grant select on action_plan to neu_guong_auditor;
call guard_persons('action_plan');
create policy the_owner_keeps_counts on action_plan to current_user using (is_keeping_counts());
create policy app_reads on action_plan for select to neu_guong_app using (
     person_id = current_person_id()
     -- Seen with its duty.
  or exists (select from plan_duty d
              where d.post_id = action_plan.post_id and d.person_id = action_plan.person_id
                and d.year = action_plan.year)
     -- A leader's plan belongs to the unit of the post.
  or exists (select from post p
              where p.post_id = action_plan.post_id
                and (p.unit_id in (select u.unit_id from units_where_may('plan', 'read') u)) is true));
create policy app_adds on action_plan for insert to neu_guong_app with check (
     -- The level above judges.
     ((upper(valid) < 'infinity' or state in ('approved', 'returned') and actor_id = current_person_id())
      and may_judge_plan(post_id, person_id, year))
     -- Their own.
  or (person_id = current_person_id()
      and (upper(valid) < 'infinity' or state in ('draft', 'submitted') or stood_approved(action_plan))
      and exists (select from plan_duty d
                   where d.post_id = action_plan.post_id and d.person_id = current_person_id()
                     and d.year = action_plan.year)));
create policy app_changes on action_plan for update to neu_guong_app using (
     -- Their own.
     person_id = current_person_id()
     -- The level above closes what it judges.
  or may_judge_plan(post_id, person_id, year));

grant select on plan_form to neu_guong_app, neu_guong_auditor;

grant select on plan_section to neu_guong_app, neu_guong_auditor;

grant select on plan_duty to neu_guong_app, neu_guong_auditor;
call guard_persons('plan_duty');
create policy the_owner_keeps_counts on plan_duty to current_user using (is_keeping_counts());
create policy app_reads on plan_duty for select to neu_guong_app using (
     person_id = current_person_id()
  or led_unit_id in (select u.unit_id from units_where_may('plan', 'read') u));

grant select, insert on plan_deed to neu_guong_app;
grant select on plan_deed to neu_guong_auditor;
call guard_persons('plan_deed');
create policy app_reads on plan_deed for select to neu_guong_app using (
     person_id = current_person_id()
     -- Seen with its duty.
  or exists (select from plan_duty d where d.plan_duty_id = plan_deed.plan_duty_id));
create policy app_adds on plan_deed for insert to neu_guong_app with check (
  person_id = current_person_id()
  and exists (select from plan_duty d
               where d.plan_duty_id = plan_deed.plan_duty_id and d.person_id = current_person_id()));

grant select, insert on plan_receipt to neu_guong_app;
grant select on plan_receipt to neu_guong_auditor;
call guard_persons('plan_receipt');
create policy app_reads on plan_receipt for select to neu_guong_app using (
     person_id = current_person_id()
     -- Seen with its duty.
  or exists (select from plan_duty d where d.plan_duty_id = plan_receipt.plan_duty_id));
create policy app_adds on plan_receipt for insert to neu_guong_app with check (
  person_id = current_person_id()
  and exists (select from plan_duty d
               where d.plan_duty_id = plan_receipt.plan_duty_id and d.person_id = current_person_id()));

grant select, insert on plan_mark to neu_guong_app;
grant select on plan_mark to neu_guong_auditor;
call guard_persons('plan_mark');
create policy the_owner_keeps_counts on plan_mark to current_user using (is_keeping_counts());
create policy app_reads on plan_mark for select to neu_guong_app using (
     person_id = current_person_id()
     -- Seen with its duty.
  or exists (select from plan_duty d
              where d.post_id = plan_mark.post_id and d.person_id = plan_mark.person_id and d.year = plan_mark.year));
create policy app_adds on plan_mark for insert to neu_guong_app with check (
  actor_id = current_person_id() and may_judge_plan(post_id, person_id, year)
  and exists (select from action_plan a
               where a.post_id = plan_mark.post_id and a.person_id = plan_mark.person_id and a.year = plan_mark.year
                 and a.version = plan_mark.version
                 and a.state = 'approved' and upper(a.valid) = 'infinity' and upper(a.recorded) = 'infinity'));

grant select on plan_mark_tally to neu_guong_app, neu_guong_auditor;

grant select, insert on plan_draft to neu_guong_app;
call guard_persons('plan_draft', auditor_reads => false);
create policy app_reads on plan_draft for select to neu_guong_app using (person_id = current_person_id());
create policy app_adds on plan_draft for insert to neu_guong_app with check (
  person_id = current_person_id()
  and exists (select from plan_duty d
               where d.plan_duty_id = plan_draft.plan_duty_id and d.person_id = current_person_id()));
