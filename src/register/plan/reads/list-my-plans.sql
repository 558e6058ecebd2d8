-- The plans that somebody owes, the latest year first.
select d.plan_duty_id, case when a.state = 'approved' then year_rated_on(d.person_id, d.year) end as concluded_on,
       d.year, q.title as post_title, w.name as post_unit_name, a.state,
       coalesce(t.valid @> :day::date, false) as is_held,
       (select max(x.version) from plan_draft x where x.plan_duty_id = d.plan_duty_id) as draft_version, a.comment,
       r.number,
       exists (select from action_plan b
                where b.post_id = a.post_id and b.person_id = a.person_id and b.year = a.year and b.state = 'approved'
                  and b.version < a.version) as amends
  from plan_duty d
  join post q         on q.post_id = d.post_id
  join unit_version w on w.unit_id = q.unit_id and w.valid @> last_day_alive(q.unit_id, :day, recorded_now())
                     and upper(w.recorded) = 'infinity'
  left join lateral (select valid from tenure
                      where post_id = d.post_id and person_id = d.person_id and upper(recorded) = 'infinity'
                      order by upper(valid) desc limit 1) t on true
  left join action_plan a  on a.post_id = d.post_id and a.person_id = d.person_id and a.year = d.year
                          and upper(a.valid) = 'infinity' and upper(a.recorded) = 'infinity'
  left join plan_receipt r on r.plan_duty_id = d.plan_duty_id and r.version = a.version
 where d.person_id = :person_id and upper(d.recorded) = 'infinity'
 order by d.year desc, d.plan_duty_id
