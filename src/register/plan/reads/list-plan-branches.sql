-- How many plans are owed for a year under each branch directly under a unit, and how many of them stand where.
select u.key, v.name, f.owed, f.waiting, f.approved
  from (select n.branch_id, count(*) as owed, count(*) filter (where a.state = 'submitted') as waiting,
               count(*) filter (where a.state = 'approved') as approved
          from units_by_branch('party', (select unit_id from unit where key = :unit), :day, recorded_now()) n
          join plan_duty d        on d.led_unit_id = n.unit_id and d.year = :year and upper(d.recorded) = 'infinity'
          left join action_plan a on a.post_id = d.post_id and a.person_id = d.person_id and a.year = d.year
                                 and upper(a.valid) = 'infinity' and upper(a.recorded) = 'infinity'
         group by 1) f
  join unit u         on u.unit_id = f.branch_id
  join unit_version v on v.unit_id = f.branch_id and v.valid @> last_day_alive(f.branch_id, :day, recorded_now())
                     and upper(v.recorded) = 'infinity'
 order by f.owed - f.approved desc, v.name collate "vi-x-icu"
