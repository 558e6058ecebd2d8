-- Which roles may do which act, here and in policies.ts alike.
insert into role_act (noun, act, in_person, role)
select noun, act, in_person, unnest(roles)
  from (values
    ('commitment', 'approve', false, '{superior-office}'::text[]),
    ('commitment', 'endorse', false, '{secretary,superior-office}'::text[]),
    ('commitment', 'enter-by-proxy', false, '{secretary,unit-office}'::text[]),
    ('commitment', 'read', false, '{leader,secretary,superior-office,unit-office}'::text[]),
    ('commitment', 'return', false, '{secretary,superior-office}'::text[])) as line (noun, act, in_person, roles);

call guard_rule('commitment_part', may_end => false);

call guard_rule('commitment_section', may_end => false);

grant select, insert, update (recorded) on commitment to neu_guong_app;
grant select on commitment to neu_guong_auditor;
call guard_persons('commitment');
create policy the_owner_keeps_counts on commitment to current_user using (is_keeping_counts());
create policy app_reads on commitment for select to neu_guong_app using (
     exists (select from obligation o
              where o.obligation_id = commitment.obligation_id and o.person_id = current_person_id())
  or exists (select from obligation o where o.obligation_id = commitment.obligation_id
     and (o.unit_id in (select u.unit_id from units_where_may('commitment', 'read') u)) is true));
create policy app_adds on commitment for insert to neu_guong_app with check (may_write_commitment(obligation_id));
-- An amendment that was taken back is closed by who may write.
create policy app_changes on commitment for update to neu_guong_app using (
  is_open(recorded) and is_amendment_taken_back(commitment_id) and may_write_commitment(obligation_id))
  with check (upper(recorded) < 'infinity');

grant select, insert, update (recorded) on commitment_step to neu_guong_app;
grant select on commitment_step to neu_guong_auditor;
call guard_persons('commitment_step');
create policy the_owner_keeps_counts on commitment_step to current_user using (is_keeping_counts());
create policy app_reads on commitment_step for select to neu_guong_app using (
  exists (select from commitment c where c.commitment_id = commitment_step.commitment_id));
-- A step is taken in one's own name: a judgement by who may judge, anything else by who may write.
create policy app_adds on commitment_step for insert to neu_guong_app with check (
  actor_id = current_person_id()
  and exists (select from commitment c
               where c.commitment_id = commitment_step.commitment_id
                 and case commitment_step.state when 'returned' then may_judge(c.obligation_id, 'return')
                                                when 'endorsed' then may_judge(c.obligation_id, 'endorse')
                                                when 'approved' then may_judge(c.obligation_id, 'approve')
                                                when 'concluded' then may_judge(c.obligation_id, 'approve')
                                                else may_write_commitment(c.obligation_id) end));
-- The last step alone is undone: an endorsement by who may endorse; «superseded» by who may write, where nothing
-- supersedes the text any more.
create policy app_changes on commitment_step for update to neu_guong_app using (
  state in ('endorsed', 'superseded') and is_open(recorded) and state_of_commitment(commitment_id) = state
  and exists (select from commitment c
               where c.commitment_id = commitment_step.commitment_id
                 and case commitment_step.state when 'endorsed' then may_judge(c.obligation_id, 'endorse')
                                                else newest_text(c.obligation_id) = c.commitment_id
                           and may_write_commitment(c.obligation_id) end))
  with check (
  state in ('endorsed', 'superseded') and upper(recorded) < 'infinity');

grant select, insert on deed to neu_guong_app;
grant select on deed to neu_guong_auditor;
call guard_persons('deed');
create policy the_owner_keeps_counts on deed to current_user using (is_keeping_counts());
create policy app_reads on deed for select to neu_guong_app using (
  exists (select from commitment c where c.commitment_id = deed.commitment_id));
create policy app_adds on deed for insert to neu_guong_app with check (
  exists (select from commitment c
           where c.commitment_id = deed.commitment_id and may_write_commitment(c.obligation_id)));

