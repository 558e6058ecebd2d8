-- Households whose gifts of a time are verified, by branch directly under U, each once: where it gave first. A gift
-- belongs to the place that answers on the day for the one where it was given; of a unit that has ended, as on its
-- last day.
with last as materialized (
       select u.unit_id, last_day_alive(u.unit_id, :valid_as_of, :recorded_as_of) as day from unit u
        where u.key = :unit),
     branch as materialized (
       select b.unit_id, b.branch_id from last
         join units_by_branch('territory', last.unit_id, last.day, :recorded_as_of) b on true),
     given as (
       select place_id, count(*)::int as households
         from (select distinct on (c.household_id) c.place_id
                 from contribution_state c
                where c.place_id = any (array(select unit_id from branch))
                  and c.household_id is not null and c.given_on between :from and :valid_as_of::date
                  and c.verified_on <= :valid_as_of::date and c.known_from <= :recorded_as_of
                  and c.known_until > :recorded_as_of
                order by c.household_id, c.given_on, c.contribution_id) first
        group by place_id),
     folded as (
       select b.branch_id, sum(g.households)::int as households
         from given g join branch b on b.unit_id = g.place_id
        group by b.branch_id)
select n.key, n.name, f.households
  from folded f
 cross join last
 cross join lateral unit_named(f.branch_id, last.day, :recorded_as_of) n
 order by n.key
