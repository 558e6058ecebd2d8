-- Who of a unit, and of all below it, has not opened an account; with the last invitation that was printed for them.
-- Nobody where more than :most belong there.
with under as materialized (select r.unit_id from reach_kept(:unit_id, :day::date, recorded_now()) r),
     here as materialized (
       select m.person_id, m.unit_id
         from membership m
        where m.valid @> :day::date and upper(m.recorded) = 'infinity'
          and (m.unit_id in (select u.unit_id from under u)) is true)
select h.person_id, h.unit_id, p.full_name, n.name as unit_name, a.name as above_name, c.invited_at, c.until,
       (select k.email from contact k where k.person_id = h.person_id and upper(k.recorded) = 'infinity') as email,
       coalesce(not c.is_withdrawn and c.until > :now::timestamptz, false) as is_open
  from here h
 cross join lateral coming_of(h.person_id) c
 cross join lateral (
         select v.full_name from person_version v
          where v.person_id = h.person_id and upper(v.recorded) = 'infinity' offset 0) p
 cross join lateral unit_named(h.unit_id, :day::date, recorded_now()) n
  left join placement q on q.unit_id = h.unit_id and q.hierarchy = 'party' and q.valid @> :day::date
                       and upper(q.recorded) = 'infinity'
  left join lateral unit_named(q.parent_id, :day::date, recorded_now()) a on true
 where (select count(*) from here) <= :most and not c.has_come
 order by n.name collate "vi-x-icu", h.unit_id, p.full_name collate "vi-x-icu", h.person_id
