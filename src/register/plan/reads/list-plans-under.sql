-- The plans owed in a unit and all below it for a year, with where each stands; what waits stands first. At most so
-- many. The marks are read of those alone.
select d.plan_duty_id, d.person_id, d.led_unit_id, v.name as led_unit_name, q.title as post_title,
       w.name as post_unit_name, p.full_name,
       a.state, case when a.state = 'approved' then year_rated_on(d.person_id, d.year) end as concluded_on, a.version,
       a.presented_on, lower(a.valid) as stands_since,
       (select json_build_object('is_exemplary', m.is_exemplary, 'is_of_the_post', m.is_of_the_post)
          from plan_mark m
         where a.state = 'approved' and m.post_id = a.post_id and m.person_id = a.person_id and m.year = a.year
           and m.version = a.version
           and upper(m.recorded) = 'infinity'
         order by m.plan_mark_id desc limit 1) as mark
  from unit u
 cross join lateral units_by_branch('party', u.unit_id, :day, recorded_now()) n
  join plan_duty d      on d.led_unit_id = n.unit_id and d.year = :year and upper(d.recorded) = 'infinity'
  join unit_version v   on v.unit_id = d.led_unit_id and v.valid @> last_day_alive(d.led_unit_id, :day, recorded_now())
                       and upper(v.recorded) = 'infinity'
  join post q           on q.post_id = d.post_id
  join unit_version w   on w.unit_id = q.unit_id and w.valid @> last_day_alive(q.unit_id, :day, recorded_now())
                       and upper(w.recorded) = 'infinity'
  join person_version p on p.person_id = d.person_id and upper(p.recorded) = 'infinity'
  left join action_plan a on a.post_id = d.post_id and a.person_id = d.person_id and a.year = d.year
                         and upper(a.valid) = 'infinity' and upper(a.recorded) = 'infinity'
 where u.key = :unit
 order by array_position(array['submitted', 'none', 'returned', 'approved'], coalesce(a.state, 'none')),
       v.name collate "vi-x-icu", p.full_name collate "vi-x-icu", d.plan_duty_id
 limit :most
