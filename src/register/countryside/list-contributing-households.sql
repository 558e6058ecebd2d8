-- Households whose gifts of a time are verified, by branch directly under U, each once: where it gave first. A gift
-- belongs to the place that answers on the day for the one where it was given; of a unit that has ended, as on its
-- last day. Both ends of `recorded` are asked for by themselves: of these the planner has statistics, of `@>` it has
-- none where a policy stands.
with last as materialized (
       select u.unit_id, last_day_alive(u.unit_id, :valid_as_of, :recorded_as_of) as day from unit u where u.key = :unit),
     given as (
       select distinct on (h.household_id) h.household_id, b.branch_id
         from last
         join units_by_branch('territory', last.unit_id, last.day, :recorded_as_of) b on true
         join contribution c              on c.place_id = b.unit_id and c.given_on between :from and :valid_as_of::date
                                         and lower(c.recorded) <= :recorded_as_of and upper(c.recorded) > :recorded_as_of
         join contribution_verification w on w.contribution_id = c.contribution_id
                                         and w.verified_on <= :valid_as_of::date
                                         and lower(w.recorded) <= :recorded_as_of and upper(w.recorded) > :recorded_as_of
         join contribution_household h    on h.contribution_id = c.contribution_id
                                         and lower(h.recorded) <= :recorded_as_of and upper(h.recorded) > :recorded_as_of
        order by h.household_id, c.given_on, c.contribution_id),
     folded as (
       select branch_id, count(*)::int as households from given group by branch_id)
select n.key, n.name, f.households
  from folded f
 cross join last
 cross join lateral unit_named(f.branch_id, last.day, :recorded_as_of) n
 order by n.key
