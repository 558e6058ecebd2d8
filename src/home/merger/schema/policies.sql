-- Which roles may do which act, here and in policies.ts alike.
insert into role_act (noun, act, in_person, role)
select noun, act, in_person, unnest(roles)
  from (values
    ('merger', 'confirm', true, '{superior-office}'::text[]),
    ('merger', 'propose', true, '{superior-office}'::text[])) as line (noun, act, in_person, roles);

grant select, insert on merger_proposal to neu_guong_app;
grant select on merger_proposal to neu_guong_auditor;
alter table merger_proposal enable row level security;
create policy the_auditor_reads on merger_proposal for select to neu_guong_auditor using (true);
create policy app_reads on merger_proposal for select to neu_guong_app using (
  proposed_by = current_person_id() or may_merge('confirm', plan));
create policy app_adds on merger_proposal for insert to neu_guong_app with check (
  proposed_by = current_person_id() and may_merge('propose', plan));

grant select, insert on merger_decision to neu_guong_app;
grant select on merger_decision to neu_guong_auditor;
alter table merger_decision enable row level security;
create policy the_auditor_reads on merger_decision for select to neu_guong_auditor using (true);
create policy app_reads on merger_decision for select to neu_guong_app using (
  exists (select from merger_proposal p where p.merger_proposal_id = merger_decision.merger_proposal_id));
create policy app_adds on merger_decision for insert to neu_guong_app with check (
  decided_by = current_person_id()
  and exists (select from merger_proposal p
               where p.merger_proposal_id = merger_decision.merger_proposal_id
                 and case outcome when 'withdrawn' then p.proposed_by = decided_by
                                  when 'rejected'  then p.proposed_by <> decided_by and may_merge('confirm', p.plan)
                                  else false end));

grant select, insert on merger_draft to neu_guong_app;
alter table merger_draft enable row level security;
create policy app_reads on merger_draft for select to neu_guong_app using (written_by = current_person_id());
create policy app_adds on merger_draft for insert to neu_guong_app with check (
  written_by = current_person_id() and exists (select from units_where_may('merger', 'propose')));

grant select, insert on merger_draft_version to neu_guong_app;
alter table merger_draft_version enable row level security;
create policy app_reads on merger_draft_version for select to neu_guong_app using (
  exists (select from merger_draft d
           where d.merger_draft_id = merger_draft_version.merger_draft_id and d.written_by = current_person_id()));
create policy app_adds on merger_draft_version for insert to neu_guong_app with check (
  exists (select from merger_draft d
           where d.merger_draft_id = merger_draft_version.merger_draft_id and d.written_by = current_person_id()));
