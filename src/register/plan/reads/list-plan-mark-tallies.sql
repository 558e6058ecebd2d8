-- Approved plans of a year in which a reviewer found the exemplary part concrete and the tasks those of the post, by
-- branch directly under U.
with last as materialized (select least(:valid_as_of::date, make_date(:year, 12, 31)) as day),
     folded as (
       select b.branch_id, sum(t.passed) as passed
         from last
         join units_by_branch('party', (select unit_id from unit where key = :unit), last.day, :recorded_as_of) b
              on true
         join plan_mark_tally t on t.year = :year::int and t.unit_id = b.unit_id
                               and t.valid_on <= :valid_as_of::date and t.recorded_at <= :recorded_as_of::timestamptz
        group by b.branch_id)
select u.key, f.passed
  from folded f
 cross join last
 cross join lateral unit_named(f.branch_id, last.day, :recorded_as_of) u
 order by u.key
