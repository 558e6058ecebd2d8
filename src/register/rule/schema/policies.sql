grant select, insert on rule_proposal to neu_guong_app;
grant select on rule_proposal to neu_guong_auditor;
alter table rule_proposal enable row level security;
create policy the_auditor_reads on rule_proposal for select to neu_guong_auditor using (true);
create policy app_reads on rule_proposal for select to neu_guong_app using (
  proposed_by = current_person_id() or (select sets_rules()));
create policy app_adds on rule_proposal for insert to neu_guong_app with check (
  proposed_by = current_person_id() and (select sets_rules()));

grant select, insert on rule_decision to neu_guong_app;
grant select on rule_decision to neu_guong_auditor;
alter table rule_decision enable row level security;
create policy the_auditor_reads on rule_decision for select to neu_guong_auditor using (true);
create policy app_reads on rule_decision for select to neu_guong_app using (
  exists (select from rule_proposal p where p.rule_proposal_id = rule_decision.rule_proposal_id));
create policy app_adds on rule_decision for insert to neu_guong_app with check (
  decided_by = current_person_id()
  and exists (select from rule_proposal p
               where p.rule_proposal_id = rule_decision.rule_proposal_id
                 and case outcome when 'withdrawn' then p.proposed_by = decided_by
                                  else p.proposed_by <> decided_by and (select sets_rules()) end));
