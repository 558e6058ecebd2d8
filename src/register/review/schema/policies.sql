-- Which roles may do which act, here and in policies.ts alike.
insert into role_act (noun, act, in_person, role)
select noun, act, in_person, unnest(roles)
  from (values
    ('review', 'appraise', true, '{superior-office,unit-office}'::text[]),
    ('review', 'decide', true, '{superior-office}'::text[]),
    ('review', 'open', false, '{superior-office}'::text[]),
    ('review', 'read', false, '{leader,secretary,superior-office,unit-office}'::text[]),
    ('review', 'record', false, '{secretary,unit-office}'::text[])) as line (noun, act, in_person, roles);

-- A round names nobody but who opened it.
grant select, insert on review_round to neu_guong_app;
grant select on review_round to neu_guong_auditor;
alter table review_round enable row level security;
create policy the_auditor_reads on review_round for select to neu_guong_auditor using (true);
create policy app_reads on review_round for select to neu_guong_app using (true);
create policy app_adds on review_round for insert to neu_guong_app with check (
  opened_by = current_person_id() and unit_id in (select u.unit_id from units_where_may('review', 'open') u));

grant select, insert on review_subject to neu_guong_app;
grant select on review_subject to neu_guong_auditor;
call guard_persons('review_subject');
create policy the_owner_keeps_counts on review_subject to current_user using (is_keeping_counts());
create policy app_reads on review_subject for select to neu_guong_app using (
     person_id = current_person_id()
  or unit_id in (select u.unit_id from units_where_may('review', 'read') u));
create policy app_adds on review_subject for insert to neu_guong_app with check (
  unit_id in (select u.unit_id from units_where_may('review', 'open') u));

grant select, insert on review_meeting to neu_guong_app;
grant select on review_meeting to neu_guong_auditor;
call guard_persons('review_meeting');
-- Whoever was reviewed in it reads its minutes, and who follows the unit.
create policy app_reads on review_meeting for select to neu_guong_app using (
  exists (select from review_subject s
           where s.review_round_id = review_meeting.review_round_id and s.unit_id = review_meeting.unit_id));
create policy app_adds on review_meeting for insert to neu_guong_app with check (
  recorded_by = current_person_id() and unit_id in (select u.unit_id from units_where_may('review', 'record') u));

grant select, insert, update (recorded) on review_paper to neu_guong_app;
grant select on review_paper to neu_guong_auditor;
call guard_persons('review_paper');
-- It shows what became of everybody: who follows the unit reads it, and who keeps its minutes brings it.
create policy app_reads on review_paper for select to neu_guong_app using (may_open_paper(review_meeting_id, 'read'));
create policy app_adds on review_paper for insert to neu_guong_app with check (
  recorded_by = current_person_id() and may_open_paper(review_meeting_id, 'record'));
create policy app_changes on review_paper for update to neu_guong_app
  using (may_open_paper(review_meeting_id, 'record'));

grant select, insert on review_step to neu_guong_app;
grant select on review_step to neu_guong_auditor;
call guard_persons('review_step');
create policy the_owner_keeps_counts on review_step to current_user using (is_keeping_counts());
-- Seen with its subject.
create policy app_reads on review_step for select to neu_guong_app using (
  exists (select from review_subject s where s.review_subject_id = review_step.review_subject_id));
-- A step is taken in one's own name: one's own word by oneself, the meeting's by who keeps its minutes, a judgement by
-- who may judge.
create policy app_adds on review_step for insert to neu_guong_app with check (
  actor_id = current_person_id()
  and case state when 'appraised' then may_judge_review(review_subject_id, 'appraise')
                 when 'decided' then may_judge_review(review_subject_id, 'decide')
                 when 'proposed' then exists (select from review_subject s
                                                join review_meeting m on m.review_round_id = s.review_round_id
                                                                     and m.unit_id = s.unit_id
                                               where s.review_subject_id = review_step.review_subject_id
                                                 and m.review_meeting_id = review_step.review_meeting_id
                                                 and m.recorded_by = current_person_id())
                 else exists (select from review_subject s
                               where s.review_subject_id = review_step.review_subject_id
                                 and s.person_id = current_person_id()) end);

-- The level of a collective is no secret of a person: it names nobody but who decided.
grant select, insert on unit_rating to neu_guong_app;
grant select on unit_rating to neu_guong_auditor;
alter table unit_rating enable row level security;
create policy the_auditor_reads on unit_rating for select to neu_guong_auditor using (true);
create policy app_reads on unit_rating for select to neu_guong_app using (true);
create policy app_adds on unit_rating for insert to neu_guong_app
  with check (actor_id = current_person_id() and may_rate_unit(unit_id));

grant select, insert on reviewed_deed to neu_guong_app;
grant select on reviewed_deed to neu_guong_auditor;
call guard_persons('reviewed_deed');
create policy app_reads on reviewed_deed for select to neu_guong_app using (
  exists (select from review_step s where s.review_step_id = reviewed_deed.review_step_id));
create policy app_adds on reviewed_deed for insert to neu_guong_app with check (
  exists (select from review_step s
           where s.review_step_id = reviewed_deed.review_step_id and s.actor_id = current_person_id()
             and s.state = 'self-reviewed')
  and exists (select from deed d where d.deed_id = reviewed_deed.deed_id));

grant select, insert on review_draft to neu_guong_app;
call guard_persons('review_draft', auditor_reads => false);
create policy app_reads on review_draft for select to neu_guong_app using (person_id = current_person_id());
create policy app_adds on review_draft for insert to neu_guong_app with check (
  person_id = current_person_id()
  and exists (select from review_subject s
               where s.review_subject_id = review_draft.review_subject_id and s.person_id = current_person_id()));

grant select on review_tally to neu_guong_app, neu_guong_auditor;
