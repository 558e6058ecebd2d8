-- A plan that is owed, with its form, where it stands, and what is being written of it.
select d.plan_duty_id, d.post_id, d.person_id, d.year, d.campaign_id, d.unit_id, d.led_unit_id, d.due_from,
       u.key as led_unit, v.name as led_unit_name, q.title as post_title, w.name as post_unit_name, p.full_name,
       e.opens_on, f.form_version,
       form_asked_at(d.campaign_id, coalesce(lower(r.recorded), recorded_now())) as read_form_version, f.deeds_least,
       f.deeds_most, lower(t.valid) as held_from,
       coalesce(t.valid @> :day::date, false) as is_held,
       a.state, a.version, b.version is not null as amends, greatest(a.version, l.version) as last_version,
       a.exemplary_content, a.tasks_of_the_post, a.presented_on, a.comment, lower(a.valid) as stands_since,
       case when a.state = 'approved' or b.version is not null then year_rated_on(d.person_id, d.year) end
       as concluded_on,
       r.number, r.digest, lower(r.recorded) as received_at,
       x.version as draft_version, x.fields as draft, x.saved_at
  from plan_duty d
  join unit u           on u.unit_id = d.led_unit_id
  join unit_version v   on v.unit_id = d.led_unit_id and v.valid @> last_day_alive(d.led_unit_id, :day, recorded_now())
                       and upper(v.recorded) = 'infinity'
  join post q           on q.post_id = d.post_id
  join unit_version w   on w.unit_id = q.unit_id and w.valid @> last_day_alive(q.unit_id, :day, recorded_now())
                       and upper(w.recorded) = 'infinity'
  join person_version p on p.person_id = d.person_id and upper(p.recorded) = 'infinity'
  join campaign_terms e on e.campaign_id = d.campaign_id and upper(e.recorded) = 'infinity'
  join plan_form f      on f.form_version = (select max(form_version) from plan_form
                                              where form_version <= e.form_version)
  left join lateral (select valid from tenure
                      where post_id = d.post_id and person_id = d.person_id and upper(recorded) = 'infinity'
                      order by upper(valid) desc limit 1) t on true
  left join action_plan a  on a.post_id = d.post_id and a.person_id = d.person_id and a.year = d.year
                          and upper(a.valid) = 'infinity' and upper(a.recorded) = 'infinity'
  left join lateral (select version from action_plan
                      where post_id = d.post_id and person_id = d.person_id and year = d.year and state = 'approved'
                        and version < a.version limit 1) b on true
  left join lateral (select max(version) as version from plan_receipt where plan_duty_id = d.plan_duty_id) l on true
  left join plan_receipt r on r.plan_duty_id = d.plan_duty_id and r.version = a.version
  left join lateral (select version, fields, saved_at from plan_draft where plan_duty_id = d.plan_duty_id
                      order by version desc limit 1) x on true
 where d.plan_duty_id = :plan_duty_id and upper(d.recorded) = 'infinity'
