-- The application may do to a table what its verbs do, and nothing else.  (docs/decisions/0087; test/walls/grants.txt lists it, and a test compares it with the catalogue)
--
-- Until here a new table was the application's to fill and to change, unless its migration took that away again. From here on a new table is nobody's but its owner's.
alter default privileges in schema public revoke all on tables from neu_guong_app, neu_guong_auditor;
alter default privileges in schema public revoke all on sequences from neu_guong_app;

-- A table without persons that people write: its rows are read by all, and who writes them is said by the policies that follow. Its owner is left out: seeds and archives are copied in, which row-level security does not allow,
-- and there is nobody in it whom a careless question of the owner could show.
create procedure guard_writes(of_table regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', of_table);
  execute format('create policy all_read on %s for select to neu_guong_app, neu_guong_auditor using (true)', of_table);
end $$;

-- ── What no page writes: the owner does, on the machine itself (a merger from the command line, a seed, an archive) or by a trigger ─────────────────────────────

revoke insert, update, delete on
  unit, unit_version, unit_kind, hierarchy, placement, succession, succession_event, carry_rule, carry_statement, map_tile, holiday,
  programme, programme_plan,
  exemplar, exemplar_profile, exemplar_story, consent, recognition, field,
  standing_level, criteria_set, assessment, standing_decision, standing_step,
  contribution, contribution_kind, contribution_verification, contribution_giver,
  figure_run, article, edition, citation, page, page_block,
  limitation, tally, roster_outcome, roster_left
  from neu_guong_app;

-- Numbers of identity columns are given by the insert itself; only these are asked for beforehand.
revoke all on all sequences in schema public from neu_guong_app;
grant usage on sequence
  person_person_id_seq, person_version_person_version_id_seq, party_card_party_card_id_seq, membership_membership_id_seq, tenure_tenure_id_seq, deed_step_deed_step_id_seq
  to neu_guong_app;

-- ── What is written once ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

revoke update on
  person, membership_end, obligation, commitment, commitment_step, commitment_receipt, deed, deed_step, evidence, proxy_confirmation, remedy,
  reminder_wave, roster_import, roster_step
  from neu_guong_app;
drop policy writers_close on commitment;
drop policy writers_close on deed;
drop policy writers_close on deed_step;

-- ── What is closed and written anew: an update closes `recorded`, and can do nothing else ─────────────────────────────────────────────────────────────────

do $$
declare
  of_table text;
begin
  foreach of_table in array '{person_version,membership,tenure,party_card,obligation_exception,action_plan,roster_choice,roster_mapping,campaign_focus}'::text[] loop
    execute format('revoke update on %I from neu_guong_app', of_table);
    execute format('grant update (recorded) on %I to neu_guong_app', of_table);
  end loop;
end $$;

revoke update on roster_progress from neu_guong_app;
grant update (doing, done, seen_at) on roster_progress to neu_guong_app;
drop policy seen_with_its_import on roster_progress;
create policy seen_with_its_import on roster_progress for select to neu_guong_app using (
  roster_import_id in (select i.roster_import_id from roster_import i));
create policy told_by_who_sees_its_import on roster_progress for insert to neu_guong_app with check (
  roster_import_id in (select i.roster_import_id from roster_import i));
create policy told_again_by_who_sees_its_import on roster_progress for update to neu_guong_app using (
  roster_import_id in (select i.roster_import_id from roster_import i));

-- ── Campaigns and their papers ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

revoke update on campaign, campaign_terms, campaign_state, campaign_extension, theme, instrument, post from neu_guong_app;
do $$
declare
  of_table text;
begin
  foreach of_table in array '{campaign,campaign_terms,campaign_state,campaign_extension,campaign_focus,theme,instrument,post,deed_print}'::text[] loop
    execute format('call guard_writes(%L)', of_table);
  end loop;
end $$;

create policy who_may_issue_adds on campaign for insert to neu_guong_app with check (
  unit_id in (select u.unit_id from units_where_may('campaign', 'issue') u));
create policy who_may_issue_adds on campaign_terms for insert to neu_guong_app with check (
  exists (select from campaign c where c.campaign_id = campaign_terms.campaign_id and c.unit_id in (select u.unit_id from units_where_may('campaign', 'issue') u)));
create policy who_may_issue_adds on campaign_state for insert to neu_guong_app with check (
  exists (select from campaign c where c.campaign_id = campaign_state.campaign_id and c.unit_id in (select u.unit_id from units_where_may('campaign', 'issue') u)));
create policy who_may_issue_adds on theme for insert to neu_guong_app with check (
  unit_id in (select u.unit_id from units_where_may('campaign', 'issue') u));
create policy who_may_extend_adds on campaign_extension for insert to neu_guong_app with check (
  unit_id in (select u.unit_id from units_where_may('campaign', 'extend') u));
create policy who_may_focus_adds on campaign_focus for insert to neu_guong_app with check (
  unit_id in (select u.unit_id from units_where_may('campaign', 'focus') u));
create policy who_may_focus_closes on campaign_focus for update to neu_guong_app using (
  unit_id in (select u.unit_id from units_where_may('campaign', 'focus') u));

-- An instrument belongs to no unit: whoever may do what cites one may record it, and nobody changes it.
create policy who_may_cite_adds on instrument for insert to neu_guong_app with check (
  exists (select from units_where_may('campaign', 'issue')) or exists (select from units_where_may('campaign', 'extend'))
  or exists (select from units_where_may('post', 'appoint')));

-- The prints of deeds hold no person: whoever is due in the campaign adds theirs, or who enters for others what they wrote on paper.
create policy who_hands_in_adds on deed_print for insert to neu_guong_app with check (
  exists (select from obligation o where o.campaign_id = deed_print.campaign_id and o.person_id = current_person_id())
  or exists (select from units_where_may('commitment', 'enter-by-proxy')));

-- ── Posts, which bring roles ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

create policy appointers_add on post for insert to neu_guong_app with check (
  unit_id in (select u.unit_id from units_where_may('post', 'appoint') u));

-- As before, and nobody gives a post that lasts to themselves, or to somebody whom they do not know. What is ended is written anew with its end.
drop policy appointers_add on tenure;
create policy appointers_add on tenure for insert to neu_guong_app with check (
  exists (select from post p where p.post_id = tenure.post_id and p.unit_id in (select u.unit_id from units_where_may('post', 'appoint') u))
  and (upper(valid) < 'infinity'
       or person_id <> current_person_id() and exists (select from membership m where m.person_id = tenure.person_id)));

-- ── Jobs ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

-- They are asked for by people and taken by the program, in nobody's name.
revoke insert on job from neu_guong_app;
grant insert (task, subject) on job to neu_guong_app;
drop policy runners_take on job;
create policy runners_take on job for update to neu_guong_app using (ended_at is null and current_person_id() is null) with check (true);

-- Answers to requests are between the program and whoever asked: an auditor never saw one, for want of a policy.
revoke select on idempotency_key from neu_guong_auditor;
