-- Where a plan was brought, in the order in which that was recorded. A row that is told again with its end, or stands
-- again, is the same step; a draft is none.
-- An amendment was taken back when a row of an earlier version began after its own.
with plan as (
       select a.*, v.full_name
         from plan_duty d
         join action_plan a    on a.post_id = d.post_id and a.person_id = d.person_id and a.year = d.year
         join person_version v on v.person_id = d.person_id and upper(v.recorded) = 'infinity'
        where d.plan_duty_id = :plan_duty_id and a.state <> 'draft'),
     step as (
       select min(action_plan_id) as plan_step_id, version, state, lower(valid) as happened_on, comment, actor_id,
              person_id, full_name,
              min(lower(recorded)) as began_at
         from plan
        group by version, state, lower(valid), comment, actor_id, person_id, full_name)
select s.plan_step_id, s.version, s.state, s.happened_on, s.comment, s.actor_id = s.person_id as is_own,
       p.full_name as by_name, s.full_name,
       (select min(lower(e.recorded)) from plan e where e.version < s.version and lower(e.recorded) > s.began_at)
       as undone_at
  from step s
  left join lateral (select full_name from person_version where person_id = s.actor_id and upper(recorded) = 'infinity'
                      limit 1) p on true
 order by s.began_at, s.plan_step_id
