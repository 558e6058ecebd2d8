-- Which roles may do which act, here and in policies.ts alike.
insert into role_act (noun, act, in_person, role)
select noun, act, in_person, unnest(roles)
  from (values
    ('exemplar', 'consent', true, '{secretary,superior-office,unit-office}'::text[]),
    ('exemplar', 'nominate', true, '{secretary,superior-office,unit-office}'::text[]),
    ('exemplar', 'read', false, '{leader,secretary,superior-office,unit-office}'::text[]),
    ('exemplar', 'recognise', true, '{superior-office}'::text[]),
    ('exemplar', 'verify', true, '{superior-office,unit-office}'::text[]),
    ('exemplar', 'vote', true, '{superior-office}'::text[])) as line (noun, act, in_person, roles);

grant select on field to neu_guong_app, neu_guong_auditor;

-- Without its name it may be counted by all.
grant select, insert on exemplar to neu_guong_app;
grant select on exemplar to neu_guong_auditor;
alter table exemplar enable row level security;
create policy the_auditor_reads on exemplar for select to neu_guong_auditor using (true);
create policy app_reads on exemplar for select to neu_guong_app using (true);
create policy app_adds on exemplar for insert to neu_guong_app with check (
  keeper_id in (select u.unit_id from units_where_may('exemplar', 'nominate') u));

grant select, insert, update (recorded) on consent to neu_guong_app;
grant select on consent to neu_guong_auditor;
alter table consent enable row level security;
create policy the_auditor_reads on consent for select to neu_guong_auditor using (true);
create policy app_reads on consent for select to neu_guong_app using (true);
-- Given by whoever it is about, or on paper; what had been given until now may also be written as ended.
create policy app_adds on consent for insert to neu_guong_app with check (
     (given_by = current_person_id() and may_speak_for(exemplar_id, paper))
  or (upper(valid) <= today_in_vietnam()
      and (may_speak_for(exemplar_id, null) or may_speak_for(exemplar_id, 'paper'))));
create policy app_changes on consent for update to neu_guong_app using (
  may_speak_for(exemplar_id, null) or may_speak_for(exemplar_id, 'paper'));

grant select, insert on exemplar_profile to neu_guong_app;
grant select on exemplar_profile to neu_guong_auditor;
call guard_persons('exemplar_profile');
create policy app_reads on exemplar_profile for select to neu_guong_app using (
     person_id = current_person_id()
     -- Everybody, with consent.
  or (is_open(recorded) and has_consent(exemplar_id, 'name'))
     -- The offices that its file passes.
  or exemplar_id in (select e.exemplar_id from exemplar e
                      where e.keeper_id in (select u.unit_id from units_where_may('exemplar', 'read') u)));
create policy app_adds on exemplar_profile for insert to neu_guong_app with check (
  exemplar_id in (select e.exemplar_id from exemplar e
                   where e.keeper_id in (select u.unit_id from units_where_may('exemplar', 'nominate') u)));

grant select, insert, update (recorded) on exemplar_story to neu_guong_app;
grant select on exemplar_story to neu_guong_auditor;
call guard_persons('exemplar_story');
create policy app_reads on exemplar_story for select to neu_guong_app using (
     (is_open(recorded) and has_consent(exemplar_id, 'story'))
  or exemplar_id in (select p.exemplar_id from exemplar_profile p where p.person_id = current_person_id())
  or exemplar_id in (select e.exemplar_id from exemplar e
                      where e.keeper_id in (select u.unit_id from units_where_may('exemplar', 'read') u)));
create policy app_adds on exemplar_story for insert to neu_guong_app with check (
  exemplar_id in (select e.exemplar_id from exemplar e
                   where e.keeper_id in (select u.unit_id from units_where_may('exemplar', 'nominate') u)));
create policy app_changes on exemplar_story for update to neu_guong_app using (
  exemplar_id in (select e.exemplar_id from exemplar e
                   where e.keeper_id in (select u.unit_id from units_where_may('exemplar', 'nominate') u)));

-- An award is everybody's to count. It is written with its case, by who recognises and is not who is recognised; of a
-- list, by who confirms it, and taken back by who undoes it.
grant select, insert, update (recorded) on recognition to neu_guong_app;
grant select on recognition to neu_guong_auditor;
alter table recognition enable row level security;
create policy the_auditor_reads on recognition for select to neu_guong_auditor using (true);
create policy app_reads on recognition for select to neu_guong_app using (true);
create policy app_adds on recognition for insert to neu_guong_app with check (
     exemplar_id in (select b.exemplar_id from cases_brought_to('confirmed') b)
  or exists (select from nomination n
              where n.exemplar_id = recognition.exemplar_id
                and may_judge_exemplar(n.unit_id, n.person_id, n.nominated_by, 'recognise', false)));
