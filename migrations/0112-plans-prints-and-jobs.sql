-- commitment/ and jobs/: three policies that said in whose name something is written, and not of what.  (docs/decisions/0087)

-- A plan is written by whoever owes it. What is left of a duty that was closed is still known.
drop policy one_adds_ones_own on action_plan;
create policy one_adds_ones_own on action_plan for insert to neu_guong_app with check (
  person_id = current_person_id() and (upper(valid) < 'infinity' or state in ('draft', 'submitted'))
  and exists (select from plan_duty d where d.post_id = action_plan.post_id and d.person_id = current_person_id() and d.year = action_plan.year));

-- Prints are added to a campaign in which one is due, or in which somebody is for whom one may enter what they wrote on paper.
drop policy who_hands_in_adds on deed_print;
create policy who_hands_in_adds on deed_print for insert to neu_guong_app with check (
  exists (select from obligation o where o.campaign_id = deed_print.campaign_id and o.person_id = current_person_id())
  or exists (select from obligation o where o.campaign_id = deed_print.campaign_id and o.unit_id in (select u.unit_id from units_where_may('commitment', 'enter-by-proxy') u)));

-- Somebody asks for a job; the program, which nobody is, takes it and does it in their name.
drop policy one_asks_in_ones_own_name on job;
create policy one_asks_in_ones_own_name on job for insert to neu_guong_app with check (actor_id = current_person_id());
