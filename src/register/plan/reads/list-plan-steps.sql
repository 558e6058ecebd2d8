-- Where a plan was brought, in the order in which that was recorded. A row that is told again with its end is the same step; a draft is none.
select min(a.action_plan_id) as plan_step_id, a.version, a.state, lower(a.valid) as happened_on, a.comment,
       a.actor_id = a.person_id as is_own, p.full_name as by_name, v.full_name
  from plan_duty d
  join action_plan a    on a.post_id = d.post_id and a.person_id = d.person_id and a.year = d.year
  join person_version v on v.person_id = d.person_id and upper(v.recorded) = 'infinity'
  left join lateral (select full_name from person_version where person_id = a.actor_id and upper(recorded) = 'infinity' limit 1) p on true
 where d.plan_duty_id = :plan_duty_id and a.state <> 'draft'
 group by a.version, a.state, lower(a.valid), a.comment, a.actor_id, a.person_id, p.full_name, v.full_name
 order by min(lower(a.recorded)), plan_step_id
