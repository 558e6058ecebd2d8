-- people/: whoever has left a cell is known by name to whoever keeps it, as they were known there last, whether or not a campaign ever knew them: who comes back is found. Cards in the same way.

-- When who is asking, or another keeper of the same cells, last wrote down where somebody belongs there. What was known of them until then is known; what another office has written since is its own.
-- A row that was closed counts to its closing: an import that took somebody back and was taken back itself wrote once more what was known of them before.
create function last_kept(of_person bigint) returns timestamptz language sql stable as $$
  select max(case when upper(m.recorded) = 'infinity' then lower(m.recorded) else upper(m.recorded) end)
    from membership m
   where m.person_id = of_person and m.unit_id in (select u.unit_id from units_where_may('person', 'keep') u)
$$;

-- Their names begin with an «a»: of all policies they are asked last (0070), and of nobody who keeps nothing.
create policy a_keeper_knows_whom_they_had on person_version for select to neu_guong_app using (
  exists (select from units_where_may('person', 'keep'))
  and exists (select from membership m
               where m.person_id = person_version.person_id and upper(m.valid) <= today_in_vietnam() and upper(m.recorded) = 'infinity'
                 and ((m.unit_id in (select u.unit_id from units_where_may('person', 'keep') u)) is true))
  and upper(recorded) = 'infinity' and lower(recorded) <= last_kept(person_id));

drop policy keepers_know_the_cards_of_whom_they_had on party_card;
create policy a_keeper_knows_the_cards_of_whom_they_had on party_card for select to neu_guong_app using (
  exists (select from units_where_may('person', 'keep'))
  and exists (select from membership m
               where m.person_id = party_card.person_id and upper(m.valid) <= today_in_vietnam() and upper(m.recorded) = 'infinity'
                 and ((m.unit_id in (select u.unit_id from units_where_may('person', 'keep') u)) is true))
  and upper(recorded) = 'infinity' and lower(recorded) <= last_kept(person_id));
