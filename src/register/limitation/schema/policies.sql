-- Which roles may do which act, here and in policies.ts alike.
insert into role_act (noun, act, in_person, role)
select noun, act, in_person, unnest(roles)
  from (values
    ('limitation', 'plan', false, '{secretary,unit-office}'::text[]),
    ('limitation', 'raise', false, '{secretary,unit-office}'::text[]),
    ('limitation', 'read', false, '{leader,secretary,superior-office,unit-office}'::text[]),
    ('limitation', 'verify', false, '{secretary,superior-office,unit-office}'::text[]))
       as line (noun, act, in_person, roles);

grant select, insert on limitation to neu_guong_app;
grant select on limitation to neu_guong_auditor;
call guard_persons('limitation');
create policy the_owner_keeps_counts on limitation to current_user using (is_keeping_counts());
create policy app_reads on limitation for select to neu_guong_app using (
  exists (select from obligation o where o.obligation_id = limitation.obligation_id));
create policy app_adds on limitation for insert to neu_guong_app with check (
  exists (select from obligation o where o.obligation_id = limitation.obligation_id
             and o.unit_id in (select u.unit_id from units_where_may('limitation', 'raise') u)));

grant select, insert on limitation_step to neu_guong_app;
grant select on limitation_step to neu_guong_auditor;
call guard_persons('limitation_step');
create policy the_owner_keeps_counts on limitation_step to current_user using (is_keeping_counts());
-- Seen with its limitation.
create policy app_reads on limitation_step for select to neu_guong_app using (
  exists (select from limitation l where l.limitation_id = limitation_step.limitation_id));
-- A step is taken in one's own name: that it is repaired by whose it is, that it is so by who may verify; how it is to
-- be repaired by either, where who keeps it names themself or whose it is.
create policy app_adds on limitation_step for insert to neu_guong_app with check (
  actor_id = current_person_id()
  and case state when 'verified' then may_follow_limitation(limitation_id, 'verify')
                 when 'returned' then may_follow_limitation(limitation_id, 'verify')
                 when 'carried' then may_follow_limitation(limitation_id, 'raise')
                 else may_follow_limitation(limitation_id, 'plan')
                   or exists (select from limitation l join obligation o using (obligation_id)
                               where l.limitation_id = limitation_step.limitation_id
                                 and o.person_id = current_person_id()) end);

grant select on limitation_tally to neu_guong_app, neu_guong_auditor;