create policy app_changes on recognition for update to neu_guong_app using (
     exemplar_id in (select b.exemplar_id from cases_brought_to('undone') b)
  or exists (select from nomination n
              where n.exemplar_id = recognition.exemplar_id
                and may_judge_exemplar(n.unit_id, n.person_id, n.nominated_by, 'recognise', false)));

call guard_rule('exemplar_rule');

grant select, insert on nomination to neu_guong_app;
grant select on nomination to neu_guong_auditor;
call guard_persons('nomination');
create policy app_reads on nomination for select to neu_guong_app using (
     nominated_by = current_person_id() or person_id = current_person_id()
  or unit_id in (select u.unit_id from units_where_may('exemplar', 'read') u));
-- Of a list that somebody confirms, whoever sent it puts forward.
create policy app_adds on nomination for insert to neu_guong_app with check (
  (nominated_by = current_person_id()
   or nominated_by in (select l.uploaded_by from award_list l
                         join award_lists_brought_to('confirmed') b using (award_list_id)))
  and unit_id in (select u.unit_id from units_where_may('exemplar', 'nominate') u));

grant select, insert, update (recorded) on nomination_text to neu_guong_app;
grant select on nomination_text to neu_guong_auditor;
call guard_persons('nomination_text');
create policy app_reads on nomination_text for select to neu_guong_app using (
  nomination_id in (select n.nomination_id from nomination n));
create policy app_adds on nomination_text for insert to neu_guong_app with check (
  nomination_id in (select b.nomination_id from cases_brought_to('confirmed') b)
  or may_bring_nomination(nomination_id, 'draft'));
create policy app_changes on nomination_text for update to neu_guong_app
  using (may_bring_nomination(nomination_id, 'draft'));

grant select, insert, update (recorded) on nomination_evidence to neu_guong_app;
grant select on nomination_evidence to neu_guong_auditor;
call guard_persons('nomination_evidence');
create policy app_reads on nomination_evidence for select to neu_guong_app using (
  nomination_id in (select n.nomination_id from nomination n));
create policy app_adds on nomination_evidence for insert to neu_guong_app
  with check (may_bring_nomination(nomination_id, 'draft'));
create policy app_changes on nomination_evidence for update to neu_guong_app
  using (may_bring_nomination(nomination_id, 'draft'));

grant select, insert on nomination_step to neu_guong_app;
grant select on nomination_step to neu_guong_auditor;
call guard_persons('nomination_step');
create policy app_reads on nomination_step for select to neu_guong_app using (
  nomination_id in (select n.nomination_id from nomination n));
create policy app_adds on nomination_step for insert to neu_guong_app with check (
  taken_by = current_person_id()
  and (   (state = 'recognised' and nomination_id in (select b.nomination_id from cases_brought_to('confirmed') b))
       or (state = 'withdrawn' and nomination_id in (select b.nomination_id from cases_brought_to('undone') b))
       or may_bring_nomination(nomination_id, state)));

grant select, insert on council_vote to neu_guong_app;
grant select on council_vote to neu_guong_auditor;
call guard_persons('council_vote');
create policy app_reads on council_vote for select to neu_guong_app using (
  nomination_id in (select n.nomination_id from nomination n));
create policy app_adds on council_vote for insert to neu_guong_app
  with check (may_bring_nomination(nomination_id, 'council'));

grant select, insert, update (recorded) on notice to neu_guong_app;
grant select on notice to neu_guong_auditor;
call guard_persons('notice');
create policy app_reads on notice for select to neu_guong_app using (
     nomination_id in (select n.nomination_id from nomination n)
     -- Everybody, with consent to it, while it stands.
  or is_public_notice(notice));
create policy app_adds on notice for insert to neu_guong_app with check (may_bring_nomination(nomination_id, 'notice'));
create policy app_changes on notice for update to neu_guong_app using (may_bring_nomination(nomination_id, 'notice'));

grant select, insert on notice_comment to neu_guong_app;
grant select on notice_comment to neu_guong_auditor;
call guard_persons('notice_comment');
create policy the_owner_keeps_counts on notice_comment to current_user using (is_keeping_counts());
-- By the office that follows the case; not by who it is about, nor by who put it forward.
create policy app_reads on notice_comment for select to neu_guong_app using (
  notice_id in (select t.notice_id from notice t join nomination n using (nomination_id)
                 where n.unit_id in (select u.unit_id from units_where_may('exemplar', 'vote') u)
                   and n.person_id is distinct from current_person_id() and n.nominated_by <> current_person_id()));
-- Whoever may read a notice says what they know of it, while it stands.
create policy app_adds on notice_comment for insert to neu_guong_app with check (
  said_by is not distinct from current_person_id()
  and notice_id in (select t.notice_id from notice t
                     where is_open(t.recorded)
                       and today_in_vietnam() between t.opened_on and notice_until(t.opened_on, t.working_days)));

