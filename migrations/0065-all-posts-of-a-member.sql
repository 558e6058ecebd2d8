-- people/: whoever keeps somebody's file sees every post they hold, also one of a unit above: when they leave, the office says which posts it cannot end. Who may end one does not change.
create policy keepers_know_what_their_members_hold on tenure for select to neu_guong_app using (
  exists (select from membership m
           where m.person_id = tenure.person_id and m.valid @> today_in_vietnam() and upper(m.recorded) = 'infinity'
             and ((m.unit_id in (select u.unit_id from units_where_may('person', 'keep') u)) is true)));
