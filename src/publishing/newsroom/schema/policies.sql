-- Which roles may do which act, here and in policies.ts alike.
insert into role_act (noun, act, in_person, role)
select noun, act, in_person, unnest(roles)
  from (values
    ('article', 'approve', true, '{publisher}'::text[]),
    ('article', 'check', false, '{fact-checker}'::text[]),
    ('article', 'edit', false, '{editor}'::text[]),
    ('article', 'read', false, '{editor,fact-checker,publisher,reporter}'::text[]),
    ('article', 'withdraw', true, '{publisher}'::text[]),
    ('article', 'write', false, '{editor,reporter}'::text[])) as line (noun, act, in_person, roles);

grant select on article to neu_guong_app, neu_guong_auditor;

grant select on edition to neu_guong_app, neu_guong_auditor;

grant select on citation to neu_guong_app, neu_guong_auditor;

grant select on printed_photo to neu_guong_app, neu_guong_auditor;

grant select on edition_subject to neu_guong_app, neu_guong_auditor;

-- From then on a photo is everybody's, as long as whoever it shows consents.
create policy everybody_reads on photo_version for select to neu_guong_app using (
  is_printed(photo_id, number) and (exemplar_id is null or has_consent(exemplar_id, 'photo')));

grant select on withdrawal to neu_guong_app, neu_guong_auditor;

-- What is not public is for the newsroom alone: with nobody asking, no row of it is seen.
grant select, insert on draft to neu_guong_app;
grant select on draft to neu_guong_auditor;
alter table draft enable row level security;
create policy the_auditor_reads on draft for select to neu_guong_auditor using (true);
create policy app_reads on draft for select to neu_guong_app using (
  unit_id in (select u.unit_id from units_where_may('article', 'read') u));
create policy app_adds on draft for insert to neu_guong_app with check (
  begun_by = current_person_id() and unit_id in (select u.unit_id from units_where_may('article', 'write') u));

grant select, insert on draft_hand to neu_guong_app;
grant select on draft_hand to neu_guong_auditor;
call guard_persons('draft_hand');
create policy app_reads on draft_hand for select to neu_guong_app using (may_to_draft(draft_id, 'read'));
create policy app_adds on draft_hand for insert to neu_guong_app with check (
  person_id = current_person_id()
  and case hand when 'approved' then may_to_draft(draft_id, 'approve')
                else may_to_draft(draft_id, 'write') or may_to_draft(draft_id, 'edit')
                  or may_to_draft(draft_id, 'check')
                     -- Who lets it out in an emergency counts as one who wrote in it.
                     or may_to_draft(draft_id, 'approve') end);

grant select, insert on draft_step to neu_guong_app;
grant select on draft_step to neu_guong_auditor;
alter table draft_step enable row level security;
create policy the_auditor_reads on draft_step for select to neu_guong_auditor using (true);
create policy app_reads on draft_step for select to neu_guong_app using (may_to_draft(draft_id, 'read'));
-- Publishing is none of the application's: the owner does it, at the hour that was approved.
create policy app_adds on draft_step for insert to neu_guong_app with check (
  actor_id = current_person_id() and move <> 'publish'
  and may_to_draft(draft_id, case move when 'emergency' then 'approve' else act_in_state(from_state) end));

grant select, insert on draft_version to neu_guong_app;
grant select on draft_version to neu_guong_auditor;
alter table draft_version enable row level security;
create policy the_auditor_reads on draft_version for select to neu_guong_auditor using (true);
create policy app_reads on draft_version for select to neu_guong_app using (may_to_draft(draft_id, 'read'));
create policy app_adds on draft_version for insert to neu_guong_app with check (
  written_by = current_person_id() and may_to_draft(draft_id, act_in_state(state))
  and step = (select max(s.number) from draft_step s where s.draft_id = draft_version.draft_id));