-- Models and who took them up are everybody's to read. Whoever recognises declares one; a unit adopts for itself.
grant select, insert on model, model_end, adoption, adoption_end, adoption_report to neu_guong_app;
grant select on model, model_end, adoption, adoption_end, adoption_report to neu_guong_auditor;
alter table model enable row level security;
create policy the_auditor_reads on model for select to neu_guong_auditor using (true);
create policy app_reads on model for select to neu_guong_app using (true);
create policy app_adds on model for insert to neu_guong_app with check (
  exists (select from nomination n
           where n.exemplar_id = model.exemplar_id
             and may_judge_exemplar(n.unit_id, n.person_id, n.nominated_by, 'recognise', false)));
alter table model_end enable row level security;
create policy the_auditor_reads on model_end for select to neu_guong_auditor using (true);
create policy app_reads on model_end for select to neu_guong_app using (true);
create policy app_adds on model_end for insert to neu_guong_app with check (
  exists (select from model m join nomination n using (exemplar_id)
           where m.model_id = model_end.model_id
             and may_judge_exemplar(n.unit_id, n.person_id, n.nominated_by, 'recognise', false)));
alter table adoption enable row level security;
create policy the_auditor_reads on adoption for select to neu_guong_auditor using (true);
create policy app_reads on adoption for select to neu_guong_app using (true);
create policy app_adds on adoption for insert to neu_guong_app with check (
  unit_id in (select u.unit_id from units_where_may('exemplar', 'nominate') u));
alter table adoption_end enable row level security;
create policy the_auditor_reads on adoption_end for select to neu_guong_auditor using (true);
create policy app_reads on adoption_end for select to neu_guong_app using (true);
create policy app_adds on adoption_end for insert to neu_guong_app with check (
  adoption_id in (select a.adoption_id from adoption a
                   where a.unit_id in (select u.unit_id from units_where_may('exemplar', 'nominate') u)));
-- What came of it is read by the offices that reach the unit.
alter table adoption_report enable row level security;
create policy the_auditor_reads on adoption_report for select to neu_guong_auditor using (true);
create policy app_reads on adoption_report for select to neu_guong_app using (
  adoption_id in (select a.adoption_id from adoption a
                   where a.unit_id in (select u.unit_id from units_where_may('exemplar', 'read') u)));
create policy app_adds on adoption_report for insert to neu_guong_app with check (
  said_by = current_person_id()
  and adoption_id in (select a.adoption_id from adoption a
                       where a.unit_id in (select u.unit_id from units_where_may('exemplar', 'nominate') u)));
-- The office of another unit verifies what it brought, never what its own people said.
grant select, insert on adoption_report_verification to neu_guong_app;
grant select on adoption_report_verification to neu_guong_auditor;
alter table adoption_report_verification enable row level security;
create policy the_auditor_reads on adoption_report_verification for select to neu_guong_auditor using (true);
create policy app_reads on adoption_report_verification for select to neu_guong_app using (
  adoption_report_id in (select r.adoption_report_id from adoption_report r));
create policy app_adds on adoption_report_verification for insert to neu_guong_app with check (
  verified_by = current_person_id()
  and exists (select from adoption_report r join adoption a using (adoption_id)
               where r.adoption_report_id = adoption_report_verification.adoption_report_id and r.year is not null
                 and may_judge_exemplar(a.unit_id, null, r.said_by, 'verify', true)));

-- Lists of recognitions are read where they may be confirmed; who sent one does not confirm it.
grant select, insert on award_list, award_list_step, award_list_case to neu_guong_app;
grant select on award_list, award_list_step, award_list_case to neu_guong_auditor;
call guard_persons('award_list');
create policy app_reads on award_list for select to neu_guong_app using (
  unit_id in (select u.unit_id from units_where_may('exemplar', 'recognise') u));
create policy app_adds on award_list for insert to neu_guong_app with check (
  uploaded_by = current_person_id() and unit_id in (select u.unit_id from units_where_may('exemplar', 'recognise') u));
call guard_persons('award_list_step');
create policy app_reads on award_list_step for select to neu_guong_app using (
  award_list_id in (select l.award_list_id from award_list l));
create policy app_adds on award_list_step for insert to neu_guong_app with check (
  taken_by = current_person_id()
  and award_list_id in (
    select l.award_list_id from award_list l
     where case when state in ('faulty', 'waits', 'withdrawn') then l.uploaded_by = current_person_id()
                when state in ('confirmed', 'rejected') then l.uploaded_by <> current_person_id()
                else true end));
call guard_persons('award_list_case');
create policy app_reads on award_list_case for select to neu_guong_app using (
  award_list_id in (select l.award_list_id from award_list l));
create policy app_adds on award_list_case for insert to neu_guong_app with check (
  award_list_id in (select b.award_list_id from award_lists_brought_to('confirmed') b));
