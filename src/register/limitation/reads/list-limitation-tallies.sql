-- Limitations of a year, by branch directly under U: open at its start or raised in it (followed), repaired in it, and
-- of those that are open at its end, or on the day while it runs, those that were carried over twice at least.
with last as materialized (
       select least(:valid_as_of::date, make_date(:year, 12, 31)) as day, make_date(:year, 1, 1) as first_day),
     folded as (
       select b.branch_id, sum(t.raised)
              - coalesce(sum(t.repaired) filter (where t.valid_on < last.first_day), 0) as followed,
              coalesce(sum(t.raised) filter (where t.valid_on >= last.first_day), 0) as raised,
              coalesce(sum(t.repaired) filter (where t.valid_on >= last.first_day), 0) as repaired,
              sum(t.carried_twice) as carried_twice
         from last
         join units_by_branch('party', (select unit_id from unit where key = :unit), last.day, :recorded_as_of) b
              on true
         join limitation_tally t on t.unit_id = b.unit_id and t.valid_on <= last.day
                                and t.recorded_at <= :recorded_as_of::timestamptz
        group by b.branch_id)
select u.key, u.name, f.followed, f.raised, f.repaired, f.carried_twice
  from folded f
 cross join last
 cross join lateral unit_named(f.branch_id, last.day, :recorded_as_of) u
 where f.followed > 0
 order by u.key