grant select, insert on draft_approval to neu_guong_app;
grant select on draft_approval to neu_guong_auditor;
alter table draft_approval enable row level security;
create policy the_auditor_reads on draft_approval for select to neu_guong_auditor using (true);
create policy app_reads on draft_approval for select to neu_guong_app using (may_to_draft(draft_id, 'read'));
create policy app_adds on draft_approval for insert to neu_guong_app with check (
  approved_by = current_person_id() and may_to_draft(draft_id, 'approve'));

grant select, insert on draft_comment to neu_guong_app;
grant select on draft_comment to neu_guong_auditor;
alter table draft_comment enable row level security;
create policy the_auditor_reads on draft_comment for select to neu_guong_auditor using (true);
create policy app_reads on draft_comment for select to neu_guong_app using (may_to_draft(draft_id, 'read'));
create policy app_adds on draft_comment for insert to neu_guong_app with check (
  author_id = current_person_id() and may_to_draft(draft_id, 'read'));

grant select, insert on draft_comment_act to neu_guong_app;
grant select on draft_comment_act to neu_guong_auditor;
alter table draft_comment_act enable row level security;
create policy the_auditor_reads on draft_comment_act for select to neu_guong_auditor using (true);
create policy app_reads on draft_comment_act for select to neu_guong_app using (may_to_draft(draft_id, 'read'));
create policy app_adds on draft_comment_act for insert to neu_guong_app with check (
  actor_id = current_person_id() and may_to_draft(draft_id, 'read'));

grant select, insert on draft_countersign to neu_guong_app;
grant select on draft_countersign to neu_guong_auditor;
alter table draft_countersign enable row level security;
create policy the_auditor_reads on draft_countersign for select to neu_guong_auditor using (true);
create policy app_reads on draft_countersign for select to neu_guong_app using (may_to_draft(draft_id, 'read'));
create policy app_adds on draft_countersign for insert to neu_guong_app with check (
  signed_by = current_person_id() and may_to_draft(draft_id, 'approve'));

-- That an article will go is the newsroom's own affair until it goes.
grant select, insert on withdrawal_plan to neu_guong_app;
grant select on withdrawal_plan to neu_guong_auditor;
alter table withdrawal_plan enable row level security;
create policy the_auditor_reads on withdrawal_plan for select to neu_guong_auditor using (true);
create policy app_reads on withdrawal_plan for select to neu_guong_app
  using (exists (select from units_where_may('article', 'read')));
create policy app_adds on withdrawal_plan for insert to neu_guong_app with check (
  planned_by = current_person_id() and exists (select from units_where_may('article', 'withdraw')));

grant select, insert on withdrawal_plan_end to neu_guong_app;
grant select on withdrawal_plan_end to neu_guong_auditor;
alter table withdrawal_plan_end enable row level security;
create policy the_auditor_reads on withdrawal_plan_end for select to neu_guong_auditor using (true);
create policy app_reads on withdrawal_plan_end for select to neu_guong_app
  using (exists (select from units_where_may('article', 'read')));
create policy app_adds on withdrawal_plan_end for insert to neu_guong_app with check (
  actor_id = current_person_id() and became = 'cancelled'
  and exists (select from units_where_may('article', 'withdraw')));

grant select, insert, update (is_wanted, said_at) on desk_mail to neu_guong_app;
grant select on desk_mail to neu_guong_auditor;
call guard_persons('desk_mail');
create policy app_reads on desk_mail for select to neu_guong_app using (person_id = current_person_id());
create policy app_adds on desk_mail for insert to neu_guong_app with check (
  person_id = current_person_id());
create policy app_changes on desk_mail for update to neu_guong_app using (
  person_id = current_person_id());

-- The register writes a letter with the step; whoever it is for sends it.
grant select, update (state, reason) on draft_letter to neu_guong_app;
grant select on draft_letter to neu_guong_auditor;
call guard_persons('draft_letter');
create policy app_reads on draft_letter for select to neu_guong_app using (person_id = current_person_id());
create policy app_changes on draft_letter for update to neu_guong_app using (
  person_id = current_person_id());