grant select, insert on deed_step to neu_guong_app;
grant select on deed_step to neu_guong_auditor;
grant usage on sequence deed_step_deed_step_id_seq to neu_guong_app;
call guard_persons('deed_step');
create policy the_owner_keeps_counts on deed_step to current_user using (is_keeping_counts());
create policy app_reads on deed_step for select to neu_guong_app using (
  exists (select from deed d where d.deed_id = deed_step.deed_id));
create policy app_adds on deed_step for insert to neu_guong_app with check (
  exists (select from deed d join commitment c using (commitment_id)
           where d.deed_id = deed_step.deed_id and may_write_commitment(c.obligation_id)));

grant select, insert on commitment_draft to neu_guong_app;
call guard_persons('commitment_draft', auditor_reads => false);
create policy app_reads on commitment_draft for select to neu_guong_app using (person_id = current_person_id());
create policy app_adds on commitment_draft for insert to neu_guong_app with check (
  person_id = current_person_id()
  and exists (select from obligation o
               where o.obligation_id = commitment_draft.obligation_id and o.person_id = current_person_id()));

grant select, insert on commitment_receipt to neu_guong_app;
grant select on commitment_receipt to neu_guong_auditor;
call guard_persons('commitment_receipt');
create policy app_reads on commitment_receipt for select to neu_guong_app using (
     person_id = current_person_id()
     -- Seen with its commitment.
  or exists (select from commitment c where c.commitment_id = commitment_receipt.commitment_id));
create policy app_adds on commitment_receipt for insert to neu_guong_app with check (
  current_person_id() in (person_id, entered_by)
  and exists (select from commitment c
               where c.commitment_id = commitment_receipt.commitment_id and may_write_commitment(c.obligation_id)));

grant select, insert on proxy_confirmation to neu_guong_app;
grant select on proxy_confirmation to neu_guong_auditor;
call guard_persons('proxy_confirmation');
create policy app_reads on proxy_confirmation for select to neu_guong_app using (
     person_id = current_person_id()
     -- Seen with its commitment.
  or exists (select from commitment c where c.commitment_id = proxy_confirmation.commitment_id));
create policy app_adds on proxy_confirmation for insert to neu_guong_app with check (
  person_id = current_person_id()
  and exists (select from commitment_receipt r
               where r.commitment_id = proxy_confirmation.commitment_id and r.person_id = current_person_id()));

grant select, insert on remedy to neu_guong_app;
grant select on remedy to neu_guong_auditor;
call guard_persons('remedy');
create policy app_reads on remedy for select to neu_guong_app using (
  exists (select from commitment c where c.commitment_id = remedy.commitment_id));
create policy app_adds on remedy for insert to neu_guong_app with check (
  exists (select from commitment c
           where c.commitment_id = remedy.commitment_id and may_write_commitment(c.obligation_id)));

grant select, insert on deed_print to neu_guong_app;
grant select on deed_print to neu_guong_auditor;
alter table deed_print enable row level security;
create policy the_auditor_reads on deed_print for select to neu_guong_auditor using (true);
create policy app_reads on deed_print for select to neu_guong_app using (true);
create policy app_adds on deed_print for insert to neu_guong_app with check (
  exists (select from obligation o where o.campaign_id = deed_print.campaign_id and o.person_id = current_person_id())
  or exists (select from obligation o
              where o.campaign_id = deed_print.campaign_id
                and o.unit_id in (select u.unit_id from units_where_may('commitment', 'enter-by-proxy') u)));

grant select, insert on evidence to neu_guong_app;
grant select on evidence to neu_guong_auditor;
call guard_persons('evidence');
create policy app_reads on evidence for select to neu_guong_app using (
     person_id = current_person_id()
     -- Seen with its step.
  or exists (select from deed_step s where s.deed_step_id = evidence.deed_step_id));
create policy app_adds on evidence for insert to neu_guong_app with check (
  person_id = current_person_id()
  and exists (select from deed_step s
                join deed d       using (deed_id)
                join commitment c using (commitment_id)
               where s.deed_step_id = evidence.deed_step_id and may_write_commitment(c.obligation_id)));
