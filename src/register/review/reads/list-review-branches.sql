-- How far a round is under each branch directly below a unit; those that lack most stand first.
select u.key, v.name, f.due, f.self_reviewed, f.proposed, f.appraised, f.rated
  from (select n.branch_id, sum(t.due) as due, sum(t.self_reviewed) as self_reviewed, sum(t.proposed) as proposed,
               sum(t.appraised) as appraised,
               sum(t.rated) as rated
          from units_by_branch('party', (select unit_id from unit where key = :unit), :day, recorded_now()) n
          join review_tally t on t.review_round_id = :review_round_id::int and t.unit_id = n.unit_id
         group by 1) f
  join unit u         on u.unit_id = f.branch_id
  join unit_version v on v.unit_id = f.branch_id and v.valid @> last_day_alive(f.branch_id, :day, recorded_now())
                     and upper(v.recorded) = 'infinity'
 order by f.due - f.rated desc, v.name collate "vi-x-icu"
