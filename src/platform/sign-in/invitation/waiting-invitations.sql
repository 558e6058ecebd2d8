-- The invitations that wait for a second person, as far as who asks sees them, which is where they may be that person.
-- What one press made ranks as one: the list ends between presses, never within one.
select i.invitation_id, i.invitation_batch_id, i.person_id, p.full_name, m.unit_id, v.name as unit_name,
       (select w.name
          from placement q
          join unit_version w on w.unit_id = q.parent_id
                             and w.valid @> last_day_alive(q.unit_id, :day::date, recorded_now())
                             and upper(w.recorded) = 'infinity'
         where q.unit_id = m.unit_id and q.hierarchy = 'party'
           and q.valid @> last_day_alive(q.unit_id, :day::date, recorded_now()) and upper(q.recorded) = 'infinity')
       as above_name,
       name_of(i.made_by) as maker_name, i.asked_at, i.used_at is not null as was_used,
       (select coalesce(jsonb_agg(jsonb_build_object('role', h.role, 'unit_name', u.name) order by h.role, u.name),
                        '[]')
          from held_by(i.person_id) h
          join unit_version u on u.unit_id = h.unit_id
                             and u.valid @> last_day_alive(h.unit_id, :day::date, recorded_now())
                             and upper(u.recorded) = 'infinity') as roles,
       array(select r.unit_id from reached_by(i.person_id) r) as reached,
       (select n.name
          from invitation_batch b
         cross join lateral unit_named(b.unit_id, last_day_alive(b.unit_id, :day::date, recorded_now()),
                                       recorded_now()) n
         where b.invitation_batch_id = i.invitation_batch_id) as batch_unit
  from invitation i
  join person_version p on p.person_id = i.person_id and upper(p.recorded) = 'infinity'
  join membership m     on m.person_id = i.person_id and m.valid @> :day::date and upper(m.recorded) = 'infinity'
  join unit_version v   on v.unit_id = m.unit_id and v.valid @> last_day_alive(m.unit_id, :day::date, recorded_now())
                       and upper(v.recorded) = 'infinity'
 where i.asked_at is not null and i.withdrawn_at is null and (i.used_at is null or i.grounds = 'first')
   and (i.used_at is not null or i.expires_at > :now::timestamptz)
   and i.made_by <> current_person_id() and i.person_id <> current_person_id()
   and not exists (select from invitation_confirmation c
                    where c.invitation_id = i.invitation_id and may_confirm(c.confirmed_by, i.made_by, i.person_id))
window press as (partition by i.invitation_batch_id, case when i.invitation_batch_id is null then i.invitation_id end)
 order by min(i.asked_at) over press, min(i.invitation_id) over press
 fetch first (:most::bigint) rows with ties
